import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readDay } from './read-day.ts'

test.each([
	['2019-01-31', '2019-01-31'],
	['2019-1-3', '2019-01-03'],
	['2019/01/31', '2019-01-31'],
	['2019.01.31', '2019-01-31'],
	['2019 01 31', '2019-01-31'],
	['20190131', '2019-01-31'],
	['31/01/2019', '2019-01-31'],
	['3-4-2019', '2019-04-03'],
	['٢٠١٩-٠١-٣١', '2019-01-31'],
	['٣١/٠١/٢٠١٩', '2019-01-31'],
	['۲۰۱۹-۰۱-۳۱', '2019-01-31'],
	['  2019-01-31  ', '2019-01-31'],
	['\u20662019-01-31\u2069', '2019-01-31'],
	['2024-02-29', '2024-02-29'],
	['2000-02-29', '2000-02-29'],
	['1900-01-01', '1900-01-01'],
	['2100-12-31', '2100-12-31'],
])('readDay() reads %j', (typed, day) => {
	expect(readDay(typed)).toBe(day)
})

test.each([
	[''],
	['yesterday'],
	['2019'],
	['2019-01'],
	['2019-02-29'],
	['1900-02-29'],
	['2100-02-29'],
	['2019-02-30'],
	['2019-04-31'],
	['2019-13-01'],
	['2019-00-10'],
	['2019-01-00'],
	['2019-01-32'],
	['0000-00-00'],
	['1899-12-31'],
	['2101-01-01'],
	['9999-12-31'],
	['-2019-01-31'],
	['+002019-01-31'],
	['2019-01-31T00:00:00Z'],
	['2019-01-31; DROP TABLE'],
	['2019\u000001-31'],
	['<script>'],
	['19-01-31'],
	['2019--01-31'],
	['1e3-01-01'],
	['NaN'],
	['9'.repeat(10_000)],
	['\u0651'.repeat(10_000)],
])('readDay() finds no day in %j', (typed) => {
	expect(readDay(typed)).toBeUndefined()
})

test('readDay() reads back every day of two centuries, year first or day first', () => {
	const inRange = fc.date({ min: new Date('1900-01-01'), max: new Date('2100-12-31'), noInvalidDate: true })
	fc.assert(
		fc.property(inRange, (at) => {
			const day = at.toISOString().slice(0, 10)
			expect(readDay(day)).toBe(day)
			expect(readDay(day.split('-').reverse().join('/'))).toBe(day)
		}),
	)
})

test('readDay() gives a day of the calendar or nothing, whatever is typed', () => {
	const digits = fc.string({
		unit: fc.constantFrom('0', '1', '2', '3', '9', '-', '/', ' ', '٠', '٢'),
		maxLength: 12,
	})
	fc.assert(
		fc.property(fc.oneof(fc.string({ unit: 'binary' }), digits), (typed) => {
			const day = readDay(typed)
			if (day !== undefined) expect(new Date(`${day}T00:00:00Z`).toISOString().slice(0, 10)).toBe(day)
		}),
	)
})
