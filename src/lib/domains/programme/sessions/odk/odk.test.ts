import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readOdkCsv } from './csv.ts'
import { makeXForm, readOdkRows } from './index.ts'

const xmllint = '/usr/bin/xmllint'
const id = '3f0e2c1a-5b7d-4c1e-9a55-0d6f7b8c9d0e'
const heads =
	'SubmissionDate,held_on,province,setting,audience,band,language,minutes,lesson,dose,card,meta-instanceID,KEY'
const line = (more: Record<string, string> = {}): string => {
	const values: Record<string, string> = {
		SubmissionDate: '2026-11-20T10:00:00.000Z',
		held_on: '2026-11-20',
		province: 'MA-TAT',
		setting: 'college',
		audience: 'teens',
		band: '25-29',
		language: 'ar',
		minutes: '50',
		lesson: 'true-or-trap',
		dose: '1',
		card: 'yes',
		'meta-instanceID': `uuid:${id}`,
		KEY: `uuid:${id}`,
		...more,
	}
	return heads
		.split(',')
		.map((head) => `"${values[head] ?? ''}"`)
		.join(',')
}

test('a table of ODK Central is read: instanceID is the id of the session, and the same table gives the same entries', () => {
	const read = readOdkRows(`\ufeff${heads}\r\n${line()}\r\n`)
	expect(read.ok && read.value).toMatchObject([
		{
			line: 2,
			entry: {
				instance_id: id,
				revision: 1,
				prev_sha256: null,
				values: { band: '25-29', lesson: 'true-or-trap', card: true, series: id, minutes: 50 },
			},
		},
	])
	expect(readOdkRows(`${heads}\n${line()}`)).toEqual(read)
})

test('a table of Kobo has semicolons, groups and _uuid', () => {
	const kobo = `start;form/held_on;form/province;form/setting;form/audience;form/band;form/language;form/minutes;form/lesson;form/card;_uuid
2026-11-20T09:00;2026-11-20;MA-TAT;online;parents;1-4;zgh;60;other;no;${id}`
	const read = readOdkRows(kobo)
	expect(read.ok && read.value[0]?.entry.values).toMatchObject({ lesson: null, card: false, dose: 1 })
})

test.each([
	['held_on', { held_on: '20/11/2026' }],
	['province', { province: 'Tata' }],
	['setting', { setting: 'école' }],
	['band', { band: '27' }],
	['minutes', { minutes: '' }],
	['card', { card: '' }],
	['instanceID', { 'meta-instanceID': '', KEY: '7' }],
])('a wrong %s is named by its line', (column, more) => {
	expect(readOdkRows([heads, line(), line(more)].join('\n'))).toEqual({
		ok: false,
		faults: [{ line: 3, column }],
	})
})

test('a table without a column that is needed is not read', () => {
	expect(readOdkRows('a,b\n1,2')).toMatchObject({
		ok: false,
		faults: [{ line: 1, column: 'held_on' }, {}, {}, {}, {}, {}, {}, {}],
	})
	expect(readOdkRows('"a')).toEqual({ ok: false, faults: [{ line: 1, column: 'CSV' }] })
})

test('readCsv() reads quotation marks, line breaks within them, and empty fields', () => {
	expect(readOdkCsv('a,b\r\n"1,""2""\n3",\r\n\r\n,4', 9)).toEqual([
		['a', 'b'],
		['1,"2"\n3', ''],
		['', '4'],
	])
	expect(readOdkCsv('a\n"b" c', 9)).toBeUndefined()
	expect(readOdkCsv('a\nb\nc\nd', 2)).toBeUndefined()
})

const form = makeXForm(
	{ provinces: ['MA-TAT'], lessons: ['true-or-trap'] },
	(language, key) => `${language} <${key}> &`,
)

test('the form for ODK binds every field, says every word in four languages, and its choices are those that are read', () => {
	const names = [...form.matchAll(/<bind nodeset="\/data\/([a-z_]+)"/gu)].map(([, name]) => name)
	expect(names).toEqual([
		'held_on',
		'province',
		'setting',
		'audience',
		'band',
		'language',
		'minutes',
		'lesson',
		'dose',
		'card',
	])
	for (const name of names) expect(form).toMatch(new RegExp(`<(?:input|select1) ref="/data/${name}"`, 'u'))
	expect([...form.matchAll(/<translation lang="([^"]+)"/gu)].map(([, lang]) => lang)).toEqual([
		'French (fr)',
		'Arabic (ar)',
		'Standard Moroccan Tamazight (zgh)',
		'English (en)',
	])
	const said = [...form.matchAll(/<text id="([^"]+)">/gu)].map(([, text]) => text)
	const asked = new Set([...form.matchAll(/jr:itext\('([^']+)'\)/gu)].map(([, text]) => text))
	for (const text of asked)
		expect(
			said.filter((one) => one === text),
			text,
		).toHaveLength(4)
	expect(new Set(said).size).toBe(asked.size)
	const choose = (name: string): string =>
		new RegExp(`<select1 ref="/data/${name}".*?<value>([^<]+)</value>`, 'u').exec(form)?.[1] ?? ''
	const filled = Object.fromEntries(names.map((name = '') => [name, choose(name)]))
	expect(
		readOdkRows([heads, line({ ...filled, held_on: '2026-11-20', minutes: '45', dose: '1' })].join('\n')).ok,
	).toBe(true)
})

test.skipIf(!existsSync(xmllint))(
	'the form for ODK is XML for xmllint, and its words cannot break it',
	() => {
		const count = (path: string): string =>
			execFileSync(xmllint, ['--xpath', path, '-'], { input: form, encoding: 'utf8' }).trim()
		expect(count("count(//*[local-name()='bind'])")).toBe('11')
		expect(count("string(//*[local-name()='text'][@id='/data/held_on:label']/*)")).toBe('fr <held_on> &')
		expect(count("count(//*[local-name()='meta']/*[local-name()='instanceID'])")).toBe('1')
		expect(count("string(//*[local-name()='bind'][last()]/@*[local-name()='preload'])")).toBe('uid')
	},
)
