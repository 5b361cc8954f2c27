import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, request, type IncomingMessage, type OutgoingHttpHeaders } from 'node:http'
import { connect, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { text } from 'node:stream/consumers'
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { securityHeaders } from './security-headers.ts'
import { sendStaticFile } from './send-static-file.ts'
import { changePages, loadStaticFiles } from './static-files.ts'

const page = '<!doctype html><p>Talk with someone you trust.</p>'.repeat(20)
const sensitive = '<!doctype html><div data-sensitive="true">help</div>'
const folder = mkdtempSync(join(tmpdir(), 'thiqa-static-'))
let port = 0

const write = (name: string, body: string | Buffer): void => {
	mkdirSync(dirname(join(folder, name)), { recursive: true })
	writeFileSync(join(folder, name), body)
}
write('secret.html', 'outside of what is served')
for (const [name, body] of [
	['site/index.html', page],
	['site/fr/page.html', page],
	['site/fr/help.html', sensitive],
] as const) {
	write(name, body)
	write(`${name}.br`, brotliCompressSync(body))
	write(`${name}.gz`, gzipSync(body))
}
write('site/picture.png', 'picture')
write('site/contacts.json', '{}')
const pack = Buffer.from(Array.from({ length: 40_000 }, (_, at) => at % 251))
write('site/packs/lesson.zip', pack)
write('site/.env', 'PASSWORD=1')
write('site/.git/config', 'hidden')
write('site/.well-known/security.txt', 'Contact: mailto:a@example.org')
write('client/_app/immutable/main.js', 'let x')
write('client/_app/version.json', '{}')

const files = loadStaticFiles([
	{ folder: join(folder, 'site') },
	{ folder: join(folder, 'client'), immutable: '_app/immutable/' },
])
const changed = changePages(files, ['/fr/page', '/fr/no-such-page'], (html) =>
	html.replaceAll('trust', 'like'),
)
const server = createServer((asked, response) => {
	if (!sendStaticFile(asked.headers['x-changed'] === undefined ? files : changed, asked, response))
		response.writeHead(404).end('passed on')
})
beforeAll(async () => {
	server.listen(0, '127.0.0.1')
	await once(server, 'listening')
	port = (server.address() as AddressInfo).port
})
afterAll(() => {
	server.closeAllConnections()
	server.close()
	rmSync(folder, { recursive: true })
})

const ask = async (path: string, headers: OutgoingHttpHeaders = {}, method = 'GET') => {
	const sent = request({ port, host: '127.0.0.1', path, method, headers }).end()
	const [answer] = (await once(sent, 'response')) as [IncomingMessage]
	const chunks: Buffer[] = []
	for await (const chunk of answer) chunks.push(chunk as Buffer)
	return { status: answer.statusCode, headers: answer.headers, body: Buffer.concat(chunks) }
}
const browser = { 'accept-encoding': 'gzip, deflate, br, zstd' }

test('sendStaticFile() sends brotli to a browser, gzip to an old one, plain to who asks for neither', async () => {
	const [br, gzip, plain] = [
		await ask('/fr/page', browser),
		await ask('/fr/page', { 'accept-encoding': 'gzip, deflate' }),
		await ask('/fr/page'),
	]
	expect(br.headers['content-encoding']).toBe('br')
	expect(brotliDecompressSync(br.body).toString()).toBe(page)
	expect(gzip.headers['content-encoding']).toBe('gzip')
	expect(gunzipSync(gzip.body).toString()).toBe(page)
	expect(plain.headers).not.toHaveProperty('content-encoding')
	expect(plain.body.toString()).toBe(page)
	for (const { headers, body } of [br, gzip, plain]) {
		expect(headers['content-length']).toBe(String(body.length))
		expect(headers.vary).toBe('accept-encoding')
		expect(headers['content-type']).toBe('text/html; charset=utf-8')
	}
})

test.each([
	['br;q=0, gzip', 'gzip'],
	['gzip;q=0, br;q=0.5', 'br'],
	['gzip; q=0.0', undefined],
	['abracadabra', undefined],
	['BR', 'br'],
])('sendStaticFile() takes accept-encoding "%s" as %s', async (accepted, encoding) => {
	expect((await ask('/fr/page', { 'accept-encoding': accepted })).headers['content-encoding']).toBe(encoding)
})

test('sendStaticFile() sends a file plain that was not compressed at build', async () => {
	const { headers, body } = await ask('/picture.png', browser)
	expect(headers).not.toHaveProperty('content-encoding')
	expect(body.toString()).toBe('picture')
})

test.each([
	['the ETag alone', (etag: string) => etag],
	['the ETag made weak by a proxy', (etag: string) => `W/${etag}`],
	['the ETag in a list', (etag: string) => `"other", ${etag}`],
])('sendStaticFile() answers 304 without a body to %s', async (_, toHeader) => {
	const { headers } = await ask('/fr/page', browser)
	const again = await ask('/fr/page', { ...browser, 'if-none-match': toHeader(headers.etag ?? '') })
	expect(again.status).toBe(304)
	expect(again.body.length).toBe(0)
	expect(again.headers).toMatchObject({
		etag: headers.etag,
		vary: 'accept-encoding',
		'cache-control': 'public, no-cache',
	})
})

test('sendStaticFile() answers 200 to an ETag of another content', async () => {
	expect((await ask('/fr/page', { 'if-none-match': '"other"' })).status).toBe(200)
})

test('sendStaticFile() answers HEAD with the headers of GET and no body', async () => {
	const [get, head] = [await ask('/fr/page', browser), await ask('/fr/page', browser, 'HEAD')]
	expect(head.status).toBe(200)
	expect(head.body.length).toBe(0)
	expect({ ...head.headers, date: '' }).toEqual({ ...get.headers, date: '' })
})

test.each(['/fr/page', '/fr/help'])('%s carries every security header', async (path) => {
	const { headers } = await ask(path, browser)
	for (const [name, value] of securityHeaders) expect(headers[name]).toBe(value)
})

test('a script carries those that a browser reads on a script', async () => {
	const { headers } = await ask('/_app/immutable/main.js', browser)
	const absent = securityHeaders.filter(([name, value]) => headers[name] !== value).map(([name]) => name)
	expect(absent).toEqual(['permissions-policy', 'cross-origin-opener-policy'])
})

test('a sensitive page is kept by nobody: no-store, no ETag, never 304', async () => {
	const { status, headers } = await ask('/fr/help', { ...browser, 'if-none-match': '*' })
	expect(status).toBe(200)
	expect(headers['cache-control']).toBe('no-store')
	expect(headers).not.toHaveProperty('etag')
})

test('only files whose names change with their content are kept for ever', async () => {
	expect((await ask('/_app/immutable/main.js')).headers['cache-control']).toContain('immutable')
	expect((await ask('/_app/version.json')).headers['cache-control']).toBe('public, no-cache')
})

test('sendStaticFile() takes no notice of what stands after the question mark', async () => {
	expect((await ask('/fr/page?from=sms&x=/../')).body.toString()).toBe(page)
	expect((await ask('/?')).body.toString()).toBe(page)
})

test.each([
	'/fr/nothing',
	'/fr/page.html',
	'/fr/page.br',
	'/fr/page.html.gz',
	'/.env',
	'/.git/config',
	'/../secret',
	'/fr/../../secret',
	'/%2e%2e/secret',
	'/..%2fsecret',
	'//fr/page',
	'/__proto__',
])('sendStaticFile() passes %s on', async (path) => {
	const { status, body } = await ask(path)
	expect([status, body.toString()]).toEqual([404, 'passed on'])
})

test('sendStaticFile() passes other methods on, and serves .well-known', async () => {
	expect((await ask('/fr/page', {}, 'POST')).status).toBe(404)
	expect((await ask('/.well-known/security.txt')).status).toBe(200)
})

test('requests sent in one go on one connection are answered in their order', async () => {
	const paths = ['/fr/page', '/nothing', '/picture.png', '/fr/help']
	const socket = connect(port, '127.0.0.1')
	const last = paths.length - 1
	socket.write(
		paths
			.map(
				(path, at) => `GET ${path} HTTP/1.1\r\nhost: x\r\n${at === last ? 'connection: close\r\n' : ''}\r\n`,
			)
			.join(''),
	)
	const answers = await text(socket)
	expect(answers.match(/HTTP\/1.1 \d+/gu)).toEqual([
		'HTTP/1.1 200',
		'HTTP/1.1 404',
		'HTTP/1.1 200',
		'HTTP/1.1 200',
	])
	const order = ['someone you trust', 'passed on', 'picture', 'data-sensitive'].map((word) =>
		answers.lastIndexOf(word),
	)
	expect(order).toEqual([...order].sort((a, b) => a - b))
	expect(Math.min(...order)).toBeGreaterThan(0)
})

test('changePages() serves the changed page in every encoding, under an etag of its own, and leaves the others', async () => {
	const now = page.replaceAll('trust', 'like')
	const [before, plain, br, gzip] = await Promise.all([
		ask('/fr/page'),
		ask('/fr/page', { 'x-changed': '1' }),
		ask('/fr/page', { 'x-changed': '1', 'accept-encoding': 'br' }),
		ask('/fr/page', { 'x-changed': '1', 'accept-encoding': 'gzip' }),
	])
	expect(plain.body.toString()).toBe(now)
	expect(brotliDecompressSync(br.body).toString()).toBe(now)
	expect(gzip.body.toString()).toBe(now)
	expect(plain.headers.etag).not.toBe(before.headers.etag)
	expect(br.headers.etag).toBe(plain.headers.etag)
	expect((await ask('/', { 'x-changed': '1' })).body.toString()).toBe(page)
	expect((await ask('/fr/no-such-page', { 'x-changed': '1' })).status).toBe(404)
})

const getBytes = (
	path: string,
	headers: OutgoingHttpHeaders = {},
	method = 'GET',
): Promise<{ answer: IncomingMessage; body: Buffer }> =>
	new Promise((resolve, reject) => {
		const asked = request({ port, host: '127.0.0.1', path, headers, method }, (answer) => {
			const parts: Buffer[] = []
			answer.on('data', (part: Buffer) => parts.push(part))
			answer.on('end', () => resolve({ answer, body: Buffer.concat(parts) }))
		})
		asked.on('error', reject).end()
	})

test.each([
	['/packs/lesson.zip', 'on the disk', pack],
	['/picture.png', 'in memory', Buffer.from('picture')],
])('a part of %s, %s, is sent as it was asked for', async (path, _, whole) => {
	const etag = String((await getBytes(path)).answer.headers.etag)
	const size = whole.length
	const { answer, body } = await getBytes(path, { range: 'bytes=3-5' })
	expect([answer.statusCode, answer.headers['content-range'], body]).toEqual([
		206,
		`bytes 3-5/${size}`,
		whole.subarray(3, 6),
	])
	expect(answer.headers).toMatchObject({
		etag,
		'accept-ranges': 'bytes',
		'x-content-type-options': 'nosniff',
	})
	const rest = await getBytes(path, { range: 'bytes=3-', 'if-range': etag, 'accept-encoding': 'br, gzip' })
	expect([rest.answer.statusCode, rest.body.equals(whole.subarray(3))]).toEqual([206, true])
	const other = await getBytes(path, { range: 'bytes=3-', 'if-range': '"of-yesterday"' })
	expect([other.answer.statusCode, other.body.equals(whole)]).toEqual([200, true])
	const beyond = await getBytes(path, { range: `bytes=${size}-` })
	expect([beyond.answer.statusCode, beyond.answer.headers['content-range'], beyond.body.length]).toEqual([
		416,
		`bytes */${size}`,
		0,
	])
	const head = await getBytes(path, { range: 'bytes=0-1' }, 'HEAD')
	expect([head.answer.statusCode, head.answer.headers['content-length']]).toEqual([200, String(size)])
	const known = await getBytes(path, { range: 'bytes=0-1', 'if-none-match': etag })
	expect(known.answer.statusCode).toBe(304)
})

test('of a compressed page no part is sent: what a browser counts in would be the packed bytes', async () => {
	const { answer } = await getBytes('/fr/page', { range: 'bytes=0-3', 'accept-encoding': 'br' })
	expect([answer.statusCode, answer.headers['accept-ranges']]).toEqual([200, undefined])
})

test('open data may be read from everywhere, and nothing else', async () => {
	const open = (await getBytes('/contacts.json')).answer.headers
	expect(open).toMatchObject({
		'access-control-allow-origin': '*',
		'cross-origin-resource-policy': 'cross-origin',
	})
	expect(
		(await getBytes('/contacts.json')).answer.rawHeaders.filter(
			(name) => name === 'cross-origin-resource-policy',
		),
	).toHaveLength(1)
	for (const path of ['/', '/fr/page', '/picture.png', '/packs/lesson.zip']) {
		const closed = (await getBytes(path)).answer.headers
		expect(closed, path).toMatchObject({ 'cross-origin-resource-policy': 'same-origin' })
		expect(closed['access-control-allow-origin'], path).toBeUndefined()
	}
})
