import { hour } from '#base'
import type { CountSheet } from '../counter.ts'
import { findSpan } from '../../places/index.ts'
import { bearPeriods, type Birth } from './birth-store.ts'
import type { CountingDatabase } from './counting-tables.ts'
import { openCells, sealCells, type Cells } from './sealed-cells.ts'

const most = 2 ** 31 - 1

/** Marks the hours between two moments, as far as they lie in the period. */
const markHours = (hours: Uint8Array, { period, from, until }: CountSheet): void => {
	const span = findSpan(period)
	if (!span) return
	const begin = Date.parse(`${span.from}T00:00:00Z`)
	const end = Math.min(hours.length * 8, (Date.parse(`${span.until}T00:00:00Z`) - begin) / hour)
	const last = Math.min(end - 1, Math.floor((until - begin) / hour))
	for (let at = Math.max(0, Math.floor((from - begin) / hour)); at <= last; at++)
		hours[at >> 3] = (hours[at >> 3] ?? 0) | (1 << (at & 7))
}

/** Adds a sheet to its cells by name: what was not there at birth is not counted until the next period. */
const addSheet = (cells: Cells, names: readonly string[], sheet: CountSheet): void => {
	const places = new Map(names.map((name, at) => [name, at] as const))
	for (const [at, count] of sheet.added.entries()) {
		const place = places.get(sheet.cells[at] ?? '')
		if (place !== undefined && count !== 0)
			cells.values[place] = Math.min(most, (cells.values[place] ?? 0) + count)
	}
	markHours(cells.hours, sheet)
}

/**
 * Adds what a process counted to the sealed cells, under the lock of their rows. Every row is sealed anew, also where nothing came: a quiet day and a
 * loud one look alike. A sheet of a period that was released, or whose key is lost, is thrown away.
 *
 * @param birth - `today` missing: the clock is not believed, no new period begins
 * @returns how many rows could not be opened with this key
 */
export const flushSheets = (
	db: CountingDatabase,
	sheets: readonly CountSheet[],
	{ today, ...birth }: Omit<Birth, 'today'> & { today: string | undefined },
): Promise<number> =>
	db.transaction().execute(async (trx) => {
		if (today !== undefined) await bearPeriods(trx, { ...birth, today })
		const rows = await trx.selectFrom('counter_state').selectAll().orderBy('period').forUpdate().execute()
		let closed = 0
		for (const { period, cells: names, sealed } of rows) {
			const cells = openCells(birth.key, period, sealed)
			if (!cells) {
				closed++
				continue
			}
			for (const sheet of sheets)
				if (sheet.period === period) addSheet(cells, JSON.parse(names) as string[], sheet)
			await trx
				.updateTable('counter_state')
				.set({ sealed: sealCells(birth.key, period, cells) })
				.where('period', '=', period)
				.execute()
		}
		return closed
	})
