/** Slots: 64 cells in which arrivals are counted, held by a campaign's channel from its first quarter to that in which its last code is retired. */
import { AppError } from '#base'
import { getQuarterOf } from '#domains/programme/places'
import { sql } from 'kysely'
import { campaignSlotCount, type CampaignChannel } from '../campaign.ts'
import type { CampaignQueries, CampaignTransaction } from './campaign-tables.ts'

/** One at a time gives slots away: two that came together would take the same. */
const lockSlots = (trx: CampaignTransaction) =>
	sql`lock table campaign_slot in share row exclusive mode`.execute(trx)

/** The lowest number that nobody holds in this quarter or after it. */
const findFree = async (trx: CampaignTransaction, quarter: string): Promise<number> => {
	const held = await trx
		.selectFrom('campaign_slot')
		.select('slot')
		.where((where) => where.or([where('until_quarter', 'is', null), where('until_quarter', '>=', quarter)]))
		.execute()
	const taken = new Set(held.map(({ slot }) => slot))
	for (let slot = 0; slot < campaignSlotCount; slot++) if (!taken.has(slot)) return slot
	throw new AppError('campaign.slots', 409, 'giving a campaign a slot: all 64 are held')
}

/** Gives every channel of a campaign a slot, where it has none. @throws AppError `campaign.slots` */
export const giveSlots = async (
	trx: CampaignTransaction,
	{ id, channels, from }: { id: string; channels: readonly CampaignChannel[]; from: string },
): Promise<void> => {
	await lockSlots(trx)
	const quarter = getQuarterOf(from)
	const known = await trx.selectFrom('campaign_slot').selectAll().where('campaign', '=', id).execute()
	for (const channel of channels) {
		const own = known.find((one) => one.channel === channel)
		if (own && own.until_quarter === null) continue
		const slot = await findFree(trx, quarter)
		await trx
			.insertInto('campaign_slot')
			.values({ slot, campaign: id, channel, from_quarter: quarter, until_quarter: null })
			.onConflict((conflict) =>
				conflict
					.columns(['campaign', 'channel'])
					.doUpdateSet({ slot, from_quarter: quarter, until_quarter: null }),
			)
			.execute()
	}
}

/**
 * Gives back the slots of channels that a campaign has no more, and that no code in use counts in; the quarter of `day` is the last that they
 * are held in.
 */
export const freeSlots = async (
	trx: CampaignTransaction,
	{ id, keeps, day }: { id: string; keeps: readonly CampaignChannel[]; day: string },
): Promise<void> => {
	const kept = keeps.length === 0 ? [''] : [...keeps]
	const inUse = trx
		.selectFrom('campaign_code')
		.select('channel')
		.where('campaign', '=', id)
		.where('retired_on', 'is', null)
	await trx
		.updateTable('campaign_slot')
		.set({ until_quarter: getQuarterOf(day) })
		.where('campaign', '=', id)
		.where('channel', 'not in', kept)
		.where('channel', 'not in', inUse)
		.where('until_quarter', 'is', null)
		.execute()
}

/** Counts the slots that nobody holds. */
export const countFreeSlots = async (db: CampaignQueries): Promise<number> => {
	const held = await db
		.selectFrom('campaign_slot')
		.select('slot')
		.where('until_quarter', 'is', null)
		.execute()
	return campaignSlotCount - held.length
}

/** What each slot is held by in a quarter, `2026-Q4`: the title of the campaign, and the channel. */
export const listSlotHolders = async (
	db: CampaignQueries,
	quarter: string,
): Promise<{ slot: number; title: string; channel: CampaignChannel }[]> => {
	const rows = await db
		.selectFrom('campaign_slot')
		.innerJoin('campaign', 'campaign.id', 'campaign_slot.campaign')
		.select(['campaign_slot.slot', 'campaign.title', 'campaign_slot.channel'])
		.where('from_quarter', '<=', quarter)
		.where((where) => where.or([where('until_quarter', 'is', null), where('until_quarter', '>=', quarter)]))
		.orderBy('slot')
		.execute()
	return rows.map((row) => ({ ...row, channel: row.channel as CampaignChannel }))
}
