import { recordActs } from '#domains/acts/server'
import { createDiscreteLaplace, type DrawWord } from '#tools/statistics/discrete-laplace'
import { getMonthOf, getQuarterOf } from '../../places/index.ts'
import { families, familyIds, listCells, toCellName, type Facts, type Pace } from '../families.ts'
import { countingMethod } from '../released.ts'
import type { CountingTransaction } from './counting-tables.ts'
import { noHours, sealCells } from './sealed-cells.ts'

/** Material of new cells. `today`: civil day; `now` stands in the record, to the quarter of an hour. */
export type Birth = { key: Uint8Array; facts: Facts; today: string; now: Date; draw: DrawWord }

/** Noise for every cell of a sheet, in the order of its names. */
const drawNoise = (pace: Pace, facts: Facts, draw: DrawWord): Map<string, number> =>
	new Map(
		familyIds
			.filter((id) => families[id].pace === pace)
			.flatMap((id) => {
				const take = createDiscreteLaplace(families[id].t, draw)
				return families[id].list(facts).map((cell) => [toCellName(id, cell), take()] as const)
			}),
	)

/** Writes the lines of the ledger; false when the period was born before, here or in another process, and is never born again. */
const enterLedger = async (
	trx: CountingTransaction,
	{ pace, period, today, facts }: { pace: Pace; period: string; today: string; facts: Facts },
): Promise<boolean> => {
	const lines = familyIds
		.filter((id) => families[id].pace === pace)
		.map((family) => ({
			family,
			period,
			t: families[family].t,
			moved: families[family].moved,
			cells: families[family].list(facts).length,
			born: today,
			ended: null,
			outcome: 'counting' as const,
			hours: null,
			method: countingMethod,
		}))
	const added = await trx
		.insertInto('privacy_ledger')
		.values(lines)
		.onConflict((conflict) => conflict.doNothing())
		.returning('family')
		.execute()
	return added.length > 0
}

/** Makes the cells of this month and this quarter where there are none, each with its noise. */
export const bearPeriods = async (
	trx: CountingTransaction,
	{ key, facts, today, now, draw }: Birth,
): Promise<void> => {
	for (const [pace, period] of [
		['month', getMonthOf(today)],
		['quarter', getQuarterOf(today)],
	] as const) {
		if (!(await enterLedger(trx, { pace, period, today, facts }))) continue
		const cells = drawNoise(pace, facts, draw)
		const sealed = sealCells(key, period, { values: Int32Array.from(cells.values()), hours: noHours() })
		await trx
			.insertInto('counter_state')
			.values({ period, cells: JSON.stringify(listCells(pace, facts)), sealed })
			.execute()
		const act = 'counting/born'
		await recordActs(trx, [
			{ act, by: null, at: now, what: { period, cells: cells.size, method: countingMethod } },
		])
	}
}
