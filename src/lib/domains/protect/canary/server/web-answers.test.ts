import { createHash } from 'node:crypto'
import { request } from 'node:http'
import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startWebAnswers, type WebAnswers } from './web-answers.ts'

const domain = 'canary.example.ma'
let plain: WebAnswers
let safe: WebAnswers
beforeAll(async () => {
	const place = { domain, site: 'https://thiqa.example' }
	plain = await startWebAnswers({ ...place, at: 'plain' }, { host: '127.0.0.1', port: 0 })
	safe = await startWebAnswers({ ...place, at: 'safe' }, { host: '127.0.0.1', port: 0 })
})
afterAll(() => Promise.all([plain.close(), safe.close()]))

const get = (
	{ port }: WebAnswers,
	host: string,
	{ path = '/name.json', method = 'GET' }: { path?: string; method?: string } = {},
): Promise<{ status: number | undefined; headers: Record<string, unknown>; body: string }> =>
	new Promise((resolve, reject) => {
		const asked = request({ host: '127.0.0.1', port, path, method, headers: { host } }, (response) => {
			let body = ''
			response.on('data', (data: Buffer) => (body += data.toString()))
			response.on('end', () => resolve({ status: response.statusCode, headers: response.headers, body }))
		})
		asked.on('error', reject).end()
	})

describe('startWebAnswers()', () => {
	test.each([
		[`open.${domain}`, 'open'],
		[`SEARCH.${domain.toUpperCase()}:443`, 'search'],
		[`search-safe.${domain}`, 'search-safe'],
		[`3f9ac2.r.${domain}`, 'fresh'],
	])('says that %s is %s, and behind which address it was reached', async (host, name) => {
		expect(JSON.parse((await get(plain, host)).body)).toEqual({ name, at: 'plain' })
		expect(JSON.parse((await get(safe, host)).body)).toEqual({ name, at: 'safe' })
	})

	test.each([domain, `shut.${domain}`, `<b>.r.${domain}`, `a.b.r.${domain}`, 'open.example.org', 'open', ''])(
		'does not know %j',
		async (host) => {
			expect(await get(plain, host)).toMatchObject({ status: 404, body: '' })
		},
	)

	test('knows two paths and two methods', async () => {
		const host = `open.${domain}`
		expect(await get(plain, host, { path: '/' })).toMatchObject({ status: 404 })
		expect(await get(plain, host, { path: '/name.json?1' })).toMatchObject({ status: 200 })
		expect(await get(plain, host, { method: 'HEAD' })).toMatchObject({ status: 200, body: '' })
		expect(await get(plain, host, { method: 'POST' })).toMatchObject({ status: 405, body: '' })
	})

	test('says the same as a page, to a page of the site around it and to no other', async () => {
		const { headers, body } = await get(safe, `search.${domain}`, { path: '/name.html' })
		expect(body).toContain('data-name="search" data-at="safe" data-site="https://thiqa.example"')
		expect(headers['content-type']).toBe('text/html; charset=utf-8')
		const script = /<script>(.*)<\/script>/u.exec(body)?.[1] ?? ''
		const hash = createHash('sha256').update(script).digest('base64')
		expect(headers['content-security-policy']).toBe(
			`default-src 'none'; script-src 'sha256-${hash}'; frame-ancestors https://thiqa.example`,
		)
		expect(await get(plain, `shut.${domain}`, { path: '/name.html' })).toMatchObject({
			status: 404,
			body: '',
		})
	})

	test('may be read by pages of the site only, and is kept by nobody', async () => {
		const { headers } = await get(plain, `open.${domain}`)
		expect(headers).toMatchObject({
			'access-control-allow-origin': 'https://thiqa.example',
			'cache-control': 'no-store',
			vary: 'origin',
		})
		expect(headers).not.toHaveProperty('set-cookie')
	})

	test('hangs up on what is not HTTP', async () => {
		const said = await new Promise<string>((resolve) => {
			let heard = ''
			const socket = connect(plain.port, '127.0.0.1', () => socket.write('hello\r\n\r\n'))
			socket.on('data', (data: Buffer) => (heard += data.toString()))
			socket.on('close', () => resolve(heard)).on('error', () => undefined)
		})
		expect(said).toBe('')
	})

	test('counts, and nothing else', async () => {
		plain.takeCount()
		await get(plain, `open.${domain}`)
		await get(plain, 'elsewhere')
		expect(plain.takeCount()).toBe(1)
		expect(plain.takeCount()).toBe(0)
	})
})
