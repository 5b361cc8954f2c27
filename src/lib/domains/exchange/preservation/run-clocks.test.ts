import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '#base'
import { clockRules, preservationInstruments } from './clock-rules.ts'
import { preservationEvents } from './moves.ts'
import {
	applyToClocks,
	clockMarks,
	countDays,
	findClockMark,
	hasLapsed,
	isCivilDay,
	isRenewable,
	toUtcDay,
	type RequestClock,
} from './run-clocks.ts'

type Told = readonly [event: (typeof preservationEvents)[number], on: string]

const run = (instrument: (typeof preservationInstruments)[number], ...told: readonly Told[]) =>
	told.reduce<RequestClock[]>((clocks, [event, on]) => applyToClocks(clocks, { instrument, event, on }), [])
const dues = (clocks: readonly RequestClock[]) =>
	Object.fromEntries(
		clocks.map(({ clock, due, ended }) => [clock, ended === undefined ? due : `ended ${ended}`]),
	)

describe('periods of treaties and laws', () => {
	test('a request under article 29 keeps data 60 days from the day it was preserved, and assistance is to be drafted at half of it', () => {
		const told: Told[] = [
			['transmit', '2026-11-29'],
			['preserve', '2026-12-01'],
		]
		expect(dues(run('budapest-29', ...told))).toEqual({ 'B29.7': '2027-01-30', 'mla-draft': '2026-12-31' })
		expect(dues(run('budapest-29', ...told, ['file', '2027-01-10']))).toEqual({
			'B29.7': 'ended 2027-01-10',
			'mla-draft': 'ended 2027-01-10',
		})
	})
	test('90 days at home, renewed as often as it is ordered again', () => {
		const order: Told[] = [
			['preserve', '2026-11-29'],
			['extend', '2027-02-20'],
			['extend', '2027-05-20'],
		]
		expect(dues(run('budapest-16', ...order))).toEqual({ B16: '2027-08-26' })
	})
	test('in the United States 90 days from the request and 90 more, once; assistance does not stop them', () => {
		const request: Told[] = [
			['transmit', '2026-11-29'],
			['preserve', '2026-12-05'],
			['extend', '2027-02-01'],
		]
		const [clock] = run('us-2703f', ...request)
		expect(clock?.due).toBe('2027-05-28')
		expect(clock && isRenewable(clock)).toBe(false)
		expect(dues(run('us-2703f', ...request, ['extend', '2027-05-01'], ['file', '2027-05-02']))).toEqual({
			US2703f: '2027-05-28',
			'mla-draft': 'ended 2027-05-02',
		})
	})
	test('under the European order 60 and 30 days, until production once it is asked for', () => {
		const order: Told[] = [
			['preserve', '2026-12-01'],
			['extend', '2027-01-05'],
		]
		expect(dues(run('eu-epoc-pr', ...order))['EPOC-PR']).toBe('2027-03-01')
		expect(dues(run('eu-epoc-pr', ...order, ['file', '2027-02-01']))['EPOC-PR']).toBe('ended 2027-02-01')
	})
	test('under the Second Protocol a provider has 30 days; what is served in 45 brings a subscriber in 20 and traffic in 45', () => {
		expect(dues(run('2ap-7', ['transmit', '2026-11-29']))).toEqual({ '2AP7': '2026-12-29' })
		const served: Told[] = [
			['transmit', '2026-11-29'],
			['acknowledge', '2026-12-10'],
		]
		expect(dues(run('2ap-8-subscriber', ...served))).toEqual({
			'2AP8-serve': 'ended 2026-12-10',
			'2AP8-subscriber': '2026-12-30',
		})
		expect(dues(run('2ap-8-traffic', ...served))['2AP8-traffic']).toBe('2027-01-24')
	})
	test('every rule says where it is written, and an instrument has one clock at most that keeps the data', () => {
		for (const { id, source } of clockRules) expect(source, id).toMatch(/^https:\/\/|^docs\//u)
		for (const instrument of preservationInstruments)
			expect(
				clockRules.filter((rule) => rule.onExpiry === 'lapse' && rule.instruments.includes(instrument))
					.length,
			).toBeLessThanOrEqual(1)
	})
})

describe('civil days of UTC', () => {
	test('the day after a leap day is the first of March, and a year without one has no such day', () => {
		expect(addDays('2028-02-28', 1)).toBe('2028-02-29')
		expect(addDays('2028-02-28', 2)).toBe('2028-03-01')
		expect(run('budapest-29', ['preserve', '2028-01-15'])[0]?.due).toBe('2028-03-15')
		expect(run('budapest-29', ['preserve', '2027-01-15'])[0]?.due).toBe('2027-03-16')
		expect(['2028-02-29', '2027-02-29', '2027-13-01', '27-1-1', ''].map(isCivilDay)).toEqual([
			true,
			false,
			false,
			false,
			false,
		])
	})
	test('summer time of Europe and the month of Ramadan in Morocco change no day', () => {
		expect(addDays('2027-03-27', 2)).toBe('2027-03-29')
		expect(countDays('2027-02-01', '2027-04-01')).toBe(59)
		expect(toUtcDay(new Date('2027-03-28T00:59:59+01:00'))).toBe('2027-03-27')
	})
	test('a length counts the same from any day, for a hundred years', () => {
		const days = fc.integer({ min: 0, max: 36_500 }).map((count) => addDays('2026-01-01', count))
		fc.assert(
			fc.property(days, fc.integer({ min: -400, max: 400 }), (from, count) => {
				const to = addDays(from, count)
				expect(countDays(from, to)).toBe(count)
				expect(isCivilDay(to)).toBe(true)
			}),
		)
	})
})

const told = fc.array(
	fc.record({ event: fc.constantFrom(...preservationEvents), pass: fc.integer({ min: 0, max: 60 }) }),
	{ maxLength: 12 },
)

test('a renewed clock never ends earlier, none starts twice, and what has ended stays ended', () => {
	fc.assert(
		fc.property(fc.constantFrom(...preservationInstruments), told, (instrument, events) => {
			let [clocks, on]: [RequestClock[], string] = [[], '2026-11-29']
			for (const { event, pass } of events) {
				on = addDays(on, pass)
				const after = applyToClocks(clocks, { instrument, event, on })
				for (const before of clocks) {
					const now = after.find(({ clock }) => clock === before.clock)
					expect(now && now.due >= before.due).toBe(true)
					if (before.ended !== undefined) expect(now).toEqual(before)
					if (now && now.due > before.due) expect(event).toBe('extend')
				}
				expect(new Set(after.map(({ clock }) => clock)).size).toBe(after.length)
				for (const { started, due } of after) expect(due >= started).toBe(true)
				clocks = after
			}
		}),
	)
})

test('nothing runs after what ends a request', () => {
	for (const instrument of preservationInstruments)
		for (const end of ['disclose', 'refuse', 'withdraw', 'lapse'] as const) {
			const clocks = run(
				instrument,
				...([
					['transmit', '2026-11-29'],
					['acknowledge', '2026-11-30'],
					['preserve', '2026-12-01'],
				] as const),
				[end, '2026-12-24'],
			)
			expect(clocks.every(({ ended }) => ended !== undefined)).toBe(true)
		}
})

describe('marks before the end', () => {
	test('come at 14, 7 and 2 days, on the last day, and when it is over', () => {
		const marks = [15, 14, 8, 7, 3, 2, 1, 0, -1].map((left) =>
			findClockMark(addDays('2026-11-29', left), '2026-11-29'),
		)
		expect(marks).toEqual([undefined, 't-14', 't-14', 't-7', 't-7', 't-2', 't-2', 't-0', 'over'])
	})
	test('never go back as days pass', () => {
		fc.assert(
			fc.property(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 0, max: 400 }), (length, days) => {
				const due = addDays('2026-11-29', length)
				const order = Array.from({ length: days }, (_, at) => findClockMark(due, addDays('2026-11-29', at)))
				const places = order.map((mark) => (mark === undefined ? -1 : clockMarks.indexOf(mark)))
				expect(places).toEqual(places.toSorted((a, b) => a - b))
			}),
		)
	})
	test('a clock lapses when its last day is over, and only one that keeps data', () => {
		const [keeping, drafting] = run('budapest-29', ['preserve', '2026-11-29'])
		expect(keeping && [hasLapsed(keeping, '2027-01-28'), hasLapsed(keeping, '2027-01-29')]).toEqual([
			false,
			true,
		])
		expect(drafting && hasLapsed(drafting, '2027-01-29')).toBe(false)
		expect(keeping && hasLapsed({ ...keeping, ended: '2027-01-01' }, '2027-02-20')).toBe(false)
	})
})
