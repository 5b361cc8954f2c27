/** Configuration files: milliseconds to make the files of each target for its heaviest choice, 500 own names. `node bench/config.ts` */
import { makeFilter, parseFilterChoice, targets } from '#domains/protect'
import { closeAll, readProtectFacts } from '../tests/support/filters.ts'
import { finish, isQuick, report, showSpread, showTable, toSpread } from './support/figures.ts'

const limit = 5
const rounds = isQuick ? 5 : 15
const facts = readProtectFacts()
const names = Array.from({ length: 500 }, (_, index) => `name-${index}.example`)
const choice = parseFilterChoice(facts, {
	resolver: 'cloudflare-family',
	level: 'strict',
	closes: closeAll,
	blocked: names,
})
if (!choice.ok) throw new Error('making the heaviest choice: it was refused')
const wanted = choice.value

const rows = targets.map(({ id, make }) => {
	const taken: number[] = []
	for (let round = 0; round < rounds + 3; round++) {
		const started = performance.now()
		make(makeFilter(facts, wanted))
		if (round >= 3) taken.push(performance.now() - started)
	}
	return { id, spread: toSpread(taken) }
})
console.log(
	showTable(
		['target', 'ms'],
		rows.map(({ id, spread }) => [id, showSpread(spread, 2)]),
	),
)
const slowest = rows.toSorted((a, b) => b.spread.median - a.spread.median)[0]
report(
	`slowest of ${rows.length} targets (${slowest?.id ?? 'none'})`,
	`${slowest?.spread.median.toFixed(2) ?? '-'} ms`,
	`< ${limit} ms`,
	(slowest?.spread.median ?? Infinity) < limit,
)
finish()
