import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { reasons, statuses } from '../cases/status.ts'
import { planEpochEnd, type EpochCase } from './epoch-end.ts'
import { defaultSchedule, getErasureDay, toSchedule, type KeptCase } from './keep.ts'

const now = new Date('2026-11-26T09:00:00Z')
const closed: KeptCase = {
	status: 'closed',
	category: 'scam',
	reason: 'answered',
	changed: now,
	isHeld: false,
}
const inDays = (days: number): Date => new Date(now.getTime() + days * 86_400_000)

describe('getErasureDay()', () => {
	test('keeps spam for a month, what is not illegal for three, a closed case for as long as the operator may', () => {
		expect(getErasureDay({ ...closed, reason: 'spam' }, defaultSchedule)).toEqual(inDays(30))
		expect(getErasureDay({ ...closed, status: 'not-illegal' }, defaultSchedule)).toEqual(inDays(90))
		const schedule = { ...defaultSchedule, closedByCategory: { 'abuse-material': 400 } }
		expect(getErasureDay({ ...closed, category: 'abuse-material' }, schedule)).toEqual(inDays(400))
		expect(getErasureDay(closed, schedule)).toEqual(inDays(180))
	})

	test('never names a day for a case that is open or held', () => {
		fc.assert(
			fc.property(fc.constantFrom(...statuses), fc.constantFrom(...reasons), (status, reason) => {
				expect(getErasureDay({ ...closed, status, reason, isHeld: true }, defaultSchedule)).toBeUndefined()
				const isOver = ['not-illegal', 'duplicate', 'closed'].includes(status)
				expect(getErasureDay({ ...closed, status, reason }, defaultSchedule) !== undefined).toBe(isOver)
			}),
		)
	})
})

test('toSchedule() lets an operator keep cases longer, but neither spam nor what is not illegal', () => {
	expect(toSchedule({})).toEqual(defaultSchedule)
	expect(toSchedule({ spam: 400, notIllegal: 400, closed: 400 })).toEqual({ ...defaultSchedule, closed: 400 })
	expect(toSchedule({ spam: 3, notIllegal: 4 })).toEqual({ ...defaultSchedule, spam: 3, notIllegal: 4 })
})

const anyCase = fc.record({
	id: fc.uuid(),
	status: fc.constantFrom(...statuses),
	isHeld: fc.boolean(),
	eraseOn: fc.option(fc.constantFrom(inDays(-1), inDays(1)), { nil: undefined }),
})

describe('planEpochEnd()', () => {
	test('is ready only when no case of the epoch is open, held or within its time', () => {
		fc.assert(
			fc.property(fc.array(anyCase, { maxLength: 6 }), (cases: EpochCase[]) => {
				const needs = cases.filter(
					({ status, isHeld, eraseOn }) =>
						isHeld ||
						!['not-illegal', 'duplicate', 'closed'].includes(status) ||
						(eraseOn !== undefined && eraseOn > now),
				)
				const plan = planEpochEnd(cases, now)
				expect(plan.state).toBe(needs.length === 0 ? 'ready' : 'needed')
				if (plan.state === 'needed')
					expect([...plan.open, ...plan.held, ...plan.waiting].sort()).toEqual(
						needs.map(({ id }) => id).sort(),
					)
			}),
		)
	})
})
