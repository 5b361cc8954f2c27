/** Campaigns as the desk makes, changes and reads them. */
import { randomUUID } from 'node:crypto'
import { AppError, isUuid } from '#base'
import { recordActs } from '#domains/acts/server'
import type { Person } from '#domains/people'
import { getReach } from '#domains/programme/places'
import { findDraftFault, type Campaign, type CampaignDraft } from '../campaign.ts'
import { lockCampaign, mayOn, toCampaign, type Acting } from './campaign-gate.ts'
import type { CampaignDatabase, CampaignQueries } from './campaign-tables.ts'
import { freeSlots, giveSlots } from './slot-store.ts'

const refuseFaulty = (draft: CampaignDraft): void => {
	const code = findDraftFault(draft)
	if (code) throw new AppError(code, 409, 'keeping a campaign: a part of it cannot be')
}

const toColumns = ({ title, event, from, until, audiences, languages, channels, region }: CampaignDraft) => ({
	title: title.trim(),
	event: event ?? null,
	from_day: from,
	until_day: until,
	audiences: audiences.join(','),
	languages: languages.join(','),
	channels: channels.join(','),
	region: region ?? null,
})

/**
 * Makes a campaign, and gives each of its channels a slot. Whoever works for one region makes it for that region.
 *
 * @returns its id
 * @throws AppError `campaign.title`, `campaign.days`, `campaign.empty`, `campaign.region`, `campaign.slots` when all 64 are held
 */
export const makeCampaign = async (
	db: CampaignDatabase,
	draft: CampaignDraft,
	{ person, now }: Acting,
): Promise<string> => {
	refuseFaulty(draft)
	if (getReach(person, { by: person.id, region: draft.region }) === 'all')
		throw new AppError(
			'campaign.region',
			409,
			'making a campaign: it is for another region than who makes it',
		)
	return db.transaction().execute(async (trx) => {
		const id = randomUUID()
		await trx
			.insertInto('campaign')
			.values({ id, ...toColumns(draft), made_by: person.id, made: now, version: 1 })
			.execute()
		await giveSlots(trx, { id, channels: draft.channels, from: draft.from })
		await recordActs(trx, [{ act: 'campaign/made', by: person.id, at: now, what: { campaign: id } }])
		return id
	})
}

/**
 * Changes a campaign. Its region stays; a channel that goes gives its slot back.
 *
 * @param change - `version`: the one that was read: who comes second is told
 * @throws AppError `campaign.unknown`, `campaign.changed` and what {@link makeCampaign} throws
 */
export const changeCampaign = (
	db: CampaignDatabase,
	{ id, version, draft }: { id: string; version: number; draft: Omit<CampaignDraft, 'region'> },
	{ person, now }: Acting,
): Promise<void> =>
	db.transaction().execute(async (trx) => {
		const known = await lockCampaign(trx, id, { person, verb: 'write', resource: 'campaign' })
		if (known.version !== version)
			throw new AppError('campaign.changed', 409, 'changing a campaign: somebody else has changed it since')
		const next = { ...draft, region: known.region }
		refuseFaulty(next)
		await trx
			.updateTable('campaign')
			.set({ ...toColumns(next), version: version + 1 })
			.where('id', '=', id)
			.execute()
		await giveSlots(trx, { id, channels: next.channels, from: next.from })
		await freeSlots(trx, { id, keeps: next.channels, day: now.toISOString().slice(0, 10) })
		await recordActs(trx, [
			{ act: 'campaign/changed', by: person.id, at: now, what: { campaign: id, version: version + 1 } },
		])
	})

/** Campaigns that a person may read, those that end last first. */
export const listCampaigns = async (db: CampaignQueries, person: Person): Promise<Campaign[]> => {
	const rows = await db
		.selectFrom('campaign')
		.selectAll()
		.orderBy('until_day', 'desc')
		.orderBy('title')
		.orderBy('id')
		.execute()
	return rows.map(toCampaign).filter((campaign) => mayOn(person, ['read', 'campaign'], campaign))
}

/** One campaign, `undefined` when there is none that this person may read. */
export const findCampaign = async (
	db: CampaignQueries,
	id: string,
	person: Person,
): Promise<Campaign | undefined> => {
	const row = isUuid(id)
		? await db.selectFrom('campaign').selectAll().where('id', '=', id).executeTakeFirst()
		: undefined
	const campaign = row && toCampaign(row)
	return campaign && mayOn(person, ['read', 'campaign'], campaign) ? campaign : undefined
}
