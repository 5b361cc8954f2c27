import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readLibrary } from '../../../../../tests/support/content.ts'
import {
	clockIds,
	getDue,
	turnClocks,
	type ClockEvent,
	type DeskTime,
	type RunningClock,
} from './case-clock.ts'
import { isOpen, type Week } from '../../wellbeing/hours/desk-hours.ts'

const { calendar } = readLibrary()
const day = [[510, 990]] as const
const usual: Week = [day, day, day, day, [[510, 720], [870, 1050]], [], []] // prettier-ignore
const ramadan: Week = [[[540, 900]], [[540, 900]], [[540, 900]], [[540, 900]], [[540, 780]], [], []]
const office: DeskTime = { calendar, hours: { usual, ramadan } }
const dayAndNight: DeskTime = { calendar, hours: 'always' }
const at = (text: string): Date => new Date(text)
const minute = 60_000
const anyMoment = fc.date({
	min: at('2024-01-01T00:00:00Z'),
	max: at('2032-01-01T00:00:00Z'),
	noInvalidDate: true,
})
const anyTime = fc.constantFrom(office, dayAndNight)
const events: ClockEvent[] = [
	'received',
	'received-danger',
	'seen',
	'triaged',
	'answered',
	'reporter-wrote',
	'assessed',
	'police-told',
	'notified',
	'checked',
	'gone',
	'over',
]

describe('getDue()', () => {
	test('clocks of danger never pause: a Saturday night, a holiday, Ramadan, the change of the clock', () => {
		fc.assert(
			fc.property(anyMoment, anyTime, (start, time) => {
				expect(getDue('danger-eye', start, time).getTime() - start.getTime()).toBe(15 * minute)
				expect(getDue('danger-police', start, time).getTime() - start.getTime()).toBe(60 * minute)
			}),
		)
	})

	test('a pausing clock runs out while the desk is open, and never before its time', () => {
		fc.assert(
			fc.property(anyMoment, fc.constantFrom('first-answer', 'triage', 'next-answer'), (start, clock) => {
				const due = getDue(clock, start, office)
				expect(isOpen(office.hours, calendar, due), due.toISOString()).toBe(true)
				expect(due.getTime() - start.getTime()).toBeGreaterThanOrEqual(12 * 60 * minute)
			}),
		)
	})

	test('who comes later is never due earlier', () => {
		fc.assert(
			fc.property(anyMoment, fc.nat(5000), anyTime, (start, minutes, time) => {
				const later = new Date(start.getTime() + minutes * minute)
				for (const clock of clockIds)
					expect(getDue(clock, later, time).getTime()).toBeGreaterThanOrEqual(
						getDue(clock, start, time).getTime(),
					)
			}),
			{ numRuns: 60 },
		)
	})

	test('is the same in whatever zone the machine stands', () => {
		const before = process.env.TZ
		const dues = ['UTC', 'Africa/Casablanca', 'Asia/Tokyo'].map((zone) => {
			process.env.TZ = zone
			return clockIds.map((clock) => getDue(clock, at('2025-02-22T20:10:00Z'), office).toISOString())
		})
		process.env.TZ = before
		expect(dues[1]).toEqual(dues[0])
		expect(dues[2]).toEqual(dues[0])
	})

	test('a child who writes on Friday evening is answered by the first hour of Monday', () => {
		expect(getDue('first-answer', at('2025-11-28T19:00:00Z'), office).toISOString()).toBe(
			'2025-12-01T08:30:00.000Z',
		)
		expect(getDue('first-answer', at('2025-11-28T19:00:00Z'), dayAndNight).toISOString()).toBe(
			'2025-11-29T07:00:00.000Z',
		)
	})

	test('a holiday stands still', () => {
		expect(getDue('triage', at('2025-11-17T10:00:00Z'), office).toISOString()).toBe(
			'2025-11-19T10:00:00.000Z',
		)
	})

	test('across the nights in which the clock of Morocco changes, the hours that pass are counted', () => {
		const [before, after] = [at('2025-02-22T22:00:00Z'), at('2025-04-05T22:00:00Z')]
		for (const start of [before, after])
			expect(getDue('notice-again', start, office).getTime() - start.getTime()).toBe(24 * 60 * minute)
		expect(isOpen(office.hours, calendar, getDue('triage', before, office))).toBe(true)
	})

	test('the police hear the same day, and have four hours at least', () => {
		expect(getDue('police', at('2025-11-26T09:00:00Z'), office).toISOString()).toBe(
			'2025-11-26T23:00:00.000Z',
		)
		expect(getDue('police', at('2025-11-26T22:50:00Z'), office).toISOString()).toBe(
			'2025-11-27T02:50:00.000Z',
		)
	})
})

const follow = (steps: readonly ClockEvent[], isDanger = false): RunningClock[] => {
	let running: RunningClock[] = []
	steps.forEach((event, place) => {
		const moment = new Date(at('2026-11-26T09:00:00Z').getTime() + place * 60 * minute)
		const turn = turnClocks(running, { event, at: moment, time: office, isDanger })
		running = [...running.filter(({ clock }) => !turn.ended.includes(clock)), ...turn.started]
	})
	return running
}
const ids = (running: readonly RunningClock[]): string[] => running.map(({ clock }) => clock).sort()

describe('turnClocks()', () => {
	test('goes with a case from its arrival to its end', () => {
		expect(ids(follow(['received']))).toEqual(['first-answer', 'triage'])
		expect(ids(follow(['received', 'triaged']))).toEqual(['first-answer'])
		expect(ids(follow(['received', 'triaged', 'answered', 'assessed']))).toEqual(['first-notice', 'police'])
		const told = follow(['received', 'triaged', 'answered', 'assessed', 'police-told', 'notified'])
		expect(ids(told)).toEqual(['notice-again', 'recheck', 'removal'])
		expect(ids(follow(['notified', 'gone']))).toEqual(['tracking'])
	})

	test('a look at a report of danger starts the clock of the police', () => {
		expect(ids(follow(['received-danger'], true))).toEqual(['danger-eye', 'first-answer', 'triage'])
		expect(ids(follow(['received-danger', 'seen'], true))).toEqual([
			'danger-police',
			'first-answer',
			'triage',
		])
	})

	test('a second word of a child does not give the desk more time', () => {
		const [first] = follow(['reporter-wrote'])
		const again = follow(['reporter-wrote', 'reporter-wrote']).filter(({ clock }) => clock === 'next-answer')
		expect(again).toEqual([first])
	})

	test('a notice sent again begins its own clocks anew, and not the 72 hours of removal', () => {
		const once = follow(['notified'])
		const twice = follow(['notified', 'notified'])
		const due = (of: RunningClock[], id: string) => of.find(({ clock }) => clock === id)?.due.getTime() ?? 0
		expect(due(twice, 'notice-again')).toBeGreaterThan(due(once, 'notice-again'))
		expect(due(twice, 'removal')).toBe(due(once, 'removal'))
	})

	test('whatever happened, no clock runs twice and nothing runs when a case is over', () => {
		fc.assert(
			fc.property(
				fc.array(fc.constantFrom(...events), { maxLength: 25 }),
				fc.boolean(),
				(steps, isDanger) => {
					const running = ids(follow(steps, isDanger))
					expect(new Set(running).size).toBe(running.length)
					expect(follow([...steps, 'over'], isDanger)).toEqual([])
				},
			),
		)
	})
})
