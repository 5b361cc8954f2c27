import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { findCircle, listWaitingFirst } from './circle.ts'

const ids = Array.from({ length: 8 }, (_, at) => `i1-a${at + 1}`)
const graph = fc
	.array(fc.tuple(fc.constantFrom(...ids), fc.subarray(ids)), { maxLength: 8 })
	.map((all) => new Map(all))

/** True when a way leads from a thing back to it. */
const isInCircle = (needs: ReadonlyMap<string, readonly string[]>, id: string): boolean => {
	const seen = new Set<string>()
	const open = [...(needs.get(id) ?? [])]
	for (let one = open.pop(); one !== undefined; one = open.pop()) {
		if (one === id) return true
		if (!seen.has(one)) open.push(...(needs.get(one) ?? []))
		seen.add(one)
	}
	return false
}

test('whatever waits comes before what it waits for, and every circle is left out', () => {
	fc.assert(
		fc.property(graph, (needs) => {
			const [circle, order] = [findCircle(needs), listWaitingFirst(needs)]
			expect([...circle, ...order].sort()).toEqual([...needs.keys()].sort())
			for (const id of needs.keys()) if (isInCircle(needs, id)) expect(circle).toContain(id)
			for (const [at, id] of order.entries())
				for (const one of needs.get(id) ?? [])
					if (needs.has(one)) expect(order.indexOf(one)).toBeGreaterThan(at)
		}),
	)
})
