import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { keepPage, sendKeptPage } from './kept-pages.ts'

const route = '/[lang=lang]/help'
const soon = new Date(2_000)

/** Asks a server that knows nothing but what is kept: 404 is what the application would answer. */
const ask = async (path: string, headers: Record<string, string> = {}, now = 1_000, method = 'GET') => {
	const server = createServer((request, response) => {
		const sent = sendKeptPage(request, response, 'thiqa.example', now)
		if (sent === undefined) response.writeHead(404).end()
		else expect(sent).toBe(route)
	})
	onTestFinished(() => void server.close())
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
	const { port } = server.address() as AddressInfo
	return fetch(`http://127.0.0.1:${port}${path}`, {
		method,
		headers: { 'accept-encoding': 'identity', connection: 'close', ...headers },
	})
}

const keep = (path: string, body: string, headers: Record<string, string> = {}) =>
	keepPage(new URL(path, 'http://thiqa.example'), new Response(body, { headers }), { route, until: soon })

test('a page that was kept is sent again with its headers, and the first who asked gets it too', async () => {
	const first = await keep('/ar/help/a', 'page', { 'content-type': 'text/html', 'x-frame-options': 'DENY' })
	expect(await first.text()).toBe('page')
	const again = await ask('/ar/help/a')
	expect(again.headers.get('x-frame-options')).toBe('DENY')
	expect(again.headers.get('content-length')).toBe('4')
	expect(await again.text()).toBe('page')
})

test('nobody gets a page past its time, in another encoding, with a query, of another host or to another method', async () => {
	await keep('/ar/help/b', 'packed', { 'content-encoding': 'br' })
	await keep('/ar/help/c', 'plain')
	expect((await ask('/ar/help/b')).status).toBe(404)
	expect((await ask('/ar/help/c', { 'accept-encoding': 'br' })).status).toBe(404)
	expect((await ask('/ar/help/c?x=1')).status).toBe(404)
	expect((await ask('/ar/help/c', {}, 1_000, 'HEAD')).status).toBe(404)
	expect((await ask('/ar/help/c', { 'if-none-match': '"x"' })).status).toBe(404)
	await keepPage(new URL('http://other.example/ar/help/d'), new Response('d'), { route, until: soon })
	expect((await ask('/ar/help/d')).status).toBe(404)
	expect((await ask('/ar/help/c', {}, 2_000)).status).toBe(404)
	expect((await ask('/ar/help/c', {}, 1_000)).status).toBe(404)
})

test('the pages asked for last are kept, not all that were ever asked for, and not more than 16 MB of them', async () => {
	const large = 'x'.repeat(1024 * 1024)
	await keep('/ar/help/first', large)
	await keep('/ar/help/asked', large)
	for (let n = 0; n < 14; n++) await keep(`/ar/help/${n}`, large)
	expect((await ask('/ar/help/asked')).status).toBe(200)
	for (let n = 14; n < 20; n++) await keep(`/ar/help/${n}`, large)
	expect((await ask('/ar/help/first')).status).toBe(404)
	expect((await ask('/ar/help/0')).status).toBe(404)
	expect((await ask('/ar/help/asked')).status).toBe(200)
	expect((await ask('/ar/help/19')).status).toBe(200)
})
