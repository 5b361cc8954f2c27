/** Digests for platforms, page by page, and what the platforms say of them. */
import { createHash, randomUUID } from 'node:crypto'
import type { Indicator } from '#domains/exchange/indicators'
import { listEverPublished } from '#domains/exchange/indicators/server'
import { toHashPage, type Feedback, type FetchQuery, type HashRecord } from '#tools/indicators/hash-exchange'
import type { ViewReader } from '../reader.ts'
import type { ViewQueries } from './held-view.ts'

/** Status of a record: whoever has it deletes what is over; what was withdrawn, too, and is told that it was. */
const toStatus = ({ state }: Indicator): HashRecord['status'] => {
	if (state === 'published') return 'Active'
	return state === 'withdrawn' ? 'Withdrawn' : 'Deleted'
}

const toRecord = (one: Indicator): HashRecord => ({
	kind: one.kind === 'md5' ? 'md5' : 'pdq',
	value: one.value,
	status: toStatus(one),
	place: one.added,
	at: one.modified,
	reference: one.id,
})

/** The page that a platform asks for. */
export const getHashPage = async (
	db: ViewQueries,
	{ audiences, tlps }: Pick<ViewReader, 'audiences' | 'tlps'>,
	{ since, after = 0, limit }: FetchQuery,
): Promise<ReturnType<typeof toHashPage>> => {
	const asked = { view: 'stopncii', audiences, tlps, since, after, limit: limit + 1 } as const
	const found = await listEverPublished(db, asked)
	return toHashPage(found.slice(0, limit).map(toRecord), { since, hasMore: found.length > limit })
}

/** Ids and versions of published digests that a reader may know of. */
const findKnown = (db: ViewQueries, { audiences, tlps }: ViewReader, values: readonly string[]) =>
	db
		.selectFrom('indicator')
		.select(['id', 'value', 'version', 'audiences'])
		.where('value', 'in', values)
		.where('kind', 'in', ['md5', 'pdq'])
		.where('version', '>', 0)
		.where('tlp', 'in', tlps)
		.execute()
		.then((rows) =>
			rows.filter((row) => audiences.some((audience) => row.audiences.split(',').includes(audience))),
		)

/**
 * Keeps what a platform says of digests, the last word of each version. What it says of digests that it does not have from here is passed over.
 *
 * @returns how many were kept
 */
export const keepFeedback = async (
	db: ViewQueries,
	reader: ViewReader,
	{ feedback, at }: { feedback: readonly Feedback[]; at: Date },
): Promise<number> => {
	const byValue = new Map(feedback.map((one) => [one.value, one.feedback]))
	const known = await findKnown(db, reader, [...byValue.keys()])
	if (known.length === 0) return 0
	const rows = known.map(({ id, value, version }) => ({
		id: randomUUID(),
		partner: reader.partner,
		indicator: id,
		object: `indicator--${id}`,
		version: `stopncii ${version}`,
		code: byValue.get(value) ?? 'Unknown',
		count: 1,
		digest: createHash('sha256')
			.update(`${id} ${byValue.get(value) ?? ''}`)
			.digest('hex'),
		at,
	}))
	await db
		.insertInto('indicator_feedback')
		.values(rows)
		.onConflict((conflict) =>
			conflict.columns(['partner', 'object', 'version']).doUpdateSet((from) => ({
				code: from.ref('excluded.code'),
				digest: from.ref('excluded.digest'),
				at: from.ref('excluded.at'),
			})),
		)
		.execute()
	return rows.length
}
