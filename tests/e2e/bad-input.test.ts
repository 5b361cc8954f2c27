import * as fc from 'fast-check'
import { afterEach, expect, inject, test } from 'vitest'
import { messages } from '../../messages/index.ts'
import { languages } from '../../src/lib/base/index.ts'
import { ask, getRaw, request, sendRaw, type RawAnswer } from '../support/raw-request.ts'

const isHealthy = (): Promise<boolean> => fetch(`${inject('origin')}/health`).then(({ ok }) => ok)

afterEach(async () => expect(await isHealthy(), 'the product is healthy afterwards').toBe(true))

/** A page that helps: numbers to call, a way on, in the language of the address; no word about our machinery. */
const expectHelp = ({ status, body }: RawAnswer, wanted: number | readonly number[], lang = 'ar'): void => {
	expect([wanted].flat()).toContain(status)
	expect(body).toContain(`<html lang="${lang}"`)
	expect(body).toContain('href="tel:19"')
	expect(body).toContain(`href="/${lang}/help"`)
	expect(body).not.toMatch(/ {2,}at |\.ts:\d|\.js:\d|node_modules|Error:/u)
}

const letters = (count: number): string => 'a'.repeat(count)
const encode = encodeURIComponent

test.each([
	['/de', 'ar'],
	['/ar/nothing', 'ar'],
	['/fr/children/nothing', 'fr'],
	['/en/astronauts/bullying', 'en'],
	['/zgh/help/nothing', 'zgh'],
	['/fr/help/threatened/robot', 'fr'],
	['/fr/help/threatened/teen/yesterday', 'fr'],
	['/fr/help/threatened/teen/today/my-name', 'fr'],
	['/fr/teens/bullying/print/more', 'fr'],
	[`/fr/children/${encode('تنمر')}`, 'fr'],
	[`/en/help/${encode('ⵜⴰⵎⴰⵣⵉⵖⵜ')}`, 'en'],
	[`/fr/${encode('儿童')}/bullying`, 'fr'],
	[`/${encode('العربية')}`, 'ar'],
	['/fr/__proto__', 'fr'],
	['/fr/children/constructor', 'fr'],
	['/fr/help/hasOwnProperty', 'fr'],
	['/FR/help', 'ar'],
	['/fr/help/threatened/teen/now/extra/parts', 'fr'],
	['/fr/law/instruments/ma-law-99-99', 'fr'],
	['/fr/law/provisions/__proto__', 'fr'],
	['/fr/law/gaps/nothing', 'fr'],
	['/fr/law/gaps/about/nothing', 'fr'],
	['/ar/law/gaps/about/works/un-crc', 'ar'],
	['/fr/law/conventions/ma-penal-code', 'fr'],
	['/fr/law/situations/sit-sextortion/parent', 'fr'],
	['/eli/ma/loi/2003/99-99', 'ar'],
	['/law/data/nothing.json', 'ar'],
])('%s is answered by a helpful page in %s', async (path, lang) => {
	expectHelp(await getRaw(path), 404, lang)
})

test.each([
	['/ar/%E0%A4%A', 'ar'],
	['/fr/%', 'fr'],
	['/fr/children/%ff%fe', 'fr'],
	['//evil.example', 'ar'],
	['/\\evil.example', 'ar'],
	['/fr/..%2f..%2fetc%2fpasswd', 'fr'],
	['/fr/../../etc/passwd', 'fr'],
	['/fr/%2e%2e/%2e%2e/package.json', 'fr'],
	['/_app/..%2f..%2f..%2fpackage.json', 'ar'],
	['/fr/%00', 'fr'],
	['/fr/children/bullying%00.html', 'fr'],
	[`/fr/${encode('\u202e\u2066\u0007')}`, 'fr'],
	['http://evil.example/fr', 'ar'],
])('%s leads nowhere else and is answered by a helpful page', async (path, lang) => {
	const answer = await getRaw(path)
	expectHelp(answer, [400, 404], answer.body.includes('<html lang="ar"') ? 'ar' : lang)
	expect(answer.head).not.toContain('location:')
	expect(answer.body).not.toMatch(/root:|"dependencies"|evil\.example/u)
})

test.each([
	['10,000 Latin letters', letters(10_000)],
	['10,000 Arabic letters', encode('ت'.repeat(10_000))],
	['control characters', '%00%07%1b%0d%0aset-cookie:x'],
	['characters that turn the direction', encode('\u202e\u2066evil\u2069\u200f')],
	['half a pair of surrogates', '%ED%A0%80'],
	['markup', encode('"><script>alert(1)</script>')],
	['a pattern that makes regular expressions slow', encode('a'.repeat(290) + '!')],
])('a search for %s is answered by the search page', async (_, query) => {
	const { status, head, body } = await getRaw(`/fr/search?q=${query}`)
	expect(status).toBe(200)
	expect(body).toContain('<html lang="fr"')
	expect(body).not.toContain('<script>alert')
	expect(head).not.toContain('\r\nset-cookie')
})

test.each(['/fr/search?q=%E0%A4%A', '/fr/search?q=a&q=b', '/fr/search?%%%=1', '/fr/search?'])(
	'%s is answered by the search page',
	async (path) => {
		expect((await getRaw(path)).status).toBe(200)
	},
)

const methods = ['POST', 'PUT', 'DELETE', 'PATCH', 'TRACE', 'OPTIONS', 'PROPFIND'] as const
const places = [
	['/fr/help', 'fr'],
	['/zgh/search?q=x', 'zgh'],
	['/en/help/threatened/teen/now', 'en'],
	['/contacts.json', 'ar'],
	['/icon.svg', 'ar'],
	['/', 'ar'],
	['/health', 'ar'],
	['/nowhere', 'ar'],
] as const

test.each(methods)('%s is refused everywhere by a helpful page', async (method) => {
	for (const [path, lang] of places) {
		const answer = await ask(method, path)
		expectHelp(answer, 405, lang)
		expect(answer.head).toContain('allow: get, head')
	}
})

test('HEAD says what GET would, without the page', async () => {
	for (const [path] of places.slice(0, 5)) {
		const { status, body } = await ask('HEAD', path)
		expect([status, body]).toEqual([200, ''])
	}
})

test('a form posted to the search with a foreign origin is refused by a helpful page', async () => {
	const type = 'content-type: application/x-www-form-urlencoded'
	const answer = await request(
		'POST /fr/search HTTP/1.1',
		'host: 127.0.0.1',
		'origin: https://evil.example',
		type,
		'content-length: 0',
	)
	expectHelp(answer, 405, 'fr')
})

const field = (name: string, value: string): string =>
	`--b\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`
const multipart = 'multipart/form-data; boundary=b'
const nested = `--b\r\ncontent-disposition: form-data; name="words"\r\ncontent-type: multipart/mixed; boundary=c\r\n\r\n--c\r\n\r\nx\r\n--c--\r\n--b--\r\n`

test.each([
	['without a boundary', 'multipart/form-data', field('words', 'x')],
	['whose boundary is not in it', 'multipart/form-data; boundary=other', `${field('words', 'x')}--b--`],
	['cut in the middle of a field', multipart, field('words', 'x').slice(0, 30)],
	['without an end', multipart, field('words', 'x')],
	['with a form in a form', multipart, nested],
	['with a boundary of 5,000 letters', `multipart/form-data; boundary=${letters(5_000)}`, 'x'],
	['of no bytes', multipart, ''],
	['of 10,000 fields', multipart, `${field('words', 'x').repeat(10_000).slice(0, 500_000)}--b--`],
	['of bytes that are none', 'application/x-www-form-urlencoded', '\0\x01%%%=%ff&__proto__=1&constructor=x'],
])('a form %s, posted to report and mailbox, is no fault', async (_, type, body) => {
	const origin = new URL(inject('origin'))
	for (const path of ['/fr/report', '/fr/mailbox?/open', '/fr/mailbox?/write']) {
		const head = [
			`POST ${path} HTTP/1.1`,
			`host: ${origin.host}`,
			`origin: ${origin.origin}`,
			'connection: close',
			'accept: text/html',
		]
		const lengths = [`content-type: ${type}`, `content-length: ${Buffer.byteLength(body)}`]
		const answer = await sendRaw([...head, ...lengths, '', body].join('\r\n'))
		expect([path, [400, 413, 422].includes(answer.status), answer.status]).toEqual([
			path,
			true,
			answer.status,
		])
		expect(answer.body).toContain('<html lang="fr"')
	}
})

test('the answers to a whole cluster reach the desk, and a report of that length is refused by a helpful page', async () => {
	const origin = new URL(inject('origin'))
	const post = (path: string, bytes: number): Promise<RawAnswer> =>
		sendRaw(
			[
				`POST ${path} HTTP/1.1`,
				`host: ${origin.host}`,
				`origin: ${origin.origin}`,
				'connection: close',
				'content-type: application/x-www-form-urlencoded',
				`content-length: ${bytes}`,
				'',
				letters(bytes),
			].join('\r\n'),
		)
	expect((await post('/desk/sign-in', 3_000_000)).status).not.toBe(413)
	expectHelp(await post('/desk/sign-in', 5_000_000), 413)
	expectHelp(await post('/fr/mailbox', 8_000_000), 413, 'fr')
	expectHelp(await post('/fr/report', 600_000), 413, 'fr')
})

test('200 KB of headers are refused by a helpful page', async () => {
	expectHelp(await request('GET /fr HTTP/1.1', 'host: 127.0.0.1', `x-long: ${letters(200_000)}`), 431)
	expectHelp(await getRaw(`/en/search?q=${letters(200_000)}`), 431)
})

test.each(['evil host', 'a/b', 'x'.repeat(300) + '!', '<script>', ''])(
	'the host %j is refused by a helpful page',
	async (name) => {
		expectHelp(await request('GET /fr/help/threatened/teen/now HTTP/1.1', `host: ${name}`), 400, 'fr')
	},
)

test.each([
	['no host', 'GET /fr HTTP/1.1\r\nconnection: close\r\n\r\n'],
	['a version of HTTP that there is not', 'GET /fr HTTP/9.9\r\nhost: 127.0.0.1\r\n\r\n'],
	['a nul byte in a header', 'GET /fr HTTP/1.1\r\nhost: 127.0.0.1\r\nx: a\0b\r\n\r\n'],
	['a nul byte in the address', 'GET /fr/\0 HTTP/1.1\r\nhost: 127.0.0.1\r\n\r\n'],
	['two lengths', 'GET /fr HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\nab'],
])('a request with %s is answered by a helpful page', async (_, bytes) => {
	expectHelp(await sendRaw(bytes), 400, 'fr')
})

test('a file is made of no wish that does not read: words in every language, no file, and no fault', async () => {
	const address = `${inject('origin')}/files/hosts/hosts?resolver=made-up&level=made-up`
	const answer = await fetch(address)
	const text = await answer.text()
	expect([answer.status, answer.headers.get('content-disposition')]).toEqual([400, null])
	for (const language of languages) expect(text).toContain(messages[language]['protect.wrong-file'])
	expect(text).not.toContain('protect.wrong')
})

test('bytes that are no HTTP at all are answered by a helpful page', async () => {
	expectHelp(await sendRaw(Buffer.from([0x16, 0x03, 0x01, 0x02, 0x00, 0xff, 0xfe, 0x0d, 0x0a])), 400)
	expectHelp(await sendRaw('hello\r\n\r\n'), 400)
})

test('HTTP/1.0 without a host is answered', async () => {
	const { status, body } = await sendRaw('GET /fr HTTP/1.0\r\n\r\n')
	expect(status).toBe(200)
	expect(body).toContain('<html lang="fr"')
	const made = await sendRaw('GET /fr/help/threatened/teen/now HTTP/1.0\r\n\r\n')
	expect([200, 400]).toContain(made.status)
	expect(made.body).toContain('tel:19')
})

test('whatever the address, the answer is a page or a helpful refusal, never a fault', async () => {
	const part = fc.oneof(
		fc.constantFrom(
			'ar',
			'fr',
			'zgh',
			'help',
			'threatened',
			'teen',
			'children',
			'search',
			'..',
			'.',
			'',
			'_app',
			'print',
		),
		fc.string({ unit: 'grapheme', maxLength: 12 }).map((text) => encode(text.toWellFormed())),
		fc.stringMatching(/^[!-~]{1,12}$/u),
	)
	const address = fc.array(part, { maxLength: 7 }).map((parts) => `/${parts.join('/')}`)
	const isFine = async (path: string): Promise<void> => {
		const { status, body } = await getRaw(path)
		// A code on a poster leads on by 303, also one that nobody gave out; no other address does.
		const fine = path.startsWith('/q/') ? [200, 302, 303, 304, 308, 400, 404] : [200, 302, 304, 308, 400, 404]
		expect(fine).toContain(status)
		if (status >= 400) expect(body).toContain('href="tel:19"')
	}
	await fc.assert(fc.asyncProperty(address, isFine), { numRuns: 200 })
})
