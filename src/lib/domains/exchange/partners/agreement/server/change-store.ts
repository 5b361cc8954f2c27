/** Makes partners and changes what is kept of them, each act with its entry of the public record. */
import { randomUUID } from 'node:crypto'
import { AppError } from '#base'
import type { ChannelData } from '../channel-form.ts'
import type { PartnerData } from '../partner-form.ts'
import { findMissing, isWider, listMoves } from '../state.ts'
import type { Channel, PartnerState } from '../../partner.ts'
import { getDay, getLocked, getLockedAt, writeDone, type Directory } from '../../server/directory.ts'

const toRow = (data: PartnerData) => ({
	name_ar: data.names.ar,
	name_fr: data.names.fr,
	name_zgh: data.names.zgh ?? null,
	name_en: data.names.en,
	kind: data.kind,
	country: data.country,
	zone: data.zone,
	hours: data.hours,
	languages: data.languages.join(','),
	agreement: data.agreement,
	agreed_from: data.agreedFrom ?? null,
	agreed_to: data.agreedTo ?? null,
	flows: data.flows.join(','),
	tlp_most: data.tlpMost,
	takes_personal: data.takesPersonal,
	is_public: data.isPublic,
	note: data.note,
})

/** Makes a partner, as a draft. @returns its id */
export const makePartner = ({ db, now }: Directory, data: PartnerData, by: string): Promise<string> =>
	db.transaction().execute(async (trx) => {
		const [id, at] = [randomUUID(), now()]
		await trx
			.insertInto('partner')
			.values({ id, ...toRow(data), state: 'draft', made: at, changed: at })
			.execute()
		await writeDone(trx, at, { act: 'partner/made', by, partner: id })
		return id
	})

type Change<Value> = { id: string; to: Value; by: string }
/** A change of what was read before: `version` is what `findVersion()` said then. */
type Edit<Value> = Change<Value> & { version: string }

/**
 * Changes what is kept of a partner. An active one gets no more than it had this way: whoever gives more suspends it, changes it and makes
 * it active again, signed in just now.
 *
 * @throws AppError `partner.suspend-first`, `partner.changed`
 */
export const changePartner = (
	{ db, now }: Directory,
	{ id, version, to, by }: Edit<PartnerData>,
): Promise<void> =>
	db.transaction().execute(async (trx) => {
		const before = await getLockedAt(trx, { id, version })
		if (before.state === 'active' && isWider(before, to))
			throw new AppError('partner.suspend-first', 409, 'giving an active partner more: suspend it first')
		await trx.updateTable('partner').set(toRow(to)).where('id', '=', id).execute()
		await writeDone(trx, now(), { act: 'partner/changed', by, partner: id })
	})

/** Channels as they are to be: one that was there before, to the letter, keeps its id, by which what waits for it finds it. */
const keepIds = (to: readonly ChannelData[], before: readonly Channel[]) => {
	const left = [...before]
	return to.map((channel) => {
		const at = left.findIndex(({ kind, address }) => kind === channel.kind && address === channel.address)
		const [same] = at === -1 ? [] : left.splice(at, 1)
		return { id: same?.id ?? randomUUID(), ...channel }
	})
}

/**
 * Sets the channels of a partner, in the order in which they are tried.
 * @returns ids of those that are no more, in their order
 * @throws AppError `partner.ended`, `partner.changed`
 */
export const setChannels = (
	{ db, now }: Directory,
	{ id, version, to, by }: Edit<readonly ChannelData[]>,
): Promise<string[]> =>
	db.transaction().execute(async (trx) => {
		const { channels } = await getLockedAt(trx, { id, version })
		await trx.deleteFrom('partner_channel').where('partner', '=', id).execute()
		const rows = keepIds(to, channels).map((channel, at) => ({ ...channel, partner: id, place: at + 1 }))
		if (rows.length > 0) await trx.insertInto('partner_channel').values(rows).execute()
		await writeDone(trx, now(), { act: 'partner/changed', by, partner: id })
		const kept = new Set(rows.map((row) => row.id))
		return channels.flatMap((channel) => (kept.has(channel.id) ? [] : [channel.id]))
	})

/**
 * Moves a partner to another state. It becomes active only with an agreement that holds today, a kind of traffic and a channel.
 *
 * @throws AppError `partner.no-move`, `partner.not-ready`
 */
export const movePartner = (directory: Directory, { id, to, by }: Change<PartnerState>): Promise<void> =>
	directory.db.transaction().execute(async (trx) => {
		const partner = await getLocked(trx, id)
		if (!listMoves(partner.state).some((state) => state === to))
			throw new AppError('partner.no-move', 409, 'moving a partner: it does not go there from its state')
		if (to === 'active' && findMissing(partner, getDay(directory)).length > 0)
			throw new AppError(
				'partner.not-ready',
				409,
				'making a partner active: agreement, flow or channel is missing',
			)
		await trx.updateTable('partner').set({ state: to }).where('id', '=', id).execute()
		await writeDone(trx, directory.now(), { act: 'partner/state', by, partner: id, what: { to } })
	})
