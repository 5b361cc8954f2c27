/** STIX objects of indicators in the collections that partners pull: written once, the same bytes for whoever asks. */
import { sql } from 'kysely'
import {
	writeIdentity,
	writeIndicator,
	writeMarking,
	writePdqExtension,
	type StixObject,
} from '#tools/indicators/stix'
import { toCollectionNames } from '../collection.ts'
import type { Indicator } from '../indicator.ts'
import type { IndicatorTransaction } from './indicator-tables.ts'

/** Our identity in STIX: UUID version 5 of `urn:thiqa:identity`, as the name of the country's desk is the operator's. */
const identity = 'fb89be99-927d-5e1b-8546-5bb6a7ef0373'
const identityId = `identity--${identity}` as const

/** The same from the first object on, so that its bytes do not depend on when a collection began. */
const since = new Date('2026-11-29T00:00:00.000Z')

const toObject = (indicator: Indicator): StixObject =>
	writeIndicator({
		uuid: indicator.id,
		kind: indicator.kind,
		value: indicator.value,
		created: indicator.created,
		modified: indicator.modified,
		by: identityId,
		tlp: indicator.tlp,
		pap: indicator.pap,
		validFrom: indicator.validFrom,
		validUntil: indicator.validUntil,
		isRevoked: indicator.state === 'withdrawn',
	})

/** The version of an object, as its manifest names it: `modified`, or `created` for what has none. */
const versionOf = (object: StixObject): string =>
	'modified' in object ? object.modified : 'created' in object ? object.created : since.toISOString()

/** Number of times that are kept free before the first indicator of a change, for what a collection begins with. */
export const companionRoom = 8

type Put = { collection: string; object: StixObject; added: number; isFirst: boolean }

/** Objects to which those of a collection refer; they stand in it before them. */
const listCompanions = (collection: string, of: readonly (Indicator & { collection: string })[]): Put[] => {
	const [some] = of
	if (!some) return []
	const objects = [
		writeIdentity({ uuid: identity, name: 'Thiqa', at: since }),
		writeMarking(some.tlp),
		...(of.some(({ kind }) => kind === 'pdq') ? [writePdqExtension(identityId)] : []),
	]
	return objects.map((object, place) => ({
		collection,
		object,
		isFirst: true,
		added: some.added - companionRoom + place,
	}))
}

const insert = async (trx: IndicatorTransaction, rows: readonly Put[]): Promise<string[]> => {
	const [collections, objects] = [
		rows.map(({ collection }) => collection),
		rows.map(({ object }) => object.id),
	]
	const bodies = rows.map(({ object }) => JSON.stringify(object))
	await sql`update taxii_object set is_last = false
		from unnest(${collections}::text[], ${objects}::text[], ${rows.map(({ isFirst }) => isFirst)}::boolean[])
			as changed (collection, object, is_first)
		where taxii_object.collection = changed.collection and taxii_object.object = changed.object
			and taxii_object.is_last and not changed.is_first`.execute(trx)
	await sql`insert into taxii_object (collection, added, object, type, version, is_first, is_last, body)
		select collection, added, object, type, version, is_first, true, body from unnest(${collections}::text[],
			${rows.map(({ added }) => added)}::bigint[], ${objects}::text[], ${rows.map(({ object }) => object.type)}::text[],
			${rows.map(({ object }) => versionOf(object))}::text[], ${rows.map(({ isFirst }) => isFirst)}::boolean[], ${bodies}::text[])
			as given (collection, added, object, type, version, is_first, body)
		on conflict (collection, object, version) do nothing`.execute(trx)
	return bodies
}

/**
 * Puts a new version of each indicator into its collections, under the times that the change has given.
 *
 * @returns the objects as they were written, one for each collection of each
 */
export const putObjects = async (
	trx: IndicatorTransaction,
	indicators: readonly Indicator[],
): Promise<string[]> => {
	const placed = indicators.flatMap((indicator) =>
		toCollectionNames(indicator).map((collection) => ({ ...indicator, collection })),
	)
	const groups = [...Map.groupBy(placed, ({ collection }) => collection)]
	await insert(
		trx,
		groups.flatMap(([collection, of]) => listCompanions(collection, of)),
	)
	return insert(
		trx,
		placed.map((indicator) => ({
			collection: indicator.collection,
			object: toObject(indicator),
			added: indicator.added,
			isFirst: indicator.version === 1,
		})),
	)
}

/** Takes the objects of indicators out of all collections. */
export const forgetObjects = async (trx: IndicatorTransaction, ids: readonly string[]): Promise<void> => {
	await trx
		.deleteFrom('taxii_object')
		.where(
			'object',
			'in',
			ids.map((id) => `indicator--${id}`),
		)
		.execute()
}
