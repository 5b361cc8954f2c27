import { expect, test } from 'vitest'
import {
	makeLaw,
	makeMapping,
	makeProvision,
	makeTreaty,
	readLaw,
} from '../../../../../tests/support/law-files.ts'
import { assessments } from '../index.ts'
import { makeHeatMap } from './heat-map.ts'
import { findTheme, isTheme, themes } from './themes.ts'

const law = readLaw()
const map = makeHeatMap(law)
const tiles = map.rows.flatMap((row) => row.tiles.flatMap((tile) => tile ?? []))

test('makeHeatMap() counts every row of the study in exactly one tile', () => {
	expect(map.conventions).toHaveLength(9)
	expect(tiles.reduce((sum, { total }) => sum + total, 0)).toBe(law.mappings.length)
	for (const { counts, total } of tiles)
		expect(assessments.reduce((sum, assessment) => sum + counts[assessment], 0)).toBe(total)
})

test('makeHeatMap() has no theme without a row and no convention without one', () => {
	for (const { theme, tiles: own } of map.rows) expect(own.some(Boolean), theme).toBe(true)
	for (const [at, id] of map.conventions.entries())
		expect(
			map.rows.some((row) => row.tiles[at]),
			id,
		).toBe(true)
})

test('a tile says the weakest answer among its rows', () => {
	for (const { state, counts } of tiles) {
		if (counts.gap > 0) expect(state).toBe('gap')
		else if (counts.partly > 0) expect(state).toBe('partly')
		else if (counts.unknown > 0) expect(state).toBe('unknown')
		else expect(state).toBe('covered')
	}
})

test('makeHeatMap() refuses a row whose provision has no theme, by its name', () => {
	const strange = makeLaw({
		'instruments/un-crc.yaml': makeTreaty('un-crc'),
		'provisions/un-crc.yaml': [makeProvision('strange-1')],
		'mappings/un-crc.yaml': [makeMapping('map-strange', { asks: 'strange-1' })],
	})
	expect(() => makeHeatMap({ ...strange, mappings: strange.mappings.slice(-1) })).toThrow('strange-1')
})

test('every name in a theme is a provision of a convention', () => {
	const known = new Set(law.provisions.filter(({ level }) => level === 'international').map(({ id }) => id))
	const themed = law.provisions.filter(({ id }) => findTheme(id) !== undefined)
	expect(themed.filter(({ id }) => !known.has(id))).toEqual([])
	expect(themed).toHaveLength(law.mappings.length)
	expect(themes.every(isTheme)).toBe(true)
	expect(isTheme('__proto__')).toBe(false)
})
