import { strToU8, zipSync } from 'fflate'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { isZip, readOds, writeOds } from './index.ts'

const limits = { bytes: 1_000_000, rows: 1000, columns: 20, cell: 2000 }
const type = 'application/vnd.oasis.opendocument.spreadsheet'
const pack = (content: string, mimetype = type) =>
	zipSync({ mimetype: [strToU8(mimetype), { level: 0 }], 'content.xml': strToU8(content) })
const sheet = (rows: string): string =>
	`<office:body><table:table table:name="a">${rows}</table:table></office:body>`
const fault = (content: string) => {
	const read = readOds(pack(content), limits)
	return read.ok ? read.value : read.issues[0]?.message
}

test('whatever was written is read back', () => {
	const cell = fc
		.string({
			unit: fc.oneof(
				fc.constantFrom(' ', '\n', '\t', '<', '>', '&', '"', "'", 'é'),
				fc.constantFrom('ـ', 'ⵣ', '😀', 'a'),
			),
			maxLength: 9,
		})
		.filter((text) => text !== '')
	fc.assert(
		fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { maxLength: 5 }), (rows) => {
			const bytes = writeOds([{ name: 'plan', rows }])
			expect(isZip(bytes)).toBe(true)
			expect(readOds(bytes, limits)).toEqual({ ok: true, value: rows })
		}),
	)
})

test('a file of LibreOffice is read: stored dates and numbers, notes left out, the million empty rows too', () => {
	const xml = sheet(`<table:table-column/><table:table-row table:style-name="ro1">
		<table:table-cell office:value-type="date" office:date-value="2026-11-29T00:00:00"><text:p>29/11/26</text:p></table:table-cell>
		<table:table-cell table:number-columns-repeated="2"/><table:table-cell office:value-type="float" office:value="12.5"><text:p>12,5</text:p></table:table-cell>
		<table:table-cell office:value-type="string"><office:annotation><text:p>secret</text:p></office:annotation><text:p>a<text:s text:c="2"/>b &#233;<text:span>c</text:span></text:p><text:p>d</text:p></table:table-cell>
		<table:table-cell table:number-columns-repeated="16379"/></table:table-row>
		<table:table-row table:number-rows-repeated="1048575"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>`)
	expect(fault(xml)).toEqual([['2026-11-29', '', '', '12.5', 'a  b éc\nd']])
})

test.each([
	['no table', '<a/>', 'not-ods'],
	['a document type', `<!DOCTYPE x [<!ENTITY a "b">]>${sheet('')}`, 'not-ods'],
	['a tag that does not end', '<table:table><table:table-row', 'not-ods'],
	['a table that does not end', '<table:table><table:table-row>', 'not-ods'],
	[
		'a cell that asks to be a thousand million',
		sheet(
			'<table:table-row><table:table-cell table:number-columns-repeated="999999999"><text:p>x</text:p></table:table-cell></table:table-row>',
		),
		'too-many-columns',
	],
	[
		'a row that asks to be a thousand million',
		sheet(
			'<table:table-row table:number-rows-repeated="999999999"><table:table-cell><text:p>x</text:p></table:table-cell></table:table-row>',
		),
		'too-many-rows',
	],
	[
		'spaces without end',
		sheet(
			'<table:table-row><table:table-cell><text:p>a<text:s text:c="999999999"/>b</text:p></table:table-cell></table:table-row>',
		),
		'cell-too-long',
	],
])('%s is refused', (_, xml, code) => {
	expect(fault(xml)).toBe(code)
})

test('a file that is none, of another sort, or larger than what is read is refused before it is unpacked', () => {
	expect(readOds(strToU8('PK\u0003\u0004 nothing'), limits)).toMatchObject({
		issues: [{ message: 'not-ods' }],
	})
	expect(readOds(pack(sheet(''), 'application/x-other'), limits)).toMatchObject({
		issues: [{ message: 'not-ods' }],
	})
	const bomb = pack(' '.repeat(50_000_000))
	expect(bomb.length).toBeLessThan(100_000)
	expect(readOds(bomb, limits)).toMatchObject({ issues: [{ message: 'too-large' }] })
})

test('a file that announces less than it holds is not unpacked further', () => {
	const bomb = pack(' '.repeat(5_000_000))
	const announced = new DataView(bomb.buffer)
	for (let at = 0; at + 28 < bomb.length; at++)
		if (announced.getUint32(at, true) === 0x02_01_4b_50 && announced.getUint32(at + 24, true) === 5_000_000)
			announced.setUint32(at + 24, 1000, true)
	expect(readOds(bomb, limits)).toMatchObject({ issues: [{ message: 'not-ods' }] })
})

test('bytes of anybody end in a value', () => {
	fc.assert(
		fc.property(fc.uint8Array({ maxLength: 300 }), fc.string({ maxLength: 200 }), (bytes, xml) => {
			expect(readOds(bytes, limits).ok).toBe(false)
			expect(typeof readOds(pack(sheet(xml)), limits).ok).toBe('boolean')
		}),
	)
})
