/** The hotlines of the demonstration know each other as two persons have agreed: a liaison writes down, a supervisor compares. */
import {
	makePartner,
	movePartner,
	setChannels,
} from '../../src/lib/domains/exchange/partners/agreement/server/index.ts'
import { findFingerprint } from '../../src/lib/domains/exchange/partners/keys/index.ts'
import { bringKey, makeToken, verifyKey } from '../../src/lib/domains/exchange/partners/keys/server/index.ts'
import type { Channel, Flow, PartnerKind } from '../../src/lib/domains/exchange/partners/index.ts'
import {
	findVersion,
	listPartnerKeys,
	type Directory,
} from '../../src/lib/domains/exchange/partners/server/index.ts'
import { withDatabase, type Place, type Staff } from './hotline.ts'

type Own = { place: Place; staff: Staff }
type Line = {
	name: string
	kind: PartnerKind
	country: string
	flows: readonly Flow[]
	channel: Pick<Channel, 'kind' | 'address'>
}

const getDirectory = (db: Directory['db']): Directory => ({
	db,
	now: () => new Date(),
	isDemonstration: true,
	zone: 'Africa/Casablanca',
})

/** Writes a partner down and makes it active; `bring` gives it keys, which the supervisor then compares. */
const know = (
	{ place, staff: { liaison, supervisor } }: Own,
	{ name, kind, country, flows, channel }: Line,
	bring: (directory: Directory, partner: string) => Promise<string | undefined>,
): Promise<{ id: string; secret: string | undefined }> =>
	withDatabase(place, async ({ kysely }) => {
		const [directory, by] = [getDirectory(kysely), liaison.id]
		const id = await makePartner(
			directory,
			{
				names: { ar: name, fr: name, zgh: undefined, en: name },
				kind,
				country,
				flows,
				zone: 'Europe/Paris',
				hours: '',
				languages: ['fr'],
				agreement: 'Convention exemple 1',
				agreedFrom: '2026-01-01',
				agreedTo: undefined,
				tlpMost: 'amber',
				takesPersonal: false,
				isPublic: true,
				note: '',
			},
			by,
		)
		const version = (await findVersion(kysely, id)) ?? ''
		await setChannels(directory, { id, version, to: [channel], by })
		const secret = await bring(directory, id)
		for (const key of await listPartnerKeys(kysely, id))
			await verifyKey(directory, {
				partner: id,
				key: key.id,
				typed: findFingerprint(key) ?? '',
				replaces: false,
				by: supervisor.id,
			})
		await movePartner(directory, { id, to: 'active', by })
		return { id, secret }
	})

type PublicKey = Readonly<Record<'kty' | 'crv' | 'x', string>>

/** The other hotline. Answer: its id here. */
export const knowHotline = async (
	own: Own,
	{
		name,
		country,
		origin,
		keys,
	}: { name: string; country: string; origin: string; keys: readonly PublicKey[] },
): Promise<string> => {
	const channel = { kind: 'http-sig', address: `${origin}/coop/v1/inbox` } as const
	const line = { name, country, kind: 'hotline', flows: ['referral-out', 'referral-in'], channel } as const
	const bring = async (directory: Directory, partner: string): Promise<undefined> => {
		for (const { kty, crv, x } of keys)
			await bringKey(directory, {
				partner,
				use: crv === 'Ed25519' ? 'sign' : 'seal',
				days: 365,
				text: JSON.stringify({ kty, crv, x }),
				by: own.staff.liaison.id,
			})
		return undefined
	}
	return (await know(own, line, bring)).id
}

/** A host that takes notices by mail. Answer: its id here. */
export const knowHost = async (own: Own): Promise<string> => {
	const channel = { kind: 'xarf-mail', address: 'abuse@host.example' } as const
	const flows = ['referral-out'] as const
	const line = { name: 'Hébergeur exemple', kind: 'hoster', country: 'FR', flows, channel } as const
	return (await know(own, line, () => Promise.resolve(undefined))).id
}

/** An access provider that blocks by our zone. Answer: the secret with which its machine asks for it. */
export const knowProvider = async (own: Own): Promise<string> => {
	const channel = { kind: 'paper', address: 'Bureau exemple' } as const
	const line = {
		name: 'Fournisseur exemple',
		country: 'MA',
		kind: 'isp',
		flows: ['indicators'],
		channel,
	} as const
	const { secret = '' } = await know(own, line, (directory, partner) =>
		makeToken(directory, { partner, days: 365, by: own.staff.liaison.id }),
	)
	return secret
}
