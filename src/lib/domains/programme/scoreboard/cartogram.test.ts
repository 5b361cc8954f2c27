import { expect, test } from 'vitest'
import { library } from '#domains/guide/server'
import { listPlaces } from '../places/index.ts'
import { hexagons, isBeside } from './cartogram.ts'

const units = listPlaces(library.regions).filter(({ kind }) => kind === 'province' || kind === 'prefecture')

test('each province and prefecture has one hexagon, and none lies on another', () => {
	expect(hexagons.map(({ code }) => code).sort()).toEqual(units.map(({ code }) => code).sort())
	expect(new Set(hexagons.map(({ column, row }) => `${column} ${row}`)).size).toBe(75)
})

const reach = (group: readonly (typeof hexagons)[number][]): number => {
	const [first, ...others] = group
	const reached = first ? [first] : []
	for (const one of reached)
		reached.push(...others.filter((other) => !reached.includes(other) && isBeside(one, other)))
	return reached.length
}

test.each(library.regions.map(({ code, units: own }) => [code, own.map((unit) => unit.code)] as const))(
	'the hexagons of %s hang together',
	(_, codes) => {
		const group = hexagons.filter(({ code }) => codes.includes(code))
		expect(reach(group)).toBe(codes.length)
	},
)

test('the whole country hangs together', () => {
	expect(reach(hexagons)).toBe(75)
})
