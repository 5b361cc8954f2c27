/** Collections as a partner may see them, and what it puts into its inbox. */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { AppError, day, toLocalDay } from '#base'
import type { Partner } from '#domains/exchange/partners'
import type { Bodies, Collection, Filters, Status, StoredObject, TaxiiPort } from '#tools/channels/taxii'
import { listCollectionsFor } from '../../collection.ts'
import { toUuid5 } from '../../server/indicator-row.ts'
import type { IndicatorDatabase, IndicatorQueries } from '../../server/indicator-tables.ts'
import { takeObjects } from './inbox-store.ts'

/** UUID version 5 of `urn:thiqa:taxii:collection` in the namespace of addresses. */
const collectionSpace = 'd3dca7b8-8f0b-5da9-8902-d68f6b43e651'

/** Id of a collection: the same on every installation, as its name is. */
export const toCollectionId = (name: string): string => toUuid5(collectionSpace, name)

/** Id of the inbox of a partner, which nobody else knows. */
export const toInboxId = (partner: string): string => toUuid5(collectionSpace, `inbox\n${partner}`)

/** Condition for the versions that are asked for. */
const isOfVersion = (versions: Filters['versions']) => {
	if (versions.includes('all')) return sql<boolean>`true`
	const times = versions.filter((word) => word !== 'last' && word !== 'first')
	const parts = [
		...(versions.includes('last') ? [sql<boolean>`is_last`] : []),
		...(versions.includes('first') ? [sql<boolean>`is_first`] : []),
		...(times.length > 0 ? [sql<boolean>`version = any(${times}::text[])`] : []),
	]
	return sql<boolean>`(${sql.join(parts, sql` or `)})`
}

type AskedPage = { filters: Filters; after: number; limit: number }

/** Rows of a collection by name that match, the earliest first. */
const selectObjects = (db: IndicatorQueries, collection: string, { filters, after, limit }: AskedPage) => {
	const { ids, types, versions } = filters
	let query = db
		.selectFrom('taxii_object')
		.where('collection', '=', collection)
		.where('added', '>', after)
		.where(isOfVersion(versions))
	if (ids) query = query.where(sql<boolean>`object = any(${[...ids]}::text[])`)
	if (types) query = query.where(sql<boolean>`type = any(${[...types]}::text[])`)
	return query.orderBy('added').limit(limit)
}

/** We hold no other version of STIX. */
const isOtherStix = ({ specVersions }: Filters): boolean => specVersions?.includes('2.1') === false

const listObjects = async (
	db: IndicatorQueries,
	collection: string,
	page: AskedPage,
): Promise<StoredObject[]> => {
	if (isOtherStix(page.filters)) return []
	const query = selectObjects(db, collection, page)
	return query.select(['object as id', 'version', 'added', 'body']).execute()
}

const noBodies: Bodies = { json: '', count: 0, first: 0, last: 0, more: false }

type Joined = { json: string | null; count: number; first: number | null; last: number | null; more: boolean }

/** A page as one text, joined where it lies: a thousand rows that come one by one cost more than all that is in them. */
const readBodies = async (db: IndicatorQueries, collection: string, page: AskedPage): Promise<Bodies> => {
	if (isOtherStix(page.filters)) return noBodies
	const rows = selectObjects(db, collection, { ...page, limit: page.limit + 1 }).select(['added', 'body'])
	const { rows: found } = await sql<Joined>`
		select string_agg(body, ',' order by added) filter (where place <= ${page.limit}) as json,
			least(count(*), ${page.limit})::int as count, min(added) as first,
			max(added) filter (where place <= ${page.limit}) as last, count(*) > ${page.limit} as more
		from (select added, body, row_number() over (order by added) as place from ${rows} as page) as placed`.execute(
		db,
	)
	const [joined] = found
	if (!joined || joined.json === null || joined.first === null || joined.last === null) return noBodies
	const { json, count, first, last, more } = joined
	return { json, count, first, last, more }
}

type Given = { partner: Partner; origin: string; zone: string; now: () => Date }

const toCollections = (partner: Partner, today: string): (Collection & { name: string })[] => {
	const readable = listCollectionsFor(partner, today)
	const mayWrite = readable.length > 0
	return [
		...readable.map(({ name, audience, tlp }) => ({
			name,
			id: toCollectionId(name),
			title: name,
			description: `Indicators for ${audience}, TLP:${tlp.toUpperCase()}`,
			canRead: true,
			canWrite: false,
		})),
		...(mayWrite
			? [
					{
						name: 'inbox',
						id: toInboxId(partner.id),
						title: 'inbox',
						description: 'Sightings and proposals for the desk; nobody else reads them',
						canRead: false,
						canWrite: true,
					},
				]
			: []),
	]
}

const findStatus = async (db: IndicatorQueries, partner: string, id: string): Promise<Status | undefined> => {
	const row = await db
		.selectFrom('taxii_status')
		.select('body')
		.where(sql<boolean>`id::text = ${id}`)
		.where('partner', '=', partner)
		.executeTakeFirst()
	return row && (JSON.parse(row.body) as Status)
}

/** Time that the answer to what was sent can be asked for again, in milliseconds. */
const statusAge = 30 * day

/** Forgets answers that are over. */
export const forgetStatuses = async (db: IndicatorQueries, now: Date): Promise<void> => {
	await db
		.deleteFrom('taxii_status')
		.where('at', '<', new Date(now.getTime() - statusAge))
		.execute()
}

const addObjects = async (
	db: IndicatorDatabase,
	sent: { partner: Partner; objects: readonly unknown[]; now: Date },
): Promise<Status | 'full'> => {
	const outcomes = await takeObjects(db, sent).catch((problem: unknown) => {
		if (problem instanceof AppError && problem.code === 'indicator.too-many-wait') return 'full' as const
		throw problem
	})
	if (outcomes === 'full') return outcomes
	const status: Status = { id: randomUUID(), requestedAt: sent.now.getTime() * 1000, outcomes }
	await db
		.insertInto('taxii_status')
		.values({ id: status.id, partner: sent.partner.id, body: JSON.stringify(status), at: sent.now })
		.execute()
	return status
}

/** Everything that a partner may ask: its collections and its inbox, and of all others nothing, not even that there are any. */
export const createPort = (db: IndicatorDatabase, { partner, origin, zone, now }: Given): TaxiiPort => {
	const list = () => toCollections(partner, toLocalDay(now(), zone))
	return {
		title: 'Thiqa',
		description: 'Indicators that protect children, for partners by agreement',
		discovery: '/taxii2/',
		root: `${origin}/taxii2/exchange/`,
		listCollections: () => Promise.resolve(list()),
		listObjects: async (id, page) => {
			const found = list().find((one) => one.id === id && one.canRead)
			return found ? listObjects(db, found.name, page) : []
		},
		readBodies: async (id, page) => {
			const found = list().find((one) => one.id === id && one.canRead)
			return found ? readBodies(db, found.name, page) : noBodies
		},
		addObjects: (_, objects) => addObjects(db, { partner, objects, now: now() }),
		removeObject: () => Promise.resolve(false),
		findStatus: (id) => findStatus(db, partner.id, id),
	}
}
