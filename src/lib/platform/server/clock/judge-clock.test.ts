import { expect, test } from 'vitest'
import { findClockFault, getEarliest } from './judge-clock.ts'

const now = new Date('2026-11-28T10:00:00Z')
const after = (hours: number): Date => new Date(now.getTime() + hours * 3_600_000)
const right = { now, last: now, expected: now, proved: now, database: now }

test.each([
	['nothing is known yet', { last: undefined }, undefined],
	['a night without a process', { last: after(-10) }, undefined],
	['an hour set back', { last: after(1), expected: after(1) }, undefined],
	['three days without a process', { last: after(-72) }, 'ahead'],
	['five days set forward while it runs', { expected: after(-120) }, 'ahead'],
	['six nights without a proof of the time', { proved: after(-6 * 24) }, undefined],
	['eight days without a proof of the time', { proved: after(-8 * 24) }, 'ahead'],
	['two days behind what was known', { last: after(48) }, 'behind'],
	['two days set back while it runs', { expected: after(48) }, 'behind'],
	['the database two days before', { database: after(-48) }, 'apart'],
	['the database two days later', { database: after(48) }, 'apart'],
] as const)('findClockFault(): %s', (_, other, fault) => {
	expect(findClockFault({ ...right, ...other })).toBe(fault)
})

test('getEarliest() waits for the last of the clocks', () => {
	expect(getEarliest({ ...right, expected: after(-3), database: after(-1) })).toEqual(after(-3))
	expect(getEarliest({ ...right, database: after(-1), expected: after(2) })).toEqual(after(-1))
	expect(getEarliest({ ...right, database: after(1) })).toEqual(now)
})
