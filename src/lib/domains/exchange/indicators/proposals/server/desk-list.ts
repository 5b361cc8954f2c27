/** Lists of the page of indicators: what waits, what partners offer, what ends soon, what was withdrawn and where it is proved to be out. */
import { sql } from 'kysely'
import { listApprovals } from '#domains/approvals/server'
import { toCanonicalValue } from '../../canonical-value.ts'
import { indicatorKinds, recheckBefore, type Indicator, type View } from '../../indicator.ts'
import { toIndicator } from '../../server/indicator-row.ts'
import type { IndicatorDatabase, IndicatorQueries } from '../../server/indicator-tables.ts'

/** Lines of each part of the page. */
const mostShown = 200

/** Lines that are read: one more shows that there are more. */
const most = mostShown + 1

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

/** What partners report about something that is published: `sighting`, `revoked` where they take it back, or a code of theirs. */
type Report = { indicator: Indicator; partner: string; code: string; count: number; at: Date }

const listReports = async (db: IndicatorQueries): Promise<Report[]> => {
	const { rows } = await sql<Parameters<typeof toIndicator>[0] & Omit<Report, 'indicator'>>`
		select indicator.*, said.partner, said.code, said.count, said.at from indicator join (
			select indicator, partner, code, sum(count)::int as count, max(at) as at from indicator_feedback group by 1, 2, 3
		) as said on said.indicator = indicator.id
		where state = 'published' order by said.code = 'revoked' desc, said.at desc, indicator.id limit ${most}`.execute(
		db,
	)
	return rows.map(({ partner, code, count, at, ...row }) => ({
		indicator: toIndicator(row),
		partner,
		code,
		count,
		at,
	}))
}

/** Servers of partners that could not be pulled from the last time, and why. */
const listPullFaults = async (
	db: IndicatorDatabase,
): Promise<{ partner: string; fault: string; at: Date }[]> => {
	const rows = await db
		.selectFrom('taxii_checkpoint')
		.innerJoin('partner_channel', 'partner_channel.id', 'taxii_checkpoint.channel')
		.select(['partner_channel.partner', 'fault', 'pulled_at'])
		.where('fault', 'is not', null)
		.orderBy('pulled_at')
		.execute()
	return rows.map(({ partner, fault, pulled_at: at }) => ({ partner, fault: fault ?? '', at }))
}

/** What is shown of a list, and whether there is more. */
const cut = <Of>(all: readonly Of[]): { shown: readonly Of[]; isCut: boolean } => ({
	shown: all.slice(0, mostShown),
	isCut: all.length > mostShown,
})

/** Everything that the page shows. */
export const readIndicatorDesk = async (db: IndicatorDatabase, now: Date) => ({
	batches: await listBatches(db, now),
	offers: cut(await listOffers(db)),
	ending: cut(await listEnding(db, now)),
	withdrawn: cut(await listWithdrawn(db)),
	reports: cut(await listReports(db)),
	faults: await listPullFaults(db),
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
