/** The door that every act on a campaign passes: the row is locked, then asked how near it is to who comes. */
import { AppError, isUuid, type Language } from '#base'
import { may, type Person, type Resource, type Verb } from '#domains/people'
import { getReach } from '#domains/programme/places'
import type { Selectable } from 'kysely'
import type { Campaign, CampaignAudience, CampaignChannel } from '../campaign.ts'
import type { CampaignTables, CampaignTransaction } from './campaign-tables.ts'

/** Whoever acts, and when. */
export type Acting = { person: Person; now: Date }

const split = <Word extends string>(words: string): Word[] => words.split(',').filter(Boolean) as Word[]

export const toCampaign = (row: Selectable<CampaignTables['campaign']>): Campaign => ({
	id: row.id,
	title: row.title,
	event: row.event ?? undefined,
	from: row.from_day,
	until: row.until_day,
	audiences: split<CampaignAudience>(row.audiences),
	languages: split<Language>(row.languages),
	channels: split<CampaignChannel>(row.channels),
	region: row.region ?? undefined,
	madeBy: row.made_by,
	version: row.version,
})

/** True when a person may do something to a thing of this campaign. */
export const mayOn = <Of extends Resource>(
	person: Person,
	[verb, resource]: readonly [verb: Verb<Of>, resource: Of],
	{ madeBy, region }: Pick<Campaign, 'madeBy' | 'region'>,
): boolean => may(person, verb, resource, getReach(person, { by: madeBy, region }))

const unknownCampaign = (): AppError =>
	new AppError(
		'campaign.unknown',
		409,
		'an act on a campaign: there is none of this id that this person may change',
	)

/**
 * Locks a campaign for somebody who may do this to it. One of another region is as if it were not there.
 * @throws AppError `campaign.unknown`
 */
export const lockCampaign = async <Of extends Resource>(
	trx: CampaignTransaction,
	id: string,
	{ person, verb, resource }: { person: Person; verb: Verb<Of>; resource: Of },
): Promise<Campaign> => {
	const row = isUuid(id)
		? await trx.selectFrom('campaign').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
		: undefined
	const campaign = row && toCampaign(row)
	if (!campaign || !mayOn(person, [verb, resource], campaign)) throw unknownCampaign()
	return campaign
}
