import { expect, test } from 'vitest'
import { toOutcome } from './outcome.ts'
import { getFirstWholeQuarter, getMonths, getQuarter, listDueQuarters } from './quarter.ts'

test('a quarter is due a whole month after its end, never before', () => {
	const at = (day: string) => listDueQuarters('2026-Q2', new Date(`${day}Z`))
	expect(at('2026-07-31T23:59:59')).toEqual([])
	expect(at('2026-08-01T00:00:00')).toEqual(['2026-Q2'])
	expect(at('2027-01-31T23:59:59')).toEqual(['2026-Q2', '2026-Q3'])
	expect(at('2027-02-01T00:00:00')).toEqual(['2026-Q2', '2026-Q3', '2026-Q4'])
})

test('quarters have their months, and a desk publishes from its first whole one', () => {
	expect(getMonths('2026-Q4')).toEqual({ from: '2026-10', to: '2026-12' })
	expect(['2026-01', '2026-03-31', '2026-04', '2026-12'].map(getQuarter)).toEqual([
		'2026-Q1',
		'2026-Q1',
		'2026-Q2',
		'2026-Q4',
	])
	expect(getFirstWholeQuarter('2026-11-24')).toBe('2027-Q1')
	expect(getFirstWholeQuarter('2026-10-01')).toBe('2026-Q4')
})

test.each([
	['police', 'closed', 'answered', ['notified', 'first-police']],
	['gone', 'monitoring', null, ['notified', 'unavailable']],
	['host', 'closed', 'not-found', ['notified']],
	['answered', 'closed', 'answered', ['triaged']],
	['not-illegal', 'closed', 'lawful', ['triaged', 'not-illegal']],
	['ended', 'closed', 'spam', ['triaged']],
	['ended', 'duplicate', null, []],
	['open', 'waiting-reporter', null, ['triaged']],
] as const)('toOutcome() is %s for a case that is %s', (outcome, status, reason, was) => {
	expect(toOutcome({ status, reason, was })).toBe(outcome)
})
