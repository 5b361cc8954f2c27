import { expect, test } from 'vitest'
import { toRosette } from './index.ts'

const parts = toRosette()
const numbers = (path: string): number[] => (path.match(/-?\d+(?:\.\d+)?/gu) ?? []).map(Number)

test('a panel has ten parts, all within its square', () => {
	expect(parts).toHaveLength(10)
	for (const part of parts)
		for (const value of numbers(part)) {
			expect(value).toBeGreaterThanOrEqual(0)
			expect(value).toBeLessThanOrEqual(200)
		}
})

test('rings have eight kites that meet those of the next ring in a corner', () => {
	const rings = parts.slice(1, 6)
	for (const [index, ring] of rings.entries()) {
		expect(ring.match(/M/gu)).toHaveLength(8)
		const next = rings[index + 1]
		if (!next) continue
		const corners = (path: string): Set<string> => new Set(path.match(/[\d.]+ [\d.]+/gu))
		expect(corners(ring).intersection(corners(next)).size).toBe(16)
	}
})
