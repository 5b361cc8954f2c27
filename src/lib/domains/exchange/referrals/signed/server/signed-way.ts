import { AppError } from '#base'
import { parseEnvelope, type Envelope } from '../../../channel/index.ts'
import type { OwnKeys } from '../../../channel/keys/server/index.ts'
import { sealForPartner, sendToPartner, type SendOutcome } from '../../../channel/server/index.ts'
import type { TryEnd, Way } from '../../outbox/server/index.ts'
import type { ReferralDatabase } from '../../server/index.ts'

type Options = {
	db: ReferralDatabase
	keys: OwnKeys
	now: () => Date
	/** Asks the inbox of a partner, and no other machine. */
	fetch: (url: string, init: RequestInit) => Promise<Response>
}

/** The content that two persons have agreed to, byte for byte: canonical JSON is written again as it was read. */
const readEnvelope = (payload: string): Envelope => {
	const read = parseEnvelope(new TextEncoder().encode(payload))
	if (!read.ok) throw new AppError('referral.banned', 409, `sealing for a partner: ${read.code}`)
	return JSON.parse(payload) as Envelope
}

/** A message that was set aside over there was not read: a person has to ask why, so it counts as refused. */
const toSent = (outcome: SendOutcome): TryEnd => {
	if (outcome.outcome === 'retry') return { end: 'failed', code: outcome.reason }
	if (outcome.outcome === 'rejected')
		return { end: 'rejected', code: outcome.code === '' ? `status-${outcome.status}` : outcome.code }
	const { receipt, peerRef } = outcome
	return outcome.status === 'accepted'
		? { end: 'accepted', receipt, peerRef }
		: { end: 'rejected', receipt, code: 'quarantined' }
}

/** The way by signed HTTP from hotline to hotline: sealed for the partner, a fresh signature for each try, a signed receipt. */
export const createSignedWay = ({ db, keys, now, fetch }: Options): Way => ({
	seal: async (trx, payload, { partner }) => {
		const sealed = await sealForPartner({ db: trx, keys, now }, partner.id, readEnvelope(payload))
		if (!sealed.ok)
			throw new AppError('referral.no-key', 409, 'sealing for a partner: none of its keys counts now')
		return new TextEncoder().encode(sealed.value)
	},
	send: async ({ id, partner, channel, sealed }) =>
		toSent(
			await sendToPartner(
				{ db, keys, now },
				{
					partner: partner.id,
					url: channel.address,
					id,
					fetch,
					sealed: new TextDecoder().decode(sealed),
				},
			),
		),
})
