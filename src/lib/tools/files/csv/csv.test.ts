import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { guardCell, readCsv, unguardCell, writeCsv } from './index.ts'

const limits = { rows: 1000, columns: 20, cell: 2000 }
const read = (text: string) => readCsv(new TextEncoder().encode(text), limits)

test.each([
	[
		'a,b\r\nc,d\r\n',
		[
			['a', 'b'],
			['c', 'd'],
		],
	],
	[
		'a,b\nc,d',
		[
			['a', 'b'],
			['c', 'd'],
		],
	],
	[
		'\ufeffa;b\r\n"c;1";"d ""x"""\r\n',
		[
			['a', 'b'],
			['c;1', 'd "x"'],
		],
	],
	[
		'a\tb\r\nc\td',
		[
			['a', 'b'],
			['c', 'd'],
		],
	],
	['"two\r\nlines",b\r\n', [['two\r\nlines', 'b']]],
	[
		'a,\r\n,b\r\n',
		[
			['a', ''],
			['', 'b'],
		],
	],
	[
		'a,b\r\n\r\n\r\nc,d',
		[
			['a', 'b'],
			['c', 'd'],
		],
	],
	['a,', [['a', '']]],
	['', []],
])('%j is a table', (text, rows) => {
	expect(read(text)).toEqual({ ok: true, value: rows })
})

test.each([
	['a,"b\r\nc', '1', 'quote'],
	['a,b\r\n"c"d,e', '2', 'quote'],
	[`a\r\n${'x'.repeat(2001)}`, '2', 'cell-too-long'],
	[','.repeat(21), '1', 'too-many-columns'],
	['x\n'.repeat(1001), '1002', 'too-many-rows'],
])('%j is none', (text, path, message) => {
	expect(read(text)).toEqual({ ok: false, issues: [{ path, message }] })
})

test('bytes that are no UTF-8 are refused, not guessed', () => {
	expect(readCsv(Uint8Array.of(0x61, 0xe9, 0x2c), limits)).toMatchObject({
		issues: [{ message: 'not-utf-8' }],
	})
})

const awkward = fc.string({
	unit: fc.constantFrom('=', '+', '-', '@', "'", '"', ';', ' ', ',', '\n', '\t', '|', 'a'),
	maxLength: 12,
})
const cell = fc
	.oneof(awkward, fc.string({ unit: 'binary', maxLength: 12 }))
	.filter((text) => text.isWellFormed())

test('whatever was written is read back, formulas unguarded', () => {
	fc.assert(
		fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { maxLength: 6 }), (rows) => {
			const back = read(writeCsv(rows))
			expect(back).toEqual({ ok: true, value: rows.map((row) => row.map(guardCell)) })
			if (back.ok) expect(back.value.map((row) => row.map(unguardCell))).toEqual(rows)
		}),
	)
})

test('no cell that a spreadsheet would run leaves as it is', () => {
	for (const formula of ['=1+1', '+1', '-1', '@SUM(A1)', '\uff1d1', "'=1", "''=1"])
		expect(guardCell(formula)).toMatch(/^'/u)
	expect(guardCell('a;=1')).toBe("a;'=1")
	expect(guardCell('a\n =1')).toBe("a\n '=1")
	for (const plain of ['i1-a1', "l'action", '2026-11-29', '']) expect(guardCell(plain)).toBe(plain)
})
