/** Lists of the page of indicators: what waits, what partners offer, what ends soon, what was withdrawn and where it is proved to be out. */
import { listApprovals } from '#domains/approvals/server'
import { toCanonicalValue } from '../../canonical-value.ts'
import { indicatorKinds, recheckBefore, type Indicator, type View } from '../../indicator.ts'
import { toIndicator } from '../../server/indicator-row.ts'
import type { IndicatorDatabase, IndicatorQueries } from '../../server/indicator-tables.ts'

/** Lines of each part of the page. */
const most = 200

/** Proposals that are agreed to together. `approval`: `undefined` when nobody was asked today. */
export type Batch = {
	id: string
	proposedBy: string
	indicators: readonly Indicator[]
	approval: Awaited<ReturnType<typeof listApprovals>>[number] | undefined
}

/** Batches that wait, the oldest first. */
const listBatches = async (db: IndicatorDatabase, now: Date): Promise<Batch[]> => {
	const rows = await db
		.selectFrom('indicator')
		.selectAll()
		.where('state', '=', 'proposed')
		.orderBy('created')
		.orderBy('value')
		.limit(most * 10)
		.execute()
	const asked = (await listApprovals(db, now)).filter(({ act }) => act === 'publish-indicator')
	const batches = Map.groupBy(rows.map(toIndicator), ({ batch }) => batch ?? '')
	return Array.from(batches, ([id, indicators]) => ({
		id,
		proposedBy: indicators[0]?.proposedBy ?? '',
		indicators,
		approval: asked.findLast(({ subject }) => subject === id),
	}))
}

const listOffers = async (db: IndicatorQueries): Promise<Indicator[]> => {
	const rows = await db
		.selectFrom('indicator')
		.selectAll()
		.where('state', '=', 'offered')
		.orderBy('created')
		.orderBy('value')
		.limit(most)
		.execute()
	return rows.map(toIndicator)
}

const listEnding = async (db: IndicatorQueries, now: Date): Promise<Indicator[]> => {
	const rows = await db
		.selectFrom('indicator')
		.selectAll()
		.where('state', '=', 'published')
		.where('valid_until', '<=', new Date(now.getTime() + recheckBefore))
		.orderBy('valid_until')
		.orderBy('value')
		.limit(most)
		.execute()
	return rows.map(toIndicator)
}

/** A view that owes or has given proof that an indicator is out. `digest`: SHA-256 of what was built without it. */
type Proof = {
	view: View
	serial: number
	gone: { serial: number; digest: string; at: Date } | undefined
}

const listWithdrawn = async (
	db: IndicatorQueries,
): Promise<{ indicator: Indicator; proofs: readonly Proof[] }[]> => {
	const rows = await db
		.selectFrom('indicator')
		.selectAll()
		.where('state', '=', 'withdrawn')
		.orderBy('modified', 'desc')
		.orderBy('id')
		.limit(most)
		.execute()
	if (rows.length === 0) return []
	const proofs = await db
		.selectFrom('indicator_proof')
		.selectAll()
		.where(
			'indicator',
			'in',
			rows.map(({ id }) => id),
		)
		.orderBy('view')
		.execute()
	return rows.map((row) => ({
		indicator: toIndicator(row),
		proofs: proofs
			.filter(({ indicator }) => indicator === row.id)
			.map(({ view, serial, gone_serial: gone, digest, gone_at: at }) => ({
				view,
				serial,
				gone: gone === null || digest === null || at === null ? undefined : { serial: gone, digest, at },
			})),
	}))
}

/** Everything that the page shows. */
export const readIndicatorDesk = async (db: IndicatorDatabase, now: Date) => ({
	batches: await listBatches(db, now),
	offers: await listOffers(db),
	ending: await listEnding(db, now),
	withdrawn: await listWithdrawn(db),
})

/** Whatever is published under a value, in any spelling of it. */
export const findPublished = async (db: IndicatorQueries, text: string): Promise<Indicator[]> => {
	const values = indicatorKinds.flatMap((kind) => toCanonicalValue(kind, text) ?? [])
	if (values.length === 0) return []
	const rows = await db
		.selectFrom('indicator')
		.selectAll()
		.where('value', 'in', values)
		.where('state', '=', 'published')
		.execute()
	return rows.map(toIndicator)
}
