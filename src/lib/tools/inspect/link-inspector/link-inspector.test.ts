import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { countCalls } from '../../../../../tests/support/work.ts'
import { inspectLink, severities } from './index.ts'
import { knownNames } from './known/names.ts'

test.each([
	['', 'empty'],
	[' \u200b\n', 'empty'],
	['Salam, labas?', 'no-link'],
	['3.14', 'no-link'],
	['note: apporte ton cahier', 'no-link'],
	['a'.repeat(10_001), 'too-long'],
])('inspectLink() says of %j: %s', (text, message) => {
	expect(inspectLink(text)).toEqual({ ok: false, code: message })
})

test('a report shows whose a link is, and every piece of it in order', () => {
	const report = inspectLink('https://www.facebook.com:x@login.facebook.com.evil.example:8443/a?b#c')
	expect(report.ok && report.value.name).toEqual({ shown: 'evil.example', ascii: 'evil.example' })
	expect(report.ok && report.value.parts).toEqual([
		{ role: 'scheme', text: 'https://' },
		{ role: 'user', text: 'www.facebook.com:x@' },
		{ role: 'before', text: 'login.facebook.com.' },
		{ role: 'domain', text: 'evil.example' },
		{ role: 'port', text: ':8443' },
		{ role: 'rest', text: '/a?b#c' },
	])
})

test('a name in other letters is shown as people read it and as the network sees it', () => {
	const report = inspectLink('https://xn--mgbh0fb.xn--mgbc0a9azcg/')
	expect(report.ok && report.value.name).toEqual({
		shown: 'مثال.المغرب',
		ascii: 'xn--mgbh0fb.xn--mgbc0a9azcg',
	})
})

test('what cannot be seen is written as a number, so that a report is harmless to show', () => {
	const report = inspectLink('https://evil.example/a\u202eb\u200bc')
	expect(report.ok && report.value.parts.at(-1)?.text).toBe('/a[U+202E]b[U+200B]c')
})

test('a link written so that nobody opens it is read as it was', () => {
	const report = inspectLink('hxxps[:]//www[.]evil[.]example/x')
	expect(report.ok && report.value.parts.map(({ text }) => text).join('')).toBe('https://www.evil.example/x')
})

test('the heaviest finding comes first and no code comes twice', () => {
	const report = inspectLink('http://facebook.com@203.0.113.7:81/photo.jpg.apk')
	const findings = report.ok ? report.value.findings : []
	expect(findings[0]?.severity).toBe('severe')
	expect(new Set(findings.map(({ code }) => code)).size).toBe(findings.length)
	expect(findings.every(({ code, severity }) => severity === severities[code])).toBe(true)
})

test('the Moroccan names that are known are those that the content cites', () => {
	const cited = ['contacts.yaml', '../sources.yaml']
		.map((file) => readFileSync(`content/country/${file}`, 'utf8'))
		.join()
	const moroccan = knownNames.slice(knownNames.findIndex(({ name }) => name === 'khidmat-almostahlik'))
	expect(moroccan.flatMap(({ domains }) => domains).filter((domain) => !cited.includes(domain))).toEqual([])
})

const schemes = [
	'',
	'http://',
	'https://',
	'HTTPS:\\\\',
	'intent://',
	'tel:',
	'javascript:',
	'https://xn--',
	'data:',
]
const characters = [
	'a',
	'.',
	'-',
	'@',
	'/',
	'%',
	'25',
	'?',
	'&',
	'=',
	'#',
	':',
	'[',
	']',
	'\\',
	'1',
	'0x',
	' ',
	'ب',
	'а',
	'\u202e',
	'\u200d',
	'\ud800',
	'😀',
	'facebook',
	'.com',
	'https://',
	'xn--',
	'٣',
	'<script>',
]
const hostile = fc
	.tuple(
		fc.constantFrom(...schemes),
		fc.oneof(
			fc.string({ unit: fc.constantFrom(...characters), maxLength: 60 }),
			fc.string({ unit: 'binary', maxLength: 60 }),
		),
		fc.integer({ min: 1, max: 400 }),
	)
	.map(([scheme, piece, times]) => (scheme + piece.repeat(times)).slice(0, 10_000))

/** Calls of functions that an address may cost, on the average of many. */
const mostCalls = 5_000

test('inspectLink() never throws, and is little work for any text up to 10,000 characters', async () => {
	const texts = fc.sample(hostile, 1500)
	const calls = await countCalls(() => texts.forEach((text) => inspectLink(text)))
	expect(calls / texts.length).toBeLessThan(mostCalls)
})

const pieces = [
	'a.',
	'.',
	'-',
	'@',
	'%25',
	'%',
	'?url=https://',
	'&a=https://b.example',
	'https://',
	'ب',
	'a\u0301',
	'xn--a.',
	'/a.',
	'. ',
	'a-',
	'=//',
	'*',
	'\u202e',
	'(',
	'):',
	'facebook.com/',
	'com.',
]

test.each(schemes)(
	'inspectLink() is little work on %j followed by 10,000 characters of anything',
	async (scheme) => {
		const texts = pieces.map((piece) => (scheme + piece.repeat(10_000)).slice(0, 10_000))
		const calls = await countCalls(() => texts.forEach((text) => inspectLink(text)))
		expect(calls / texts.length).toBeLessThan(mostCalls)
	},
)

test('no detail and no part holds a character that cannot be seen', () => {
	fc.assert(
		fc.property(hostile, (text) => {
			const report = inspectLink(text)
			if (!report.ok) return
			const { parts, findings } = report.value
			const shown = [...parts.map((part) => part.text), ...findings.map(({ detail }) => detail ?? '')].join(
				'',
			)
			expect(shown).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u)
		}),
		{ numRuns: 500 },
	)
})
