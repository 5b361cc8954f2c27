import { expect, test } from 'vitest'
import { defaultSchedule } from '#domains/retention'
import { exposureLimits } from '#domains/wellbeing'
import type { DeskSettings } from '#platform'
import { buildDeskRules, getDeskRules, setDeskRules } from './desk-rules.ts'

const build = (settings: DeskSettings) => {
	const built = buildDeskRules(settings)
	if (!built.ok) throw new Error(JSON.stringify(built.issues))
	return built.value
}
const office = [[510, 990]] as const
const usual = [office, office, office, office, office, [], []]
const fridayNight = new Date('2025-11-28T19:00:00Z')

test('without settings the rules of the house hold, and clocks run day and night', () => {
	const { schedule, exposure, getAnswerDue } = build({})
	expect([schedule, exposure]).toEqual([defaultSchedule, exposureLimits])
	expect(getAnswerDue(fridayNight).toISOString()).toBe('2025-11-29T07:00:00.000Z')
})

test('hours of the operator act on the clock of the first answer', () => {
	const { getAnswerDue } = build({ hours: { usual, ramadan: usual } })
	expect(getAnswerDue(fridayNight).toISOString()).toBe('2025-12-01T08:30:00.000Z')
})

test('cases are kept as long as the operator says, each category by its own number', () => {
	const { schedule } = build({ retention: { spam: 7, closed: 365, closedByCategory: { scam: 90 } } })
	expect(schedule).toEqual({
		...defaultSchedule,
		spam: 7,
		closed: 365,
		closedByCategory: { scam: 90 },
	})
})

test('limits of reading go down, and pauses up', () => {
	const { exposure } = build({ exposure: { minutesADay: 120, pause: 20 } })
	expect(exposure).toEqual({ ...exposureLimits, minutesADay: 120, pause: 20 })
})

test.each([
	[
		'more hours of reading than the house allows',
		{ exposure: { minutesADay: 241 } },
		'desk.exposure.minutesADay',
	],
	['a shorter pause', { exposure: { pause: 5 } }, 'desk.exposure.pause'],
	['spam that is kept for longer', { retention: { spam: 31 } }, 'desk.retention.spam'],
	['what is not illegal, for longer', { retention: { notIllegal: 91 } }, 'desk.retention.notIllegal'],
	[
		'a category that there is not',
		{ retention: { closedByCategory: { scams: 90 } } },
		'desk.retention.closedByCategory.scams',
	],
])('refuses %s and says where', (_, settings, path) => {
	const built = buildDeskRules(settings)
	expect(built.ok ? [] : built.issues.map((issue) => issue.path)).toEqual([path])
})

test('a process does not start with a rule that is wrong, and says which line', () => {
	const before = getDeskRules()
	const wrong = { code: 'operator.wrong', message: expect.stringContaining('desk.exposure.pause') as string }
	expect(() => setDeskRules({ exposure: { pause: 1 } })).toThrow(expect.objectContaining(wrong) as Error)
	expect(getDeskRules(), 'what held goes on').toBe(before)
})
