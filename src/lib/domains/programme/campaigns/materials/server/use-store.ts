/** Uses of materials: a place, a day, how many. Never a school, never a person. */
import { randomUUID } from 'node:crypto'
import { AppError, type Language } from '#base'
import { recordActs } from '#domains/acts/server'
import { findRegionOf, type ProgrammePlace } from '#domains/programme/places'
import type { MaterialKind } from '../../campaign.ts'
import type { Acting } from '../../server/campaign-gate.ts'
import type { CampaignDatabase, CampaignQueries } from '../../server/campaign-tables.ts'
import { lockMaterial } from './material-store.ts'

export type UseNote = {
	id: string
	kind: MaterialKind
	language: Language
	place: string
	day: string
	copies: number
}

export type UseDraft = { material: string; place: string; day: string; copies: number }

/**
 * Notes what was used where. A place is the country, a region or a province, and lies in the campaign's region.
 * @throws AppError `campaign.unknown`, `campaign.use`
 */
export const noteUse = (
	db: CampaignDatabase,
	{ use, places }: { use: UseDraft; places: readonly ProgrammePlace[] },
	{ person, now }: Acting,
): Promise<void> =>
	db.transaction().execute(async (trx) => {
		const { campaign } = await lockMaterial(trx, use.material, { person, verb: 'write' })
		const isKnown = places.some(({ code }) => code === use.place)
		const isOwn = campaign.region === undefined || findRegionOf(places, use.place) === campaign.region
		const isDay = /^\d{4}-\d{2}-\d{2}$/u.test(use.day) && use.day <= now.toISOString().slice(0, 10)
		const isCount = Number.isSafeInteger(use.copies) && use.copies >= 1 && use.copies <= 10_000_000
		if (!isKnown || !isOwn || !isDay || !isCount)
			throw new AppError(
				'campaign.use',
				409,
				'noting a use: wanted a place of the campaign, a day that was, a number',
			)
		const id = randomUUID()
		await trx
			.insertInto('use_note')
			.values({ id, ...use, by: person.id, at: now })
			.execute()
		await recordActs(trx, [
			{ act: 'campaign/used', by: person.id, at: now, what: { material: use.material, note: id } },
		])
	})

/** Uses in a campaign, the last day first. */
export const listUses = async (db: CampaignQueries, campaign: string): Promise<UseNote[]> => {
	const rows = await db
		.selectFrom('use_note')
		.innerJoin('material', 'material.id', 'use_note.material')
		.select([
			'use_note.id',
			'material.kind',
			'material.language',
			'use_note.place',
			'use_note.day',
			'use_note.copies',
		])
		.where('material.campaign', '=', campaign)
		.orderBy('use_note.day', 'desc')
		.orderBy('use_note.id')
		.execute()
	return rows.map((row) => ({ ...row, kind: row.kind as MaterialKind, language: row.language as Language }))
}
