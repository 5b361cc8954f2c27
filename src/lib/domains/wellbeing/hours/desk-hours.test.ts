import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readLibrary } from '../../../../../tests/support/content.ts'
import {
	findOpening,
	getSpans,
	isHoliday,
	isOpen,
	toLocalTime,
	toInstant,
	type DeskHours,
	type Week,
} from './desk-hours.ts'

const { calendar } = readLibrary()
const usualDay = [[510, 990]] as const
const friday = [
	[510, 720],
	[870, 1050],
] as const
const usual: Week = [usualDay, usualDay, usualDay, usualDay, friday, [], []]
const ramadan: Week = [[[540, 900]], [[540, 900]], [[540, 900]], [[540, 900]], [[540, 780]], [], []]
const hours: DeskHours = { usual, ramadan }

const anyMoment = fc.date({
	min: new Date('2024-01-01T00:00:00Z'),
	max: new Date('2032-01-01T00:00:00Z'),
	noInvalidDate: true,
})

describe('toLocalTime() and toInstant()', () => {
	test('are each other, to the minute, in every zone that the tests know', () => {
		for (const zone of ['Africa/Casablanca', 'UTC', 'Asia/Tokyo', 'America/New_York'])
			fc.assert(
				fc.property(anyMoment, (at) => {
					const { date, minutes } = toLocalTime(zone, at)
					const again = toLocalTime(zone, toInstant(zone, date, minutes))
					expect(again).toEqual({ ...again, date, minutes })
				}),
			)
	})

	test('follow the clock of Morocco, which goes back an hour for Ramadan and forward after it', () => {
		expect(toLocalTime('Africa/Casablanca', new Date('2025-02-01T12:00:00Z')).minutes).toBe(13 * 60)
		expect(toLocalTime('Africa/Casablanca', new Date('2025-03-10T12:00:00Z')).minutes).toBe(12 * 60)
		expect(toInstant('Africa/Casablanca', '2025-03-10', 720).toISOString()).toBe('2025-03-10T12:00:00.000Z')
		expect(toInstant('Africa/Casablanca', '2025-11-26', 720).toISOString()).toBe('2025-11-26T11:00:00.000Z')
	})
})

describe('getSpans()', () => {
	test('closes at the weekend and on a holiday, fixed or announced', () => {
		expect(getSpans(hours, calendar, '2025-11-29')).toEqual([])
		expect(getSpans(hours, calendar, '2025-11-18')).toEqual([])
		const announced = { ...calendar, announced: [{ day: '2027-03-10', name: 'Eid al-Fitr' }] }
		expect(getSpans(hours, announced, '2027-03-10')).toEqual([])
		expect(isHoliday(calendar, '2027-03-10'), 'an expected feast is no holiday before it is announced').toBe(
			false,
		)
	})

	test('keeps the hours of Friday, and those of Ramadan', () => {
		expect(getSpans(hours, calendar, '2025-11-28')).toEqual(friday)
		expect(getSpans(hours, calendar, '2025-03-10')).toEqual([[540, 900]])
	})

	test('a desk that is always there is there on a holiday', () => {
		expect(getSpans('always', calendar, '2025-11-18')).toEqual([[0, 1440]])
	})
})

test('isOpen() goes by the local clock', () => {
	expect(isOpen(hours, calendar, new Date('2025-11-27T07:29:00Z'))).toBe(false)
	expect(isOpen(hours, calendar, new Date('2025-11-27T07:30:00Z'))).toBe(true)
	expect(isOpen(hours, calendar, new Date('2025-11-28T12:30:00Z')), 'between the spans of Friday').toBe(false)
})

test('findOpening() passes nights, weekends and holidays', () => {
	const next = (at: string) => findOpening(hours, calendar, new Date(at))
	expect(next('2025-11-27T07:29:00Z'), 'the same morning').toEqual({ date: '2025-11-27', minutes: 510 })
	expect(next('2025-11-28T11:30:00Z'), 'between the spans of Friday').toEqual({
		date: '2025-11-28',
		minutes: 870,
	})
	expect(next('2025-11-28T19:00:00Z'), 'Friday evening').toEqual({ date: '2025-12-01', minutes: 510 })
	expect(next('2025-11-17T20:00:00Z'), 'before a holiday').toEqual({ date: '2025-11-19', minutes: 510 })
	const never = [[], [], [], [], [], [], []]
	expect(
		findOpening({ usual: never, ramadan: never }, calendar, new Date('2025-11-28T19:00:00Z')),
	).toBeUndefined()
})
