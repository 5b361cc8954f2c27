/** The shipped files of nginx and Caddy in the real programs: what they pass on to the application and what they refuse. */
import { readFileSync } from 'node:fs'
import { request } from 'node:http'
import { Agent } from 'node:https'
import { beforeAll, describe, expect, test } from 'vitest'
import { announce, openProxy, openUpstream, post, type OpenedProxy } from '../support/opened-proxy.ts'
import { describeProgram, openStage, run, waitUntil } from '../support/programs.ts'
import { placeProxy, publicName, shakeHands } from '../support/shipped-proxies.ts'
import { page, type Arrival, type Upstream } from '../support/upstream.ts'
import { visit, visitByHttp2, visitorAddress } from '../support/visitor.ts'

const [kibibyte, mebibyte] = [1024, 1024 * 1024]

/** Longest bodies, as the files say: everything, pieces of attachments, the desk. */
const limits = [
	['/intake/reports', 128 * kibibyte],
	['/fr/report', 128 * kibibyte],
	['/intake/attachments', mebibyte],
	['/desk/cases/1', 4 * mebibyte],
] as const

const getPlain = (port: number, host: string): Promise<{ status: number; location: string }> =>
	new Promise((resolve, reject) => {
		const asked = { host: '127.0.0.1', port, path: '/fr/help?a=b%20c', headers: { host } }
		request(asked, (response) => {
			response.resume()
			resolve({ status: response.statusCode ?? 0, location: response.headers.location ?? '' })
		})
			.on('error', reject)
			.end()
	})

/** Waits until something of a request has come through. */
const hear = async (upstream: Upstream, url: string, isSo: (arrival: Arrival) => boolean): Promise<void> =>
	waitUntil(async () => isSo(upstream.find(url) ?? ({} as Arrival)))

const stage = openStage()

describe.each(['nginx', 'caddy'] as const)('the shipped file of %s', (name) => {
	describeProgram(
		name,
		name,
		(program) => {
			test('takes the shipped file without a word of complaint, and refuses a broken one', async () => {
				const placed = await placeProxy(name, { folder: stage.makeFolder(), upstream: 9 })
				const { status, output } = run(program, placed.check, { env: placed.env })
				expect(output).not.toMatch(/\bwarn|\[emerg\]|error/iu)
				expect(status).toBe(0)
				const broken = await placeProxy(name, { folder: stage.makeFolder(), upstream: 9 }, (text) =>
					text.replace(/header_timeout|read_header/u, '$&s'),
				)
				expect(run(program, broken.check, { env: broken.env }).status).not.toBe(0)
			})

			test('once its lines for an incident are in force, a page tells browsers to forget what they kept', async () => {
				const upstream = await openUpstream(stage)
				const ask = async (alter?: (text: string) => string): Promise<unknown> => {
					const proxy = await openProxy(
						stage,
						{ program, name },
						{ upstream: upstream.port, ...(alter ? { alter } : {}) },
					)
					return (await visit(proxy, '/page')).headers['clear-site-data']
				}
				expect(await ask()).toBeUndefined()
				const inForce = (text: string): string =>
					text.replaceAll(/# (?=map \$sent|add_header Clear-Site-Data|@pages|header @pages)/gu, '')
				expect(await ask(inForce)).toBe('"cache", "storage"')
			})

			test('a form waits for its turn longer than any other page', async () => {
				const upstream = await openUpstream(stage)
				const sooner = (text: string): string =>
					text.replace(/(proxy_read_timeout|response_header_timeout) 20s/u, '$1 1s').replaceAll('75s', '10s')
				const proxy = await openProxy(stage, { program, name }, { upstream: upstream.port, alter: sooner })
				expect(await visit(proxy, '/en/mailbox', { method: 'POST' })).toMatchObject({ status: 200 })
				expect((await visit(proxy, '/fr/late')).status).toBeGreaterThanOrEqual(502)
			})

			describe('running', () => {
				let proxy: OpenedProxy
				let upstream: Upstream
				beforeAll(async () => {
					upstream = await openUpstream(stage)
					proxy = await openProxy(stage, { program, name }, { upstream: upstream.port })
				})

				test.each([
					['HTTP/1.1', visit],
					['HTTP/2', visitByHttp2],
				])('a page comes through in %s as the application sent it, and HSTS is added', async (_, ask) => {
					const { status, headers, body } = await ask(proxy, '/page', {
						headers: { 'accept-encoding': 'gzip, br' },
					})
					expect(status).toBe(200)
					expect(headers).toMatchObject({ ...page.headers, 'content-encoding': 'br' })
					expect(headers['strict-transport-security']).toBe('max-age=31536000; includeSubDomains')
					expect(headers['content-length']).toBe(String(page.bytes.length))
					expect(body).toEqual(page.bytes)
					expect(String(headers['server'] ?? '')).not.toMatch(/\d/u)
					for (const telltale of ['via', 'x-powered-by', 'set-cookie'])
						expect(headers[telltale]).toBeUndefined()
				})

				test('what a browser has kept is answered with 304, a part with 206', async () => {
					const kept = await visit(proxy, '/page', { headers: { 'if-none-match': page.etag } })
					// An answer without a body needs no type.
					const headers = { ...page.headers, 'content-type': expect.anything() as unknown }
					expect(kept.status).toBe(304)
					expect({ 'content-type': '', ...kept.headers }).toMatchObject(headers)
					expect(kept.body.length).toBe(0)
					const part = await visit(proxy, '/part', { headers: { range: 'bytes=2-8' } })
					expect(part).toMatchObject({ status: 206, headers: { 'content-range': 'bytes 2-8/1000' } })
					expect(part.body.toString()).toBe(page.text.slice(2, 9))
					// Who asks for a part of what the application sends whole gets it whole.
					const whole = await visit(proxy, '/page', { headers: { range: 'bytes=0-9' } })
					expect(whole).toMatchObject({ status: 200, body: page.bytes })
				})

				test('an address arrives letter by letter as it was asked', async () => {
					const path = `/fr//search%2F%D8%A7?q=${'%D8%A7'.repeat(10_000)}&x=a%2fb+c`
					for (const ask of [visit, visitByHttp2]) {
						expect((await ask(proxy, path)).status).toBe(201)
						expect(upstream.find(path)?.headers.host).toBe(publicName)
					}
				})

				test('the application is not told who asks, whatever stands in front', async () => {
					const names = [
						'x-forwarded-for',
						'x-real-ip',
						'forwarded',
						'x-client-ip',
						'true-client-ip',
						'cf-connecting-ip',
					]
					await visit(proxy, '/who', {
						headers: Object.fromEntries(names.map((one) => [one, '203.0.113.77'])),
					})
					const { headers } = upstream.find('/who') ?? {}
					expect(headers).toMatchObject({ 'x-forwarded-proto': 'https' })
					expect(JSON.stringify(headers)).not.toContain('203.0.113.77')
					expect(JSON.stringify(headers)).not.toContain(visitorAddress)
				})

				test('the application is asked for what the visitor takes, and for nothing else', async () => {
					await visit(proxy, '/plain')
					expect(upstream.find('/plain')?.headers['accept-encoding']).toBeUndefined()
					await visit(proxy, '/packed', { headers: { 'accept-encoding': 'br' } })
					expect(upstream.find('/packed')?.headers['accept-encoding']).toBe('br')
				})

				test('requests of one visitor share one connection to the application, in HTTP/1.1', async () => {
					const agent = new Agent({ keepAlive: true, maxSockets: 1 })
					await visit(proxy, '/first', { agent })
					const before = upstream.countConnections()
					for (let at = 0; at < 12; at++) await visit(proxy, `/again/${at}`, { agent })
					agent.destroy()
					expect(upstream.countConnections()).toBe(before)
					expect(upstream.find('/again/11')?.httpVersion).toBe('1.1')
				})

				test.each(limits)('%s takes a body of %i bytes and refuses one byte more', async (path, most) => {
					for (const ask of [visit, visitByHttp2]) {
						const { status, body } = await ask(proxy, `${path}?most`, {
							...post(most),
							body: [Buffer.alloc(most)],
						})
						expect({ status, body: body.toString() }).toEqual({ status: 201, body: `{"bytes":${most}}` })
					}
					const refused = await announce(proxy, `${path}?more`, most + 1)
					expect(refused.status).toBe(413)
					expect(refused.body.toString()).toContain('tel:2511')
					expect(refused.body.toString()).toContain('trop longue')
					expect(refused.headers).toMatchObject({
						'content-type': expect.stringContaining('text/html') as string,
						'cache-control': 'no-store',
						'x-content-type-options': 'nosniff',
						'strict-transport-security': 'max-age=31536000; includeSubDomains',
					})
					expect(upstream.find(`${path}?more`)?.isWhole ?? false).toBe(false)
				})

				test('a body that does not tell its length is refused once it is too long', async () => {
					const parts = Array.from({ length: 6 }, () => Buffer.alloc(32 * kibibyte))
					const answer = await visit(proxy, '/fr/report?untold', { method: 'POST', body: parts }).catch(
						() => undefined,
					)
					expect(answer?.status ?? 413).toBeGreaterThanOrEqual(400)
					expect(upstream.find('/fr/report?untold')?.isWhole ?? false).toBe(false)
				})

				test.each([
					['HTTP/1.1', visit],
					['HTTP/2', visitByHttp2],
				])(
					'in %s a body is passed on as it comes: nothing waits here until it is whole',
					async (protocol, ask) => {
						const path = `/intake/reports?${protocol}`
						const body = async function* () {
							yield Buffer.alloc(2 * kibibyte)
							await hear(upstream, path, ({ bytes }) => bytes === 2 * kibibyte)
							yield Buffer.alloc(62 * kibibyte)
						}
						expect((await ask(proxy, path, { ...post(64 * kibibyte), body: body() })).status).toBe(201)
					},
				)

				test('what the application refuses by itself is not replaced', async () => {
					const { status, headers, body } = await visit(proxy, '/busy')
					expect({ status, body: body.toString() }).toEqual({ status: 503, body: '{"code":"full"}' })
					expect(headers['retry-after']).toBe('5')
				})

				test('only modern TLS, with keys of one connection', async () => {
					const weak = 'ALL:@SECLEVEL=0'
					expect(await shakeHands(proxy, { minVersion: 'TLSv1.3' })).toBe('TLSv1.3')
					expect(await shakeHands(proxy, { maxVersion: 'TLSv1.2' })).toBe('TLSv1.2')
					for (const version of ['TLSv1', 'TLSv1.1'] as const)
						expect(
							await shakeHands(proxy, { minVersion: version, maxVersion: version, ciphers: weak }),
						).toBeUndefined()
					for (const ciphers of [
						'ECDHE-ECDSA-AES128-SHA',
						'ECDHE-ECDSA-AES256-SHA384',
						'ECDHE-ECDSA-AES128-CCM8',
					])
						expect(
							await shakeHands(proxy, { maxVersion: 'TLSv1.2', ciphers: `${ciphers}:@SECLEVEL=0` }),
							ciphers,
						).toBeUndefined()
				})

				test('who comes without TLS is sent to it', async () => {
					const { status, location } = await getPlain(proxy.plainPort, publicName)
					expect([301, 308]).toContain(status)
					expect(location).toBe(`https://${publicName}/fr/help?a=b%20c`)
				})
			})
		},
		{ openssl: 'openssl' },
	)
})

/** What no browser sends unless something has gone wrong: an address, a cookie, a header of another name. */
const tooMuch = 'a'.repeat(100_000)

describe.each([
	['nginx', 'long'],
	['caddy', 'cookie'],
] as const)('too long for %s', (name, header) => {
	describeProgram(
		name,
		name,
		(program) => {
			test('headers and addresses that are too long are answered with numbers to call', async () => {
				const proxy = await openProxy(stage, { program, name }, { upstream: 9 })
				const page = readFileSync('deploy/too-long.html', 'utf8')
				const withHeader = await visit(proxy, '/fr', { headers: { [header]: tooMuch } })
				expect([withHeader.status, withHeader.body.toString()]).toEqual([431, page])
				const { status, body } = await visit(proxy, `/${tooMuch}`)
				expect([status, body.toString()]).toEqual([414, page])
			})
		},
		{ openssl: 'openssl' },
	)
})

describeProgram(
	'nginx',
	'nginx',
	(program) => {
		const nginx = { program, name: 'nginx' } as const

		test('a redirect to TLS leads to this site, whatever host was asked for', async () => {
			const proxy = await openProxy(stage, nginx, { upstream: 9 })
			expect(await getPlain(proxy.plainPort, 'elsewhere.example')).toMatchObject({
				location: `https://${publicName}/fr/help?a=b%20c`,
			})
		})
	},
	{ openssl: 'openssl' },
)
