import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { describeStandard } from '../../../../../tests/support/standards.ts'
import { parseXarf, toDescription, toXarf, type XarfReport } from './index.ts'

const desk = { org: 'Desk of an example', contact: 'desk@desk.example', domain: 'desk.example' }
const report: XarfReport = {
	reportId: '3d1f0c52-4f0e-4f2e-9a55-0d5f6a1c7b11',
	seenAt: new Date('2026-11-25T09:00:00Z'),
	reporter: desk,
	url: 'https://pictures.example/album/17?page=2',
	finding: {
		type: 'csam',
		classification: 'baseline',
		detectionMethod: 'manual_review',
		hashes: { sha256: 'A'.repeat(64) },
	},
	description: 'السبب كما كُتب.',
	isTest: true,
	evidence: [{ text: 'Third picture.', description: 'Where it stands' }],
}
const written = toXarf(report)
const good = written.ok ? written.value : {}
const read = (change: Record<string, unknown> = {}) => parseXarf(JSON.stringify({ ...good, ...change }))
const findPaths = (change: Record<string, unknown>) => {
	const parsed = read(change)
	return parsed.ok ? [] : parsed.issues.map(({ path }) => path)
}

test('parseXarf() reads what toXarf() writes', () => {
	expect(read()).toEqual({
		ok: true,
		value: {
			version: '4.2.0',
			reportId: report.reportId,
			seenAt: report.seenAt,
			reporter: desk,
			sender: desk,
			source: 'pictures.example',
			category: 'content',
			type: 'csam',
			url: report.url,
			description: report.description,
			classification: 'baseline',
			exploitationType: undefined,
			hashes: { sha256: 'a'.repeat(64) },
			tags: ['lifecycle:test'],
			isTest: true,
			evidence: [
				{
					contentType: 'text/plain; charset=utf-8',
					description: 'Where it stands',
					text: 'Third picture.',
				},
			],
		},
	})
})

test.each<[string, Record<string, unknown>]>([
	['xarf_version', { xarf_version: '3' }],
	['xarf_version', { xarf_version: 4.2 }],
	['report_id', { report_id: '../x' }],
	['timestamp', { timestamp: 'soon' }],
	['reporter', { reporter: { ...desk, contact: 'a@b, c@d' } }],
	['sender', { sender: 'x' }],
	['source_identifier', { source_identifier: '' }],
	['category', { category: '__proto__' }],
	['type', { type: '<b>' }],
	['url', { url: 'javascript:alert(1)' }],
	['url', { url: null }],
])('parseXarf() refuses a wrong %s', (path, change) => expect(findPaths(change)).toEqual([path]))

test('parseXarf() is deaf to fields that it does not know', () => {
	expect(
		read({ new_field: { deep: [1, { x: null }] }, ['__proto__x']: 1, tags: 'x', hash_values: [] }),
	).toMatchObject({
		ok: true,
		value: { tags: [], hashes: {} },
	})
})

test('parseXarf() takes marks that turn or hide letters out of words', () => {
	expect(read({ description: 'a\u202Egpj.exe\u2066\u200b\u0000b\nc' })).toMatchObject({
		value: { description: 'agpj.exeb\nc' },
	})
})

test('parseXarf() hands no file on, whatever it says it is', () => {
	const jpeg = Buffer.from('ffd8ffe000104a464946', 'hex').toString('base64')
	const types = ['image/jpeg', 'text/plain', 'text/csv', 'application/json']
	const parsed = read({
		evidence: [...types.map((content_type) => ({ content_type, payload: jpeg })), 'x', null],
	})
	expect(parsed.ok && parsed.value.evidence.map(({ contentType, text }) => [contentType, text])).toEqual(
		types.map((type) => [type, undefined]),
	)
	const hidden = Buffer.from(`see ${jpeg}`).toString('base64')
	expect(read({ evidence: [{ content_type: 'text/plain', payload: hidden }] })).toMatchObject({
		value: { evidence: [{ text: undefined }] },
	})
})

test('parseXarf() hands on the words of the first ten items, and none that is long', () => {
	const item = { content_type: 'text/plain', payload: Buffer.from('words').toString('base64') }
	const long = { ...item, payload: Buffer.alloc(16_385, 'a ').toString('base64') }
	const parsed = read({ evidence: [long, ...Array<typeof item>(20).fill(item)] })
	const texts = parsed.ok ? parsed.value.evidence.map(({ text }) => text) : []
	expect(texts).toEqual([
		undefined,
		...Array<string>(9).fill('words'),
		...Array<undefined>(11).fill(undefined),
	])
})

test('parseXarf() refuses what is deep, full or huge, and what is no JSON', () => {
	const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`
	for (const text of ['', '{', 'null', '[]', '"x"', deep, `{"a":${deep}}`, ' '.repeat(8_388_609)])
		expect(parseXarf(text)).toMatchObject({ ok: false })
	expect(findPaths({ extra: Array(20_001).fill(0) })).toEqual([''])
})

test('parseXarf() throws on nothing, and answers without a word of the input', () => {
	fc.assert(
		fc.property(
			fc.oneof(
				fc.json(),
				fc.string(),
				fc.dictionary(fc.constantFrom(...Object.keys(good)), fc.json()).map((it) => JSON.stringify(it)),
			),
			(text) => {
				const parsed = parseXarf(text)
				if (!parsed.ok)
					for (const { path } of parsed.issues) expect(['', ...Object.keys(good)]).toContain(path)
			},
		),
	)
})

describeStandard('xarf', (folder) => {
	const samples = globSync('samples-v4/*.json', { cwd: folder }).sort()
	test('all samples of others are there', () => expect(samples).toHaveLength(32))
	test.each(samples)('parseXarf() reads %s', (file) => {
		const text = readFileSync(join(folder, file), 'utf8')
		const sample = JSON.parse(text) as { category: string; type: string; evidence?: unknown[] }
		const parsed = parseXarf(text)
		expect(parsed).toMatchObject({ ok: true, value: { category: sample.category, type: sample.type } })
		expect(parsed.ok && parsed.value.evidence).toHaveLength(sample.evidence?.length ?? 0)
	})
})

describe('toDescription()', () => {
	const goodFaith = 'Je le déclare de bonne foi.'

	test('says reasons, place and good faith, one a line', () => {
		expect(toDescription({ reasons: ' Article 503-2. ', whereInside: 'page 2', goodFaith })).toBe(
			`Article 503-2.\npage 2\n${goodFaith}`,
		)
		expect(toDescription({ reasons: 'x', goodFaith })).toBe(`x\n${goodFaith}`)
	})

	test('cuts the reasons and nothing else, and says that it did', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme', minLength: 900, maxLength: 1_400 }), (reasons) => {
				const text = toDescription({ reasons, goodFaith })
				expect(Array.from(text).length).toBeLessThanOrEqual(1_000)
				expect(text.endsWith(`\n${goodFaith}`)).toBe(true)
				const kept = text.slice(0, -goodFaith.length - 1)
				expect(kept === reasons.trim() || kept.endsWith('…')).toBe(true)
			}),
		)
	})
})
