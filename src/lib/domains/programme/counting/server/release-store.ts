import { createHash } from 'node:crypto'
import { addDays } from '#base'
import { recordActs } from '#domains/acts/server'
import { toCanonicalJson } from '#tools/files/canonical-json'
import { findSpan } from '../../places/index.ts'
import { listParts, type PartTable } from '../parts.ts'
import { toCountedFigures, type CountedFigure, type FigureFacts, type Released } from '../released.ts'
import type {
	CountingDatabase,
	CountingQueries,
	CountingTables,
	CountingTransaction,
} from './counting-tables.ts'
import { openCells, type Cells } from './sealed-cells.ts'

/** Days between the end of a period and its release. */
const waiting = 30

const isDue = (period: string, today: string): boolean => {
	const span = findSpan(period)
	return span !== undefined && addDays(span.until, waiting) <= today
}

const countHours = (hours: Uint8Array): number =>
	hours.reduce((sum, byte) => sum + byte.toString(2).replaceAll('0', '').length, 0)

/** The numbers as they stand: not drawn again, not rounded, not clamped. */
const storeCells = async (
	trx: CountingTransaction,
	{ period, names, values }: { period: string; names: readonly string[]; values: Int32Array },
): Promise<string> => {
	const rows = names.map((cell, at) => ({ period, cell, value: values[at] ?? 0 }))
	await trx.insertInto('counted').values(rows).execute()
	return createHash('sha256')
		.update(toCanonicalJson(Object.fromEntries(rows.map(({ cell, value }) => [cell, value]))))
		.digest('hex')
}

type Due = { period: string; names: readonly string[]; cells: Cells | undefined; today: string; now: Date }

const release = async (
	trx: CountingTransaction,
	{ period, names, cells, today, now }: Due,
): Promise<void> => {
	const digest = cells ? await storeCells(trx, { period, names, values: cells.values }) : null
	await trx
		.updateTable('privacy_ledger')
		.set({
			ended: today,
			outcome: cells ? 'released' : 'key-lost',
			hours: cells ? countHours(cells.hours) : null,
		})
		.where('period', '=', period)
		.execute()
	await trx.deleteFrom('counter_state').where('period', '=', period).execute()
	await recordActs(trx, [{ act: 'counting/released', by: null, at: now, what: { period, digest } }])
}

/**
 * Releases every period that ended thirty days ago, once, and erases its sealed cells: there is nothing left to draw from again.
 *
 * @param today - civil day that all clocks have reached
 * @param key - `undefined` when it is lost: the period is "not counted"
 * @returns the periods that were released now
 */
export const releaseDue = (
	db: CountingDatabase,
	{ key, today, now }: { key: Uint8Array | undefined; today: string; now: Date },
): Promise<string[]> =>
	db.transaction().execute(async (trx) => {
		const rows = await trx.selectFrom('counter_state').selectAll().orderBy('period').forUpdate().execute()
		const due = rows.filter(({ period }) => isDue(period, today))
		for (const { period, cells: names, sealed } of due)
			await release(trx, {
				period,
				today,
				now,
				names: JSON.parse(names) as string[],
				cells: key && openCells(key, period, sealed),
			})
		return due.map(({ period }) => period)
	})

/** A line of the ledger, as everybody may read it. */
export type LedgerLine = CountingTables['privacy_ledger'] & { epsilon: number }

/** The whole ledger, the newest period first. */
export const listLedger = async (db: CountingQueries): Promise<LedgerLine[]> =>
	(
		await db.selectFrom('privacy_ledger').selectAll().orderBy('period', 'desc').orderBy('family').execute()
	).map((line) => ({ ...line, epsilon: line.moved / line.t }))

const findReleased = async (db: CountingQueries, period: string): Promise<Released> => {
	const rows = await db.selectFrom('counted').select(['cell', 'value']).where('period', '=', period).execute()
	return {
		period,
		cells: rows.length === 0 ? undefined : new Map(rows.map(({ cell, value }) => [cell, value])),
	}
}

/** Periods that have ended, the oldest first. */
const listEnded = async (db: CountingQueries): Promise<string[]> =>
	(
		await db
			.selectFrom('privacy_ledger')
			.select('period')
			.distinct()
			.where('outcome', '<>', 'counting')
			.orderBy('period')
			.execute()
	).map(({ period }) => period)

/** Figures of every period that has ended, for publication; the same rows each time. */
export const listCountedFigures = async (
	db: CountingQueries,
	facts: FigureFacts,
): Promise<CountedFigure[]> => {
	const figures: CountedFigure[] = []
	for (const period of await listEnded(db))
		figures.push(...toCountedFigures(await findReleased(db, period), facts))
	return figures
}

/**
 * What was released and stands in no table of the scoreboard.
 *
 * @param asked - a period; without one, or with one that has not ended, the newest month and the newest quarter
 */
export const listReleasedParts = async (
	db: CountingQueries,
	facts: FigureFacts,
	asked?: string,
): Promise<PartTable[]> => {
	const ended = await listEnded(db)
	const newest = [ended.findLast((one) => !one.includes('Q')), ended.findLast((one) => one.includes('Q'))]
	const periods = asked !== undefined && ended.includes(asked) ? [asked] : newest
	const tables: PartTable[] = []
	for (const period of periods)
		if (period !== undefined)
			tables.push(...listParts(toCountedFigures(await findReleased(db, period), facts)))
	return tables
}
