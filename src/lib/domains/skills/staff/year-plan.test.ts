import { expect, test } from 'vitest'
import { findCurrentYear, getComingDays, toSchoolYear } from './year-plan.ts'

const known = { sources: ['https://example.org'], confidence: 'sure' as const }
const years = [{ year: '2025-2026', start: '2025-09-08', breaks: [], isWhole: false, ...known }]
const days = [
	{ id: 'sid', dates: [{ from: '2026-02-10' }, { from: '2027-02-09' }], isComputed: true, ...known },
	{ id: 'sixteen', dates: [{ from: '2026-11-25', to: '2026-12-10' }], isComputed: false, ...known },
]

test.each([
	['2026-08-31', '2025-2026'],
	['2026-09-01', '2026-2027'],
	['2027-01-15', '2026-2027'],
])('toSchoolYear() puts %s in %s', (day, year) => {
	expect(toSchoolYear(day)).toBe(year)
})

test('findCurrentYear() knows no year that nobody has told', () => {
	expect(findCurrentYear({ years }, '2026-03-01')?.year).toBe('2025-2026')
	expect(findCurrentYear({ years }, '2026-11-29')).toBeUndefined()
})

test('getComingDays() gives the next date of each day in order, a span until its last day, and none that is over', () => {
	expect(getComingDays({ days }, '2026-12-10').map(({ id, from }) => [id, from])).toEqual([
		['sixteen', '2026-11-25'],
		['sid', '2027-02-09'],
	])
	expect(getComingDays({ days }, '2026-12-11').map(({ id }) => id)).toEqual(['sid'])
	expect(getComingDays({ days }, '2027-02-10')).toEqual([])
})
