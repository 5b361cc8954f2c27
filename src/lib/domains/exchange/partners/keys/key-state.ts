/** States of the keys of a partner at a moment, and the days that an old key stays good beside a new one. */
import { day } from '#base'
import { isKeyGood, type ChannelKind, type KeyUse, type Partner, type PartnerKey } from '../partner.ts'

/** `waiting`: no second person has compared it; `early`: its time has not come; `over`: its time has run out. */
export type PartnerKeyState = 'good' | 'waiting' | 'early' | 'over' | 'revoked'

export const getKeyState = (key: PartnerKey, at: Date): PartnerKeyState => {
	if (isKeyGood(key, at)) return 'good'
	if (key.revokedAt !== undefined && key.revokedAt <= at) return 'revoked'
	if (key.validTo !== undefined && key.validTo <= at) return 'over'
	return key.verifiedBy === undefined ? 'waiting' : 'early'
}

/** Why a key was revoked: in other hands, lost, no longer used, or brought by mistake. */
export const revocationReasons = ['stolen', 'lost', 'unused', 'mistake'] as const
export type RevocationReason = (typeof revocationReasons)[number]

/** Days that a key counts at most once it was brought; nobody keeps one longer without looking again. */
export const mostDays = 730

/** Days that a key stays good once a newer one of the same use has been compared and replaces it: what is on the way still arrives. */
export const overlapDays = 14

/** The end of a key that was replaced at a moment: never later than it had. */
export const getOverlapEnd = (key: Pick<PartnerKey, 'validTo'>, at: Date): Date => {
	const end = new Date(at.getTime() + overlapDays * day)
	return key.validTo !== undefined && key.validTo < end ? key.validTo : end
}

/** Keys without which a channel carries nothing. */
const needed: Readonly<Record<ChannelKind, readonly KeyUse[]>> = {
	'http-sig': ['sign', 'seal'],
	'mail-pgp': ['pgp'],
	'xarf-http': [],
	'xarf-mail': [],
	taxii: [],
	paper: [],
}

/** Says if the keys of a partner are enough for its channels. `not-needed`: no channel asks for one. */
export const judgeKeys = (
	{ channels }: Pick<Partner, 'channels'>,
	keys: readonly PartnerKey[],
	at: Date,
): 'good' | 'waiting' | 'lacking' | 'not-needed' => {
	const uses = [...new Set(channels.flatMap(({ kind }) => needed[kind]))]
	const isHere = (use: KeyUse, states: readonly PartnerKeyState[]): boolean =>
		keys.some((key) => key.use === use && states.includes(getKeyState(key, at)))
	if (uses.length === 0) {
		// A secret by which they fetch is no key of a channel, and waits for its second person all the same.
		const states = keys.map((key) => getKeyState(key, at))
		return states.includes('good') ? 'good' : states.includes('waiting') ? 'waiting' : 'not-needed'
	}
	if (uses.every((use) => isHere(use, ['good']))) return 'good'
	return uses.every((use) => isHere(use, ['good', 'waiting', 'early'])) ? 'waiting' : 'lacking'
}
