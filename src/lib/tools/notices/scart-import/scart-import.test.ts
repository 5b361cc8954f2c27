import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fromQuotedPrintable, toQuotedPrintable } from './quoted-printable.ts'
import {
	parseScartFile,
	parseScartMail,
	toScartFile,
	toScartMail,
	toScartUrl,
	type ScartRow,
} from './index.ts'

const hostile = [
	'https://a.example/x;y;z?p=1;q=2',
	'https://a.example/?q=<script>alert(1)</script>',
	'https://a.example/#<img src=x>',
	'https://a.example/?id=20&n=3D&end=',
	'https://a.example/?a==41=0A=0D',
	'https://a.example/"quoted","cells"',
	"https://a.example/'=cmd|calc'!A1",
	'https://a.example/line\r\nhttps://b.example/second',
	'https://a.example/\u202egnp.exe',
	'https://مثال.إختبار/صفحة',
	'https://user:pa;ss@a.example:8443/',
	'https://[2001:db8::1]/x',
	'http://2130706433/',
	`https://a.example/${'x;'.repeat(5000)}`,
]

const write = (rows: readonly ScartRow[]): string => {
	const file = toScartFile(rows)
	if (!file.ok) throw new Error(JSON.stringify(file.issues))
	return file.value
}
const send = (rows: Parameters<typeof toScartMail>[0]) => {
	const mail = toScartMail(rows)
	if (!mail.ok) throw new Error(JSON.stringify(mail.issues))
	return mail.value
}

/** Two addresses that mean the same (RFC 3986, 6.2.2.2): letters and digits are the same with and without `%`. */
const toMeaning = (url: string | undefined): string =>
	(url ?? '').replace(/%(3[0-9]|[46][1-9a-f]|[57][0-9a])/giu, (_, hex: string) =>
		String.fromCharCode(Number.parseInt(hex, 16)),
	)

const address = fc.oneof(
	fc.webUrl({ withQueryParameters: true, withFragments: true }),
	fc.constantFrom(...hostile),
)
const code = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9._/-]{0,12}$/u)
const maybe = <Value>(values: fc.Arbitrary<Value>) => fc.option(values, { nil: undefined })

describe('the file', () => {
	test('holds a line for each row, with the fields that SCART reads', () => {
		expect(
			write([
				{
					url: 'https://a.example/x',
					referer: 'https://b.example/',
					workuserEmail: 'somebody@desk.example',
					reference: 'C-17',
					source: 'hotline',
					type: 'website',
				},
				{ url: 'https://c.example/' },
				{ url: 'https://c.example/2', reference: 'C-18' },
			]),
		).toBe(
			'https://a.example/x;https://b.example/;somebody@desk.example;C-17;hotline;website\r\n' +
				'https://c.example/\r\n' +
				'https://c.example/2;;;C-18\r\n',
		)
	})

	test.each(hostile)('keeps %.60j in its field, whatever it holds', (url) => {
		const file = write([{ url, reference: 'C-1' }, { url: 'https://next.example/' }])
		expect(file.split('\r\n')).toHaveLength(3)
		expect(file).not.toMatch(/[<>"\u202e]/u)
		expect(parseScartFile(file)).toEqual([
			{ url: toScartUrl(url), reference: 'C-1' },
			{ url: 'https://next.example/' },
		])
	})

	test('is read back as it was written', () => {
		const row = fc
			.record({
				url: address,
				referer: maybe(address),
				workuserEmail: maybe(
					code.filter((text) => !text.includes('/')).map((text) => `${text}@desk.example`),
				),
				reference: maybe(code),
				source: code,
				type: maybe(code),
			})
			.map(
				(fields) =>
					Object.fromEntries(Object.entries(fields).filter(([, text]) => text !== undefined)) as ScartRow,
			)
		fc.assert(
			fc.property(fc.array(row, { maxLength: 5 }), (rows) => {
				const wanted = rows.map((fields) => ({
					...fields,
					url: toScartUrl(fields.url),
					...(fields.referer && { referer: toScartUrl(fields.referer) }),
				}))
				expect(parseScartFile(write(rows))).toEqual(wanted)
			}),
		)
	})

	test('no cell begins with what a table program takes for a formula', () => {
		const names = ['workuserEmail', 'reference', 'source', 'type'] as const
		for (const name of names)
			for (const cell of ['=1+1', '+1', '-1', '@x', "'=1", '\t=1', '=cmd@desk.example'])
				expect(toScartFile([{ url: 'https://a.example/', source: 'x', [name]: cell }])).toMatchObject({
					ok: false,
					issues: [{ path: `0.${name}` }],
				})
	})

	test.each<[string, ScartRow]>([
		['0.url', { url: '' }],
		['0.url', { url: 'javascript:alert(1)' }],
		['0.url', { url: 'a.example' }],
		['0.referer', { url: 'https://a.example/', referer: 'ftp://a.example/' }],
		['0.reference', { url: 'https://a.example/', reference: 'a;b' }],
		['0.reference', { url: 'https://a.example/', reference: 'a\nb' }],
		['0.workuserEmail', { url: 'https://a.example/', workuserEmail: 'nobody' }],
		['0.source', { url: 'https://a.example/', type: 'website' }],
	])('toScartFile() names %s when it cannot be written', (path, row) => {
		expect(toScartFile([row])).toMatchObject({ ok: false, issues: [{ path }] })
	})
})

describe('the mail', () => {
	test('has the subject and lines that SCART reads', () => {
		const mail = send([
			{ url: 'https://a.example/x', referer: 'https://b.example/', note: 'seen twice; still there' },
			{ url: 'https://c.example/' },
		])
		expect(mail.subject).toBe('SCART-INPUT')
		expect(mail.headers['Content-Transfer-Encoding']).toBe('quoted-printable')
		expect(mail.body).toBe(
			'https://a.example/x;https://b.example/;seen twice; still there\r\nhttps://c.example/;;\r\n',
		)
	})

	test('decoding it once more changes nothing: some mail boxes have decoded it before SCART does', () => {
		fc.assert(
			fc.property(address, fc.string({ unit: 'grapheme' }), (url, note) => {
				const once = fromQuotedPrintable(send([{ url, note }, { url }]).body)
				expect(fromQuotedPrintable(once)).toBe(once)
			}),
		)
	})

	test.each(hostile)('keeps %.60j in one line with the same meaning', (url) => {
		const rows = parseScartMail(send([{ url, note: 'n' }, { url: 'https://next.example/' }]))
		expect(rows).toHaveLength(2)
		expect(toMeaning(rows[0]?.url)).toBe(toMeaning(toScartUrl(url)))
		expect(rows[0]?.note).toBe('n')
	})

	test('a note is read back as its inert line, and that line stays as it is', () => {
		fc.assert(
			fc.property(address, fc.string({ unit: 'grapheme' }), (url, note) => {
				const [row] = parseScartMail(send([{ url, note }]))
				const [again] = parseScartMail(send([{ url, note: row?.note ?? '' }]))
				expect(again?.note).toBe(row?.note)
				expect(row?.note ?? '').not.toMatch(/[\p{Cc}\p{Cf}<>=]/u)
			}),
		)
	})

	test.each(['=1+1', '+1', '-1', '@SUM(A1)', '＝1', "'=1"])(
		'the note %j does not begin a cell as a formula',
		(note) => {
			const { body } = send([{ url: 'https://a.example/', note }])
			expect(fromQuotedPrintable(body).split(';')[2]).toMatch(/^'/u)
		},
	)

	test('a note cannot add a line', () => {
		const rows = parseScartMail(
			send([{ url: 'https://a.example/', note: 'x\nhttps://b.example/;;\r\nhttps://c.example/' }]),
		)
		expect(rows).toHaveLength(1)
	})

	test('toScartMail() names what is no address', () => {
		expect(toScartMail([{ url: 'https://a.example/' }, { url: 'x', referer: 'data:,' }])).toMatchObject({
			ok: false,
			issues: [{ path: '1.url' }, { path: '1.referer' }],
		})
	})
})

test('quoted-printable lines are at most 76 characters of ASCII and read back the same', () => {
	fc.assert(
		fc.property(
			fc.string({ unit: fc.constantFrom('a', ' ', '=', 'ب', 'ⵣ', '😀', '\n', 'é'), maxLength: 400 }),
			(text) => {
				const encoded = toQuotedPrintable(text)
				expect(encoded).toMatch(/^[\r\n -~]*$/u)
				expect(Math.max(...encoded.split('\r\n').map(({ length }) => length))).toBeLessThanOrEqual(76)
				expect(fromQuotedPrintable(encoded).replaceAll('\r\n', '\n')).toBe(text)
			},
		),
	)
})
