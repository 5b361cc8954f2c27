import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toCsv, type Cell } from './csv.ts'

/** Reads RFC 4180 strictly: quoted or plain fields, CRLF between lines. */
const parse = (csv: string): string[][] => {
	const rows: string[][] = []
	let [row, at]: [string[], number] = [[], 1]
	while (at < csv.length) {
		const quoted = /"((?:[^"]|"")*)"/uy
		const plain = /[^",\r\n]*/uy
		quoted.lastIndex = plain.lastIndex = at
		const field = quoted.exec(csv) ?? plain.exec(csv)
		if (!field) throw new Error(`no field at ${at}`)
		row.push((field[1] ?? field[0]).replaceAll('""', '"'))
		at += field[0].length
		if (csv.startsWith('\r\n', at)) {
			rows.push(row)
			row = []
			at += 2
		} else if (csv[at] === ',') at += 1
		else throw new Error(`neither comma nor end of line at ${at}`)
	}
	return rows
}

test('a table begins with the mark of UTF-8, has a header, and ends each line with CRLF', () => {
	expect(
		toCsv(
			['id', 'n'],
			[
				['a "b", c', 3],
				[null, true],
				[['x', 'y'], 0],
			],
		),
	).toBe('\ufeff"id","n"\r\n"a ""b"", c",3\r\n,true\r\n"x | y",0\r\n')
})

const plainText = fc.string({
	unit: fc.constantFrom('a', 'é', 'ق', ' ', '"', ',', '\r', '\n', ';', '|', '\t', '1'),
})

test('what was written is read back', () => {
	fc.assert(
		fc.property(fc.array(fc.tuple(plainText, plainText)), (rows) => {
			expect(parse(toCsv(['one', 'two'], rows))).toEqual([['one', 'two'], ...rows])
		}),
	)
})

test('no cell is a formula, with our separator or any other', () => {
	const hostile = fc.string({
		unit: fc.constantFrom(
			'=',
			'+',
			'-',
			'@',
			'＝',
			'＋',
			'－',
			'＠',
			'a',
			' ',
			'"',
			"'",
			',',
			';',
			'|',
			'\t',
			'\r',
			'\n',
		),
	})
	const cell: fc.Arbitrary<Cell> = fc.oneof(hostile, fc.array(hostile))
	fc.assert(
		fc.property(fc.array(cell, { minLength: 1 }), (row) => {
			for (const field of parse(toCsv(['a'], [row])).flat())
				for (const part of field.split(/[,;|\t\r\n]/u))
					expect(part.replace(/^[\s"]+/u, '')).not.toMatch(/^[=+\-@＝＋－＠]/u)
		}),
		{ numRuns: 500 },
	)
	expect(toCsv([], [['=HYPERLINK("http://x")']])).toContain(`"'=HYPERLINK(""http://x"")"`)
})

test('numbers of laws and articles stay as they are', () => {
	expect(toCsv([], [['07-03', '607-3', '2003-11-11']])).toBe('\ufeff\r\n"07-03","607-3","2003-11-11"\r\n')
})
