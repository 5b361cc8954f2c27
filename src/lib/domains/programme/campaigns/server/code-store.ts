/** Codes on posters: made by the desk, looked up by whoever scans one. */
import { randomInt } from 'node:crypto'
import { AppError, type Language } from '#base'
import { recordActs } from '#domains/acts/server'
import { findRegionOf, type ProgrammePlace } from '#domains/programme/places'
import { makeCampaignCode, readCampaignCode } from '#tools/campaign/campaign-code'
import { leastRun, type Campaign, type CampaignChannel } from '../campaign.ts'
import { findWishFault, listWanted, type CampaignCode, type CodeWish } from '../codes/code-plan.ts'
import { lockCampaign, type Acting } from './campaign-gate.ts'
import type { CampaignDatabase, CampaignQueries } from './campaign-tables.ts'
import { freeSlots } from './slot-store.ts'

/** Most codes of one campaign: twelve regions and 75 provinces in four languages on four channels, and room. */
const mostCodes = 1500

/** Codes of a campaign, by channel, language and place. */
export const listCodes = async (db: CampaignQueries, campaign: string): Promise<CampaignCode[]> => {
	const rows = await db
		.selectFrom('campaign_code')
		.selectAll()
		.where('campaign', '=', campaign)
		.orderBy('channel')
		.orderBy('place')
		.orderBy('language')
		.orderBy('code')
		.execute()
	return rows.map((row) => ({
		code: row.code,
		campaign: row.campaign,
		channel: row.channel as CampaignChannel,
		language: row.language as Language,
		place: row.place ?? undefined,
		target: row.target,
		printRun: row.print_run,
		retiredOn: row.retired_on ?? undefined,
	}))
}

const refuseForeign = (
	{ channels, languages, region }: Campaign,
	wish: CodeWish,
	places: readonly ProgrammePlace[],
): void => {
	const isOwn = (code: string): boolean =>
		findRegionOf(places, code) !== undefined &&
		(region === undefined || findRegionOf(places, code) === region)
	const fits =
		channels.includes(wish.channel) &&
		wish.targets.every(({ language }) => languages.includes(language)) &&
		wish.places.every(isOwn)
	if (!fits)
		throw new AppError('campaign.target', 409, 'making codes: for another channel, language or region')
}

/** Ground of new codes: the country's places, and the address of the site. */
export type CodeGround = { places: readonly ProgrammePlace[]; origin: string }

/**
 * Makes the codes that are asked for and not there yet.
 *
 * @returns how many were made
 * @throws AppError `campaign.unknown`, `campaign.run` below 50 copies, `campaign.target`, `campaign.address` when the site's own address is
 * too long for a small code, `campaign.codes` when they are too many
 */
export const makeCodes = (
	db: CampaignDatabase,
	{ id, wish, ground }: { id: string; wish: CodeWish; ground: CodeGround },
	{ person, now }: Acting,
): Promise<number> =>
	db.transaction().execute(async (trx) => {
		const campaign = await lockCampaign(trx, id, { person, verb: 'write', resource: 'campaign' })
		const fault = findWishFault(wish, ground.origin)
		if (fault)
			throw new AppError(fault, 409, `making codes: wanted a run of ${leastRun} or more and a page of ours`)
		refuseForeign(campaign, wish, ground.places)
		const known = await listCodes(trx, id)
		const wanted = listWanted(wish, known)
		if (known.length + wanted.length > mostCodes)
			throw new AppError('campaign.codes', 409, 'making codes: this campaign has too many')
		let made = 0
		while (made < wanted.length) {
			const one = wanted[made]
			if (!one) break
			const { numInsertedOrUpdatedRows = 0n } = await trx
				.insertInto('campaign_code')
				.values({
					code: makeCampaignCode((most) => randomInt(most)),
					campaign: id,
					channel: wish.channel,
					language: one.language,
					place: one.place ?? null,
					target: one.target,
					print_run: wish.printRun,
					made_by: person.id,
					made: now,
					retired_on: null,
				})
				// The same code twice in eleven million: another is drawn.
				.onConflict((conflict) => conflict.column('code').doNothing())
				.executeTakeFirst()
			made += Number(numInsertedOrUpdatedRows)
		}
		if (made > 0)
			await recordActs(trx, [{ act: 'campaign/codes', by: person.id, at: now, what: { campaign: id, made } }])
		return made
	})

/**
 * Takes a code out of use for good: it leads nowhere, and is never given again.
 * @throws AppError `campaign.unknown`, `campaign.code` when it is none of this campaign in use
 */
export const retireCode = (
	db: CampaignDatabase,
	{ id, code }: { id: string; code: string },
	{ person, now }: Acting,
): Promise<void> =>
	db.transaction().execute(async (trx) => {
		const campaign = await lockCampaign(trx, id, { person, verb: 'write', resource: 'campaign' })
		const day = now.toISOString().slice(0, 10)
		const { numUpdatedRows } = await trx
			.updateTable('campaign_code')
			.set({ retired_on: day })
			.where('campaign', '=', id)
			.where('code', '=', code)
			.where('retired_on', 'is', null)
			.executeTakeFirst()
		if (numUpdatedRows === 0n)
			throw new AppError('campaign.code', 409, 'retiring a code: it is none of this campaign that is in use')
		// A channel that the campaign has keeps its slot; one that it had gives it back with its last code.
		await freeSlots(trx, { id, keeps: campaign.until < day ? [] : campaign.channels, day })
		await recordActs(trx, [{ act: 'campaign/retired', by: person.id, at: now, what: { campaign: id, code } }])
	})

/** A scanned code as it is counted and followed. `province`: only where it was made for one, never for a region. `target`: path of a page of ours. */
export type FoundCode = {
	slot: number
	language: Language
	province: string | undefined
	target: string
}

/** A province's code ends in letters, a region's in digits: `MA-TAT`, `MA-08`. */
const toProvince = (place: string | null): string | undefined =>
	place !== null && /^MA-[A-Z]{3}$/u.test(place) ? place : undefined

/** Finds a code as somebody typed or scanned it; `undefined` when there is none in use. Reads, and writes nothing. */
export const findCampaignCode = async (
	db: CampaignQueries,
	typed: string,
): Promise<FoundCode | undefined> => {
	const code = readCampaignCode(typed)
	if (code === undefined) return undefined
	const row = await db
		.selectFrom('campaign_code')
		.innerJoin('campaign_slot', (join) =>
			join
				.onRef('campaign_slot.campaign', '=', 'campaign_code.campaign')
				.onRef('campaign_slot.channel', '=', 'campaign_code.channel'),
		)
		.select(['slot', 'language', 'place', 'target'])
		.where('code', '=', code)
		.where('retired_on', 'is', null)
		.executeTakeFirst()
	return (
		row && {
			slot: row.slot,
			language: row.language as Language,
			province: toProvince(row.place),
			target: row.target,
		}
	)
}
