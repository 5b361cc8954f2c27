import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { categories } from '../../cases/category.ts'
import { readReferralPayload, toPayloadDigest, toReferralPayload, type ReferralParts } from './payload.ts'

const parts: ReferralParts = {
	ref: 'MA-2026-000123',
	at: new Date('2026-11-29T09:00:00Z'),
	urgency: 'high',
	tlp: 'amber',
	pap: 'amber',
	country: 'DE',
	category: 'abuse-material',
	urls: ['https://files.example/a?b=1'],
	accounts: [],
	explanation: 'Illegal under article 503-2 of the Penal Code (law 24-03).',
	sender: { name: 'Hotline', email: 'desk@hotline.example', domain: 'hotline.example' },
	reportId: '9b2f0b0e-2b0a-4c39-9a54-2d6a8f0f2a11',
}
const make = (change: Partial<ReferralParts> = {}) => toReferralPayload({ ...parts, ...change })

describe('what leaves with a referral', () => {
	test('is a XARF report with the parts of a notice, and reads back as itself', () => {
		const made = make()
		if (!made.ok) expect.fail(made.code)
		const read = readReferralPayload(made.value)
		if (!read.ok) expect.fail(read.code)
		const { ref, body } = read.value
		expect(ref).toBe('MA-2026-000123')
		expect(body).toMatchObject({
			tlp: 'amber',
			pap: 'amber',
			urgency: 'high',
			categories: ['abuse-material'],
		})
		expect(body.report).toMatchObject({
			type: 'csam',
			classification: 'baseline',
			url: 'https://files.example/a?b=1',
			country_code: 'DE',
			notice: {
				locations: ['https://files.example/a?b=1'],
				concerns: 'child-sexual-abuse',
				good_faith: true,
			},
		})
		expect(toPayloadDigest(made.value)).toMatch(/^[0-9a-f]{64}$/u)
		expect(make()).toEqual(made)
	})

	test('of a category that XARF has no type for, or of an account, is its frame with the notice', () => {
		for (const category of categories) expect(make({ category }).ok, category).toBe(true)
		const bullying = make({ category: 'bullying' })
		expect(bullying.ok && JSON.parse(bullying.value)).toMatchObject({
			body: { report: { type: 'other', notice: { concerns: 'other-offence' } } },
		})
		const account = make({ urls: [], accounts: [{ app: 'app', nickname: 'name' }] })
		expect(account.ok && JSON.parse(account.value)).toMatchObject({
			body: { report: { notice: { accounts: [{ service: 'app', name: 'name' }] } } },
		})
	})

	test.each([
		['a file in letters', { explanation: `See data:image/png;base64,${'iVBORw0KGgo'.repeat(9)}` }],
		['a long run of letters that could be one', { explanation: 'QUJD'.repeat(30) }],
		['a mail address', { explanation: 'Write to somebody@mail.example.' }],
		['a telephone number', { explanation: 'Call 06 12 34 56 78 now.' }],
		['a number from abroad', { inside: 'Call +33 1 23 45 67 89 now.' }],
		['a character that turns others round', { explanation: 'abc\u202Edef' }],
		['a name and a password in an address', { urls: ['https://name:secret@files.example/'] }],
		['an address that is none of the web', { urls: ['file:///etc/passwd'] }],
		['nothing to look at', { urls: [], accounts: [] }],
		['no reason', { explanation: '' }],
		['a name that is longer than any', { accounts: [{ app: 'app', nickname: 'n'.repeat(121) }] }],
	] satisfies [string, Partial<ReferralParts>][])('refuses %s', (_, change) => {
		expect(make(change)).toEqual({ ok: false, code: 'referral.banned' })
	})

	test.each([
		'https://[2001:db8::1]:8080/a',
		'http://192.0.2.7/a',
		'https://0612345678.example/',
		'https://كتاب.example/',
	])('an address of a machine is none of these: %s', (url) => {
		expect(make({ urls: [url] })).toMatchObject({ ok: true })
	})

	test('a date, a number of an article and a law are no telephone numbers', () => {
		const explanation = 'Seen on 2026-11-29 at 09:00; articles 503-1 to 503-2, law 103-13, decree 2-18-856.'
		expect(make({ explanation }).ok).toBe(true)
	})

	test('whatever is added to it anywhere is refused: no field for a file, a reporter, a child', () => {
		const made = make()
		const whole = JSON.parse(made.ok ? made.value : '{}') as Record<string, unknown>
		const names = fc.oneof(
			fc.constantFrom('evidence', 'victim', 'screenshot', 'payload', 'child', 'hash', 'sample'),
			fc.string({ minLength: 1, maxLength: 20 }).filter((name) => name !== '__proto__'),
		)
		const paths = fc.constantFrom<string[]>(
			[],
			['body'],
			['body', 'report'],
			['body', 'report', 'notice'],
			['body', 'report', 'reporter'],
		)
		const known = new Set(['inside', 'domain', 'description', 'exploitation_type', 'classification'])
		fc.assert(
			fc.property(names, paths, fc.jsonValue(), (name, path, value) => {
				const copy = structuredClone(whole)
				let at = copy
				for (const step of path) at = at[step] as Record<string, unknown>
				fc.pre(!(name in at) && !known.has(name))
				at[name] = value
				expect(readReferralPayload(JSON.stringify(copy))).toEqual({ ok: false, code: 'referral.banned' })
			}),
		)
	})

	const child = 'He wrote to me that he would send the pictures to my whole class'
	const picture = Buffer.from(
		'harmless bytes that stand for a picture, and are as long as one begins',
	).toString('base64')
	/** The payload with another text in it, each written as our browser would write it. */
	const swap = (from: string, to: string): string => {
		const made = make({ accounts: [{ app: 'app', nickname: 'name' }] })
		if (!made.ok) expect.fail(made.code)
		const text = made.value.replace(from, to)
		expect(text).not.toBe(made.value)
		return text
	}

	/** How a file of a kind begins, with nothing in it. */
	const begins = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')
	test.each<[string, Partial<ReferralParts>]>([
		['in an address', { urls: [`https://files.example/?p=${begins.toString('base64url')}`] }],
		['in the second address', { urls: [...parts.urls, `https://files.example/#${begins.toString('hex')}`] }],
		['in escapes of an address', { urls: ['https://files.example/%89PNG%0D%0A%1A%0A'] }],
		['in hex, as reasons', { explanation: `See ${begins.toString('hex')}.` }],
		['as the name of an account', { accounts: [{ app: 'app', nickname: begins.toString('base64') }] }],
		['as the place where to look', { inside: begins.toString('base64') }],
	])('a file is refused however short and wherever it begins: %s', (_, change) => {
		expect(make(change)).toEqual({ ok: false, code: 'referral.banned' })
	})

	test.each([
		['under a name that every object has', swap('"body":', `"constructor":"${child}","body":`)],
		['under the name of what it inherits from', swap('"body":', `"__proto__":{"a":"${child}"},"body":`)],
		['inside, under such a name', swap('"good_faith":', `"toString":"${child}","good_faith":`)],
		['written twice, the first for the eyes', swap('"ref":', `"ref":"${child}","ref":`)],
		['between the names', swap('"ref":', `${' '.repeat(50)}"ref":`)],
		['as the name of the desk', swap('"org":"Hotline"', `"org":"${picture}"`)],
		['as the address of the desk', swap('"contact":"desk@hotline.example"', `"contact":"${child}"`)],
		['as the name of its machine', swap('"domain":"hotline.example"', `"domain":"${child}"`)],
		['as the source', swap('"source_identifier":"files.example"', `"source_identifier":"${child}"`)],
	])('a word that is hidden is refused: %s', (_, text) => {
		expect(readReferralPayload(text)).toEqual({ ok: false, code: 'referral.banned' })
	})

	test('a report about another address than the notice, or with other words, is refused', () => {
		const made = make()
		const text = made.ok ? made.value : ''
		for (const change of [
			text.replace('"url":"https://files.example/a?b=1"', '"url":"https://other.example/"'),
			text.replace('"description":"Illegal', '"description":"She said'),
		]) {
			expect(change).not.toBe(text)
			expect(readReferralPayload(change).ok).toBe(false)
		}
	})

	test('what is no JSON, or longer than any, is refused', () => {
		expect(readReferralPayload('{')).toEqual({ ok: false, code: 'referral.banned' })
		expect(readReferralPayload(' '.repeat(60_001))).toEqual({ ok: false, code: 'referral.too-long' })
	})
})
