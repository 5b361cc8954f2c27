import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseCsv, toCsvText } from './index.ts'

test('words that a spreadsheet would run are disarmed, numbers stay numbers', () => {
	const rows = [['=1+1', '+33', '@SUM(A1)', '-1+1', '-5', -5, 1.5, undefined, true]]
	expect(toCsvText(['a'], rows)).toBe("a\r\n'=1+1,'+33,'@SUM(A1),'-1+1,-5,-5,1.5,,true\r\n")
})

test('whatever is written is read again', () => {
	const cell = fc.string().filter((text) => !/^[=+@\t\r-]/u.test(text))
	const row = fc.array(cell, { minLength: 2, maxLength: 2 }).filter(([first]) => first !== '')
	fc.assert(
		fc.property(fc.array(row, { minLength: 1 }), (rows) => {
			expect(parseCsv(toCsvText(['a', 'b'], rows))).toEqual([['a', 'b'], ...rows])
		}),
	)
})

test('lines may end in any way, and a mark before the first is none of it', () => {
	expect(parseCsv('\uFEFFa,b\n1,"x ""y"""\r\n\r\n2,\r3,z')).toEqual([
		['a', 'b'],
		['1', 'x "y"'],
		['2', ''],
		['3', 'z'],
	])
})
