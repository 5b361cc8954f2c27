import fc from 'fast-check'
import { expect, test } from 'vitest'
import { queueSorts, readQueueView, toQueueAddress, whoseCases } from './queue-view.ts'

test('a view is the same after going through its address', () => {
	const view = fc.record({
		ended: fc.boolean(),
		whose: fc.constantFrom(...whoseCases),
		sort: fc.constantFrom(...queueSorts),
		page: fc.integer({ min: 1, max: 1000 }),
		group: fc.option(fc.uuid(), { nil: undefined }),
	})
	fc.assert(
		fc.property(view, (one) => {
			const address = toQueueAddress(one, { page: one.page })
			expect(readQueueView(new URL(address, 'https://x.example').searchParams)).toEqual(one)
		}),
	)
})

test('an address that nobody made is the usual view', () => {
	const wrong = 'whose=__proto__&sort=x&page=-3&group=%27%20or%201=1'
	expect(readQueueView(new URLSearchParams(wrong))).toEqual({
		ended: false,
		whose: 'all',
		sort: 'due',
		page: 1,
		group: undefined,
	})
})
