import fc from 'fast-check'
import { expect, test } from 'vitest'
import { getTile, tilings, toArchPath, toStarPath } from './index.ts'

const numbers = (path: string): number[] => (path.match(/-?\d+(?:\.\d+)?/gu) ?? []).map(Number)

test('toStarPath() has sixteen corners, eight of them on the circle', () => {
	const values = numbers(toStarPath([0, 0], 10))
	const reaches = Array.from({ length: 16 }, (_, i) => Math.hypot(values[2 * i] ?? 0, values[2 * i + 1] ?? 0))
	expect(reaches.filter((reach) => Math.abs(reach - 10) < 0.02)).toHaveLength(8)
	expect(reaches.filter((reach) => Math.abs(reach - 7.65) < 0.02)).toHaveLength(8)
})

test('every tiling repeats without a seam: what leaves one side enters the other', () => {
	fc.assert(
		fc.property(fc.constantFrom(...tilings), fc.integer({ min: 8, max: 400 }), (tiling, size) => {
			const tile = getTile(tiling, size)
			const crossings = (axis: 0 | 1, at: number): number =>
				tile.shapes.flatMap(({ path }) =>
					numbers(path).filter((value, i) => i % 2 === axis && Math.abs(value - at) < 0.02),
				).length
			expect(crossings(0, 0)).toBe(crossings(0, size))
			expect(crossings(1, 0)).toBe(crossings(1, size))
		}),
	)
})

test('toArchPath() runs from foot to foot with one arc a lobe', () => {
	const path = toArchPath(700, 120, 11)
	expect(path.startsWith('M0 120A')).toBe(true)
	expect(path.endsWith('700 120')).toBe(true)
	expect(path.match(/A/gu)).toHaveLength(11)
})
