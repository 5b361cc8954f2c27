import fc from 'fast-check'
import { expect, test } from 'vitest'
import { note, referral } from '../../../../../tests/support/partner-keys.ts'
import { outcomeCodes, parseEnvelope, readSignedMessage, toPeerRef } from './index.ts'
import { parsePlainJson } from './plain-json.ts'

const bytes = (value: unknown) => new TextEncoder().encode(JSON.stringify(value))
const judge = (value: unknown) => {
	const parsed = parseEnvelope(bytes(value))
	return parsed.ok ? 'taken' : parsed.code
}
const outcome = { v: 1, type: 'outcome', ref: 'FR-9', about: 'MA-2026-000123' }

test('every type of message is read as it was written', () => {
	for (const message of [note, referral])
		expect(parseEnvelope(bytes(message))).toEqual({ ok: true, value: message })
	for (const code of outcomeCodes)
		expect(judge({ ...outcome, body: { code, at: '2026-11-29T10:00:00Z', note: 'retiré' } })).toBe('taken')
})

test('fields of XARF that we do not know are kept', () => {
	const { body, ...rest } = referral
	if (!('report' in body)) throw new Error('wanted a referral')
	const report = { ...body.report, future: { field: 1 } }
	expect(parseEnvelope(bytes({ ...rest, body: { ...body, report } }))).toMatchObject({
		ok: true,
		value: { body: { report: { future: { field: 1 } } } },
	})
})

test.each([
	[
		'an outcome about nothing',
		{ ...outcome, about: undefined, body: { code: 'actioned', at: '2026-11-29T10:00:00Z' } },
	],
	['a code of nobody', { ...outcome, body: { code: 'perhaps', at: '2026-11-29T10:00:00Z' } }],
	['no moment', { ...outcome, body: { code: 'actioned', at: 'yesterday' } }],
	['a reference with a line of its own', { ...note, ref: 'A\nB' }],
	['an old XARF', { ...referral, body: { ...referral.body, report: { xarf_version: '3.0.0' } } }],
	['a marking of nobody', { ...referral, body: { ...referral.body, tlp: 'white' } }],
	['a category in words', { ...referral, body: { ...referral.body, categories: ['Some Words'] } }],
])('%s is refused by the schema', (_, value) => expect(judge(value)).toBe('message.schema'))

test('whatever the bytes are, reading ends with a value or a code', () => {
	fc.assert(
		fc.property(fc.uint8Array({ maxLength: 400 }), (content) => {
			expect(typeof parseEnvelope(content).ok).toBe('boolean')
		}),
	)
})

test('JSON without controls is read as JSON.parse() reads it', () => {
	fc.assert(
		fc.property(fc.json({ maxDepth: 6 }), (text) => {
			const parsed = parsePlainJson(new TextEncoder().encode(text))
			if (parsed.ok) expect(parsed.value).toEqual(JSON.parse(text))
			else expect(parsed.code).toBe('message.controls')
		}),
	)
})

test('brackets inside of words count for nothing, and depth counts wherever it is', () => {
	expect(parsePlainJson(bytes({ text: '['.repeat(500) + '\\"[' })).ok).toBe(true)
	const deep = (depth: number) => new TextEncoder().encode('{"a":'.repeat(depth) + '1' + '}'.repeat(depth))
	expect(parsePlainJson(deep(32)).ok).toBe(true)
	expect(parsePlainJson(deep(33))).toEqual({ ok: false, code: 'message.deep' })
	expect(parsePlainJson(deep(1_000_000))).toEqual({ ok: false, code: 'message.deep' })
})

test.each(['\u202A', '\u202E', '\u2066', '\u2069', '\u0000', '\u001B', '\u0085', '\uD800'])(
	'a control (%j) in a text or a name is refused, wherever it stands',
	(control) => {
		expect(parsePlainJson(bytes({ a: [{ b: `x${control}` }] })).ok).toBe(false)
		expect(parsePlainJson(bytes({ a: [{ [`x${control}`]: 1 }] })).ok).toBe(false)
	},
)

test('Arabic with its own marks, and lines, are words like others', () => {
	expect(judge({ ...note, body: { text: 'السلام\u200F عليكم\u061C\nسطر' } })).toBe('taken')
})

test('what the desk opens is read as it was signed', () => {
	const payload = Buffer.from(JSON.stringify(note)).toString('base64url')
	expect(readSignedMessage(`e30.${payload}.c2ln`)).toEqual(note)
	for (const text of ['', 'a.b', 'e30.e30.c2ln', `e30.${payload}`])
		expect(readSignedMessage(text)).toBeUndefined()
})

test('a reference never changes', () => {
	expect(toPeerRef('0198f0a0-0000-7000-8000-0123456789ab')).toBe('IN-0123-4567-89AB')
})
