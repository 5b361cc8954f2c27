import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Issue } from '#base'
import { composeXarfMail, type XarfMail } from './index.ts'

const mail: XarfMail = {
	id: '0190b3c4-1111-7000-8000-000000000001',
	from: { name: 'Bureau d’exemple', email: 'desk@desk.example' },
	to: 'abuse@host.example',
	date: new Date('2026-11-29T10:00:00Z'),
	subject: 'إشعار MA-2026-000123',
	letter: 'Voici l’adresse.\nhttps://host.example/x\n.\nFrom here.',
	report: { xarf_version: '4.2.0', description: 'السبب', type: 'csam' },
	findForbidden: () => [],
}
const compose = async (change: Partial<XarfMail> = {}) => {
	const made = await composeXarfMail({ ...mail, ...change })
	return made.ok ? Buffer.from(made.value.raw).toString('latin1') : made.issues.map(({ path }) => path)
}
/** Headers and parts, by a reader that knows nothing of the writer. */
const read = (raw: string) => {
	const [head = '', ...rest] = raw.split('\r\n\r\n')
	const boundary = /boundary="([^"]+)"/u.exec(head)?.[1] ?? ''
	const parts = rest.join('\r\n\r\n').split(`--${boundary}`).slice(1, -1)
	return {
		headers: head.replace(/\r\n\s+/gu, ' ').split('\r\n'),
		parts: parts.map((part) => {
			const [above = '', ...below] = part.trimStart().split('\r\n\r\n')
			const body = below.join('\r\n\r\n')
			const isPacked = /base64/iu.test(above)
			return { head: above, text: isPacked ? Buffer.from(body, 'base64').toString() : body.trimEnd() }
		}),
	}
}

test('composeXarfMail() writes three parts: words, kind, report', async () => {
	const raw = await compose()
	if (typeof raw !== 'string') throw new Error(raw.join())
	const { headers, parts } = read(raw)
	expect(headers.map((line) => line.slice(0, line.indexOf(':'))).sort()).toEqual([
		'Content-Type',
		'Date',
		'From',
		'MIME-Version',
		'Message-ID',
		'Subject',
		'To',
	])
	expect(headers.find((line) => line.startsWith('Content-Type'))).toMatch(
		/^Content-Type: multipart\/report; report-type=feedback-report; boundary=/u,
	)
	expect(headers).toContain('Message-ID: <0190b3c4-1111-7000-8000-000000000001@desk.example>')
	expect(headers).toContain('Date: Sun, 29 Nov 2026 10:00:00 +0000')
	expect(headers).toContain('To: abuse@host.example')
	expect(parts.map(({ head }) => /Content-Type: ([\w/-]+)/u.exec(head)?.[1])).toEqual([
		'text/plain',
		'message/feedback-report',
		'application/json',
	])
	const [letter, kind, report] = parts
	expect(letter?.text).toBe(mail.letter.replaceAll('\n', '\r\n'))
	expect(kind?.text).toBe('Feedback-Type: xarf\r\nUser-Agent: XARF/4\r\nVersion: 1')
	expect(JSON.parse(report?.text ?? '')).toEqual(mail.report)
	expect(Buffer.from(raw, 'latin1').every((byte) => byte < 128)).toBe(true)
})

test('the same mail is the same bytes: who gets it twice sees it', async () => {
	expect(await compose()).toBe(await compose())
})

test('it names neither this machine nor the program', async () => {
	expect(await compose()).not.toMatch(/x-mailer|nodemailer|received|thiqa|localhost/iu)
})

describe('what is refused', () => {
	test.each<[string, Partial<XarfMail>]>([
		['id', { id: 'short' }],
		['id', { id: 'with a space and more' }],
		['from.name', { from: { name: 'a\r\nBcc: x@y.example', email: 'desk@desk.example' } }],
		['from.email', { from: { name: 'a', email: 'desk@desk' } }],
		['to', { to: 'a@b.example, c@d.example' }],
		['to', { to: 'a@b.example\r\nBcc: c@d.example' }],
		['to', { to: '<a@b.example>' }],
		['date', { date: new Date('never') }],
		['subject', { subject: 'a\nBcc: x@y.example' }],
		['subject', { subject: ' ' }],
		['letter', { letter: '' }],
		['letter', { letter: 'x'.repeat(20_001) }],
	])('%s', async (path, change) => expect(await compose(change)).toEqual([path]))

	test('whatever the ban finds, in the report and in the letter', async () => {
		const findForbidden = (value: unknown): Issue[] =>
			JSON.stringify(value).includes('forbidden') ? [{ path: 'description', message: 'x' }] : []
		expect(await compose({ findForbidden, report: { description: 'forbidden' } })).toEqual(['description'])
		expect(await compose({ findForbidden, letter: 'forbidden' })).toEqual(['letter'])
	})
})

test('no letter and no report can end its part, add a header or a fourth part', async () => {
	const nasty = fc.oneof(
		fc.string({ unit: 'grapheme', minLength: 1 }),
		fc.constantFrom(
			'----_NmP-0190b3c4-1111-7000-8000-000000000001-Part_1--',
			'\r\n\r\n--x\r\nContent-Type: image/png\r\n\r\n',
			'\r\n.\r\nQUIT',
		),
	)
	await fc.assert(
		fc.asyncProperty(nasty, nasty, async (letter, description) => {
			fc.pre(letter.trim() !== '')
			const raw = await compose({ letter, report: { description } })
			const { parts } = read(typeof raw === 'string' ? raw : '')
			expect(parts).toHaveLength(3)
			expect(parts[0]?.text).toBe(letter.replace(/\r\n|\r|\n/gu, '\r\n'))
			expect(JSON.parse(parts[2]?.text ?? '')).toEqual({ description })
		}),
	)
})
