/** A server that sends anything: the browser gets data and files to keep, and nothing that runs or stands as a page. */
import { createServer, request, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text as readAll } from 'node:stream/consumers'
import { expect, onTestFinished, test } from 'vitest'
import { answer } from './answer.ts'
import { shellPath } from './bundle.ts'
import { createCookieJar } from './cookie-jar.ts'

const listen = async (server: Server): Promise<string> => {
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
	onTestFinished(() => {
		server.close()
		server.closeAllConnections()
	})
	return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

type Sent = { status?: number; headers?: Record<string, string>; body?: string }

/** A client in front of a server that answers everything with this. */
const open = async (sent: Sent) => {
	const asked: Pick<IncomingMessage, 'method' | 'url' | 'headers'>[] = []
	const server = await listen(
		createServer((incoming, response) => {
			asked.push({ method: incoming.method ?? '', url: incoming.url ?? '', headers: incoming.headers })
			response.writeHead(sent.status ?? 200, sent.headers)
			response.end(sent.body)
		}),
	)
	const files = new Map([
		[shellPath, Buffer.from('<html data-desk-client>')],
		['/_app/desk.js', Buffer.from('open()')],
	])
	const jar = createCookieJar()
	const token = 'a'.repeat(43)
	const client = { origin: '', token, server: new URL(server), bundle: { files, digest: '' }, jar }
	client.origin = await listen(createServer((incoming, response) => void answer(client, incoming, response)))
	const get = (
		path: string,
		{ method = 'GET', headers = {} }: { method?: string; headers?: Record<string, string> } = {},
	): Promise<{ status: number; headers: IncomingMessage['headers']; body: string }> =>
		new Promise((resolve, reject) => {
			const { host, port } = new URL(client.origin)
			const own = {
				host,
				accept: '*/*',
				cookie: `other=1; desk-client=${token}`,
				...(method === 'POST' ? { origin: client.origin } : {}),
			}
			const sending = request(
				{ host: '127.0.0.1', port, path, method, headers: { ...own, ...headers } },
				(got) => {
					readAll(got).then(
						(body) => resolve({ status: got.statusCode ?? 0, headers: got.headers, body }),
						reject,
					)
				},
			)
			sending.on('error', reject)
			sending.end()
		})
	return { get, asked, server, jar }
}

const page = { accept: 'text/html' }
const html = { headers: { 'content-type': 'text/html' }, body: '<script>steal()</script>' }

test('a page of the server is thrown away, and this client draws its own', async () => {
	const { get, asked } = await open(html)
	const { status, body, headers } = await get('/desk/queue', { headers: page })
	expect([status, body]).toEqual([200, '<html data-desk-client>'])
	expect(headers['content-security-policy']).toContain("require-trusted-types-for 'script'")
	expect(asked).toHaveLength(1)
	expect((await get('/desk/queue')).status, 'to a script').toBe(404)
})

test('code comes out of the bundle, and is never asked of the server', async () => {
	const { get, asked } = await open({ headers: { 'content-type': 'text/javascript' }, body: 'steal()' })
	expect((await get('/_app/desk.js')).body).toBe('open()')
	for (const path of ['/_app/other.js', '/fr/report', '/_app/../desk', '/service-worker.js'])
		expect((await get(path)).body, path).not.toContain('steal')
	expect((await get('/desk/x.js')).status).toBe(502)
	expect(asked.map(({ url }) => url)).not.toContain('/_app/other.js')
})

test.each([
	'text/html',
	'application/xhtml+xml',
	'image/svg+xml',
	'text/css',
	'text/javascript',
	'multipart/mixed',
	'',
])('an answer of the kind "%s" is shown to nobody', async (type) => {
	const { get } = await open({ headers: type === '' ? {} : { 'content-type': type }, body: 'steal()' })
	for (const headers of [{}, page]) expect((await get('/desk/a', { headers })).body).not.toContain('steal')
})

test('data passes; a file is to be kept, under its name, and is a page of nobody', async () => {
	const data = await open({ headers: { 'content-type': 'application/json' }, body: '{"a":1}' })
	expect((await data.get('/desk/queue/__data.json')).body).toBe('{"a":1}\n')
	expect((await data.get('/desk/queue', { headers: page })).status, 'as a page').toBe(502)
	const file = await open({
		headers: { 'content-type': 'application/pdf', 'content-disposition': 'inline; filename="a.pdf"' },
		body: '%PDF',
	})
	const { headers, body } = await file.get('/desk/cases/1/dossier', { headers: page })
	expect(body).toBe('%PDF')
	expect(headers).toMatchObject({
		'content-disposition': 'attachment; filename="a.pdf"',
		'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
		'x-content-type-options': 'nosniff',
	})
})

test('the session stays in this program', async () => {
	const { get, asked, server } = await open({
		headers: {
			'content-type': 'application/json',
			'set-cookie': '__Host-thiqa.session=secret; Path=/; Secure; HttpOnly',
		},
		body: '{}',
	})
	const { headers } = await get('/desk/sign-in', { method: 'POST' })
	expect(headers['set-cookie']).toBeUndefined()
	await get('/desk/queue/__data.json')
	expect(asked.map((one) => one.headers.cookie)).toEqual([undefined, '__Host-thiqa.session=secret'])
	expect(asked.map((one) => one.headers['origin'])).toEqual([server, server])
})

test('the server sends to places of the desk, and nowhere else', async () => {
	const to = async (location: string) => {
		const { get } = await open({ status: 303, headers: { location } })
		const { status, headers } = await get('/desk', { headers: page })
		return [status, headers.location]
	}
	expect(await to('/desk/queue?a=1')).toEqual([303, '/desk/queue?a=1'])
	for (const location of [
		'https://evil.example/desk',
		'//evil.example/desk',
		'/fr/report',
		'javascript:steal()',
	])
		expect(await to(location), location).toEqual([502, undefined])
})

test('data that would send the page away is refused, wherever it stands', async () => {
	const say = async (value: object, type = 'application/json') => {
		const lines =
			type === 'application/json'
				? JSON.stringify(value)
				: `{"type":"data","nodes":[]}\n${JSON.stringify(value)}\n`
		const { get } = await open({ headers: { 'content-type': type }, body: lines })
		return (await get('/desk/queue/__data.json')).status
	}
	for (const type of ['application/json', 'text/sveltekit-data']) {
		expect(await say({ type: 'redirect', location: '/desk/queue', status: 303 }, type)).toBe(200)
		expect(await say({ type: 'data', location: 'https://evil.example' }, type)).toBe(200)
		for (const location of [
			'https://evil.example/desk',
			'//evil.example/desk',
			'/\\evil.example/desk',
			'/desk/../fr',
			'javascript:steal()',
			null,
		])
			expect(await say({ type: 'redirect', location }, type), String(location)).toBe(502)
	}
})

test('a form that was sent as it stands goes back to its page', async () => {
	const { get } = await open({ ...html, status: 400 })
	expect(await get('/desk/sign-in?/passphrase', { method: 'POST' })).toMatchObject({
		status: 303,
		headers: { location: '/desk/sign-in' },
	})
})

test('other pages and other names of this machine are heard by nobody', async () => {
	const { get, asked } = await open({ headers: { 'content-type': 'application/json' }, body: '{}' })
	const strange: Record<string, string>[] = [
		{ cookie: 'desk-client=b' },
		{ cookie: '' },
		{ host: 'evil.example' },
		{ host: '127.0.0.1:1' },
		{ 'sec-fetch-site': 'cross-site' },
		{ 'sec-fetch-site': 'same-site' },
	]
	for (const headers of strange) expect((await get('/desk/queue', { headers })).status).toBe(403)
	const origins = ['https://evil.example', 'null', 'http://127.0.0.1:1', 'http://localhost:1']
	for (const origin of origins)
		expect((await get('/desk/queue', { method: 'POST', headers: { origin } })).status).toBe(403)
	for (const method of ['PUT', 'DELETE', 'OPTIONS', 'PATCH'])
		expect((await get('/desk/queue', { method })).status, method).toBe(405)
	expect(asked).toEqual([])
})

test('whoever opens the address of this start gets its cookie, once and for no other site', async () => {
	const { get } = await open({ headers: { 'content-type': 'application/json' }, body: '{}' })
	const opened = await get(`/open/${'a'.repeat(43)}`, { headers: { cookie: '' } })
	expect(opened).toMatchObject({ status: 303, headers: { location: '/desk' } })
	expect(opened.headers['set-cookie']).toEqual([
		`desk-client=${'a'.repeat(43)}; Path=/; HttpOnly; SameSite=Strict`,
	])
	expect(
		(await get(`/open/${'b'.repeat(43)}`, { headers: { cookie: '' } })).headers['set-cookie'],
	).toBeUndefined()
})

const redirect = '{"type":"redirect","status":303,"location":"https://evil.example/desk"}'

test.each([
	['as a text', 'text/plain', redirect],
	['as a table', 'text/csv', redirect],
	['as linked data', 'application/ld+json', redirect],
	['behind a mark of order', 'text/sveltekit-data', `\uFEFF${redirect}\n`],
	['behind a space that Kit trims', 'text/sveltekit-data', `\u00A0${redirect}\u2028\n`],
	['behind a form feed', 'text/sveltekit-data', `\f${redirect}\n`],
	['over two lines', 'application/json', redirect.replace(',', ',\n')],
	['after other data', 'text/sveltekit-data', `{"type":"data","nodes":[]}\n\n${redirect}\n`],
	['under a name that stands twice', 'application/json', `{"type":"data",${redirect.slice(1)}`],
	['in two types', 'application/json, text/html', '<h1>phish</h1>'],
])('Kit is sent nowhere by data %s', async (_, type, body) => {
	const { get } = await open({ headers: { 'content-type': type }, body })
	for (const path of ['/desk/queue/__data.json', '/desk/queue?/move']) {
		const method = path.includes('?') ? 'POST' : 'GET'
		const headers = { 'x-sveltekit-action': 'true' }
		expect((await get(path, { method, headers })).status).toBe(502)
	}
	expect((await get('/desk/queue', { headers: page })).body).not.toContain('phish')
})

test('Kit is given no way to another address of the desk, whose answer it would read as data', async () => {
	const { get } = await open({ status: 303, headers: { location: '/desk/files/1' } })
	expect((await get('/desk/queue/__data.json')).status).toBe(502)
})

test('a name of a file in any letters ends nothing', async () => {
	for (const name of ['دليل.pdf', 'a"; x="', '../../a.exe', '.bashrc', '']) {
		const disposition = Buffer.from(`attachment; filename="${name}"`).toString('latin1')
		const { get } = await open({
			headers: { 'content-type': 'application/pdf', 'content-disposition': disposition },
			body: '%PDF',
		})
		const { status, headers } = await get('/desk/cases/1/dossier')
		expect(status).toBe(200)
		expect(headers['content-disposition']).toMatch(/^attachment; filename="[\w-][\w.-]*\.pdf"$/u)
	}
})

test('millions of empty lines are read in a moment, and what is no data stops at its first line', async () => {
	const { get } = await open({
		headers: { 'content-type': 'text/sveltekit-data' },
		body: '\n'.repeat(1_000_000),
	})
	expect((await get('/desk/queue/__data.json')).body).toBe('')
	const other = await open({
		headers: { 'content-type': 'text/sveltekit-data' },
		body: 'x\n'.repeat(500_000),
	})
	expect((await other.get('/desk/queue/__data.json')).status).toBe(502)
})

test('passkeys are asked of nobody', async () => {
	const { get, asked } = await open({ headers: { 'content-type': 'application/json' }, body: '{}' })
	expect((await get('/desk/auth/passkey/generate-authenticate-options')).status).toBe(404)
	expect(asked).toEqual([])
})
