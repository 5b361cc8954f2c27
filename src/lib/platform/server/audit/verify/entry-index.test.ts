import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { createEntryIndex } from './entry-index.ts'

/** Ids that somebody has chosen: alike in all bytes but a few, so that many want the same slot. */
const id = fc
	.tuple(fc.nat(3), fc.nat(3), fc.nat(40))
	.map(([first, middle, last]) =>
		Buffer.from([first, ...Array<number>(6).fill(0), middle, ...Array<number>(7).fill(0), last]),
	)

test('every entry is found by its id, no other is, and those behind which nothing is kept are counted', () => {
	fc.assert(
		fc.property(
			fc.uniqueArray(fc.record({ id, mark: fc.constantFrom('kept', 'erased', 'none') }), {
				selector: (one) => one.id.toString('hex'),
				maxLength: 200,
			}),
			id,
			fc.nat(200),
			(entries, other, expected) => {
				const index = createEntryIndex(expected)
				for (const [at, one] of entries.entries()) index.add(one.id, Buffer.alloc(32, at))
				for (const [at, one] of entries.entries()) {
					const entry = index.find(Uint8Array.from(one.id))
					expect(index.commitmentOf(entry).equals(Buffer.alloc(32, at))).toBe(true)
					expect(index.leafOf(entry)).toBeUndefined()
					index.place(entry, 1000 - at)
					expect(index.leafOf(entry)).toBe(1000 - at)
					if (one.mark !== 'none') index.mark(entry, one.mark)
				}
				expect(index.find(other) >= 0).toBe(entries.some((one) => one.id.equals(other)))
				const bare = entries.flatMap(({ mark }, at) => (mark === 'none' ? [1000 - at] : []))
				expect(index.countBare()).toEqual({
					erased: entries.filter(({ mark }) => mark === 'erased').length,
					unexplained: bare.length,
					firstLeaf: bare.length === 0 ? undefined : Math.min(...bare),
				})
			},
		),
	)
})

test('what is kept counts more than an act that names it', () => {
	const index = createEntryIndex(1)
	index.add(Buffer.alloc(16, 1), Buffer.alloc(32))
	index.mark(0, 'erased')
	index.mark(0, 'kept')
	expect(index.countBare()).toEqual({ erased: 0, unexplained: 0, firstLeaf: undefined })
})
