import { expect, test } from 'vitest'
import { listPlaces } from '../places/index.ts'
import { library } from '#domains/guide/server'
import { families, familyIds, getEpsilon, getEpsilonOf, listCells } from './families.ts'

const facts = {
	provinces: listPlaces(library.regions).flatMap(({ kind, code }) =>
		kind === 'province' || kind === 'prefecture' ? [code] : [],
	),
	regions: library.regions.map(({ code }) => code),
	topics: library.topics.map(({ id }) => id),
}

test('an arrival spends at most 0.10 in all families together, and today 0.08', () => {
	expect(getEpsilonOf('arrival')).toBeLessThanOrEqual(0.1)
	expect(getEpsilonOf('arrival')).toBeCloseTo(0.08, 10)
	expect(getEpsilonOf('vote')).toBeCloseTo(0.2, 10)
	expect(getEpsilonOf('press')).toBeCloseTo(1.05, 10)
})

test('every family has its noise, and cells that are fixed from birth', () => {
	expect(familyIds.map((id) => [id, families[id].list(facts).length, getEpsilon(id)])).toEqual([
		['page', 6, 0.01],
		['language', 4, 0.01],
		['place', 77, 0.05],
		['campaign', 64, 0.01],
		['helped', facts.topics.length * 3, 0.2],
		['protected', 13 * 3 * 2, 1],
		['pressed', 13 * 14, 0.05],
	])
})

test('no two cells have one name', () => {
	const names = [...listCells('month', facts), ...listCells('quarter', facts)]
	expect(new Set(names).size).toBe(names.length)
})
