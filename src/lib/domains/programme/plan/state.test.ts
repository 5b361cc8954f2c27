import { expect, test } from 'vitest'
import { getShown, getShownRealisation, type Action } from './index.ts'

const words = { ar: 'مثال', fr: 'Exemple', zgh: 'ⴰⵎⴷⵢⴰ', en: 'Example' }

const independent = {
	kind: 'law',
	reference: 'ma-law-07-03',
	seenOn: undefined,
	confidence: 'sure',
	isIndependent: true,
	note: undefined,
} as const

const action: Action = {
	id: 'i1-a1',
	initiative: 'i1',
	title: words,
	promise: undefined,
	owner: undefined,
	audiences: ['children'],
	region: undefined,
	promisedOn: '2026-01-01',
	dueFirst: '2026-06-30',
	dueNow: '2026-06-30',
	begunOn: undefined,
	endedOn: undefined,
	state: 'promised',
	reason: undefined,
	source: 'example',
	isDemonstration: true,
	changedOn: '2026-06-01',
	version: 1,
	needs: [],
	evidence: [],
	realisations: [],
}

test('an open action is late from the day after its first date, and not on the day', () => {
	expect(getShown(action, '2026-06-30')).toMatchObject({ state: 'promised', lateDays: undefined })
	expect(getShown(action, '2026-07-01')).toMatchObject({ state: 'late', lateDays: 1 })
	expect(getShown({ ...action, state: 'begun' }, '2026-07-02')).toMatchObject({ state: 'late', lateDays: 2 })
})

test('a date that was moved makes nothing punctual: the first counts, and both are shown', () => {
	const moved = { ...action, dueNow: '2027-06-30' }
	expect(getShown(moved, '2026-08-01')).toMatchObject({ state: 'late', lateDays: 32, wasMoved: true })
})

test('what is done or dropped is never late', () => {
	const over = { ...action, evidence: [independent] }
	expect(getShown({ ...over, state: 'done' }, '2030-01-01')).toMatchObject({ state: 'done' })
	expect(getShown({ ...over, state: 'dropped' }, '2030-01-01')).toMatchObject({ state: 'dropped' })
})

test('without a date nothing is late, and after 180 days without news it is silent', () => {
	const undated = { ...action, dueFirst: undefined, dueNow: undefined }
	expect(getShown(undated, '2026-11-27')).toMatchObject({ state: 'promised', hasNoDate: true })
	expect(getShown(undated, '2026-11-28')).toMatchObject({
		state: 'no-news',
		silentDays: 180,
		lateDays: undefined,
	})
})

test('done by the word of its owner alone is not simply done', () => {
	const said = { ...independent, isIndependent: false }
	expect(getShown({ ...action, state: 'done' }, '2026-07-01').state).toBe('done-said')
	expect(getShown({ ...action, state: 'done', evidence: [said] }, '2026-07-01').state).toBe('done-said')
	expect(getShownRealisation({ state: 'done', evidence: [said] })).toBe('done-said')
	expect(getShownRealisation({ state: 'done', evidence: [said, independent] })).toBe('done')
	expect(getShownRealisation({ state: 'begun', evidence: [independent] })).toBe('begun')
})
