import { expect, test } from 'vitest'
import { listCells } from './families.ts'
import { listParts } from './parts.ts'
import { toCountedFigures } from './released.ts'

const facts = {
	regions: [{ code: 'MA-09', provinces: ['MA-TAT', 'MA-TIZ'] }],
	topics: ['scams', 'sextortion'],
}
const counted = { provinces: ['MA-TAT', 'MA-TIZ'], regions: ['MA-09'], topics: facts.topics }
const onScoreboard = ['arrivals', 'arrivals-by-code', 'protections-verified']

const make = (period: string, values: Readonly<Record<string, number>>) => {
	const names = listCells(period.includes('Q') ? 'quarter' : 'month', counted)
	return toCountedFigures({ period, cells: new Map(names.map((name) => [name, values[name] ?? 0])) }, facts)
}

test('every released number stands in the scoreboard or in one table of parts', () => {
	for (const period of ['2026-11', '2026-Q4']) {
		const figures = make(period, {})
		const inParts = listParts(figures).reduce((sum, { lines, few }) => sum + lines.length + few, 0)
		const others = figures.filter(({ indicator }) => onScoreboard.includes(indicator))
		expect(inParts + others.length).toBe(figures.length)
	}
})

test('what is too few is a count of lines, and never a line', () => {
	const tables = listParts(
		make('2026-11', {
			'page:front': 5000,
			'page:law': 599,
			'language:ar': 5000,
			'helped:scams/yes': 300,
			'helped:scams/no': 100,
			'helped:sextortion/yes': 99,
		}),
	)
	expect(tables.map(({ kind, few, lines }) => [kind, few, lines.map(({ name }) => name)])).toEqual([
		['page', 5, ['front']],
		['language', 3, ['ar']],
		['helped', 1, ['scams']],
	])
})

test('a quarter tells what came over the limit, by campaign, and the two other protections', () => {
	const press = (one: string) => ({ [`protected:MA-09/${one}/1`]: 170, [`protected:MA-09/${one}/0`]: 230 })
	const tables = listParts(
		make('2026-Q4', {
			'place:over': 700,
			'campaign:3': 900,
			...press('filter'),
			...press('search'),
			...press('bypass'),
		}),
	)
	expect(
		tables.map(({ kind, lines }) => [kind, lines.map(({ name, figure }) => `${name} ${figure.place}`)]),
	).toEqual([
		['code', ['over-limit MA']],
		['campaign', ['3 MA']],
		['protected', ['search MA-09', 'search MA', 'bypass MA-09', 'bypass MA']],
	])
})

test('a period whose key is lost is told line by line as not counted', () => {
	const tables = listParts(toCountedFigures({ period: '2026-11', cells: undefined }, facts))
	expect(tables.flatMap(({ lines }) => lines).every(({ figure }) => figure.status === 'not-counted')).toBe(
		true,
	)
	expect(tables.every(({ few }) => few === 0)).toBe(true)
})
