import { describe, expect, test } from 'vitest'
import { planIndexing } from './plan-indexing.ts'

const read = { reports: [{}] }
const unread = { reports: [] }

describe('planIndexing()', () => {
	test('keeps apart what can be indexed here at once and what has to be opened first', () => {
		const opened = new Map([
			['a', read],
			['other', read],
		])
		const plan = planIndexing({ count: 3, ids: ['a', 'b'] }, { index: 'new', opened, kept: new Map() })
		expect(plan).toEqual({ here: ['a'], closed: ['b'], count: 3 })
	})

	test('leaves out what this tab has indexed since, also when its text was closed again', () => {
		const kept = new Map([
			['a', 'new'],
			['b', 'new'],
		])
		const opened = new Map([['a', read]])
		const plan = planIndexing({ count: 3, ids: ['a', 'b', 'c'] }, { index: 'new', opened, kept })
		expect(plan).toEqual({ here: [], closed: ['c'], count: 1 })
	})

	test('names a case that never had tokens when those of this tab were not kept', () => {
		const kept = new Map([['a', undefined]])
		const opened = new Map([['a', read]])
		const plan = planIndexing({ count: 0, ids: [] }, { index: 'new', opened, kept })
		expect(plan).toEqual({ here: ['a'], closed: [], count: 1 })
	})

	test('asks again for what was indexed with a key that is no longer in use', () => {
		const kept = new Map([['a', 'old']])
		const opened = new Map([['a', read]])
		const plan = planIndexing({ count: 1, ids: ['a'] }, { index: 'new', opened, kept })
		expect(plan).toEqual({ here: ['a'], closed: [], count: 1 })
	})

	test('opens nothing a second time that this person could not read, and goes on counting it', () => {
		const opened = new Map([['a', unread]])
		const plan = planIndexing({ count: 1, ids: ['a'] }, { index: 'new', opened, kept: new Map() })
		expect(plan).toEqual({ here: [], closed: [], count: 1 })
	})
})
