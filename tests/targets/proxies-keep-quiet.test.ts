/** The shipped files of nginx and Caddy in the real programs: what is shown when something is wrong, and what nobody may read later. */
import { readdirSync, readFileSync, watch } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { announce, openProxy, openUpstream, post } from '../support/opened-proxy.ts'
import { describeProgram, openStage } from '../support/programs.ts'
import { shakeHands, type PlacedProxy } from '../support/shipped-proxies.ts'
import { visit, visitByHttp2, visitorAddress, visitSlowly, type Asked } from '../support/visitor.ts'
import { silence } from '../support/patience.ts'

const secret = 'zzsecretword'

/** All that the proxy has written, on the disk and on its streams. */
const readAll = (folder: string, said: string): string =>
	readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'))
		.join('\n') + said

/** Bytes as they are, from the visitor's address. */
const sendPlain = (port: number, bytes: string): Promise<void> =>
	new Promise((resolve) => {
		const socket = connect({ host: '127.0.0.1', port, localAddress: visitorAddress }, () => socket.end(bytes))
		socket.setTimeout(silence, () => socket.destroy())
		socket
			.on('error', () => undefined)
			.on('close', () => resolve())
			.resume()
	})

/** Everything that a visitor may tell, in requests that succeed and in those that fail in all ways we know. */
const goWrong = async (proxy: PlacedProxy): Promise<void> => {
	const tell = { 'user-agent': secret, cookie: `id=${secret}`, referer: `https://example.org/${secret}` }
	const asked: [string, Asked][] = [
		['/page', { headers: tell }],
		[`/${secret}`, { headers: tell }],
		[`/cut?${secret}`, { headers: tell }],
		[`/${secret.repeat(9000)}`, {}],
		['/page', { headers: { ...tell, long: secret.repeat(9000) } }],
		['/down.html', {}],
	]
	for (const [path, how] of asked) await visit(proxy, path, how).catch(() => undefined)
	await announce(proxy, `/fr/report?${secret}`, 1024 * 1024).catch(() => undefined)
	await visitByHttp2(proxy, `/cut?${secret}`, { headers: tell }).catch(() => undefined)
	await shakeHands(proxy, { maxVersion: 'TLSv1.1', ciphers: 'ALL:@SECLEVEL=0' })
	for (const port of [proxy.port, proxy.plainPort]) await sendPlain(port, `${secret} ${secret}\r\n\r\n`)
}

/** The same file as a careless operator would have it: everything is written down. */
const talkative = {
	nginx: (text: string) => text.replace(/error_log (\S+) emerg;/u, 'error_log $1 info;'),
	caddy: (text: string) =>
		text.replace(/format filter \{[^]*?\n\t\t\}\n/u, '').replace('level ERROR', 'level DEBUG'),
} as const

const stage = openStage()

describe.each(['nginx', 'caddy'] as const)('the shipped file of %s', (name) => {
	describeProgram(
		name,
		name,
		(program) => {
			/** All that is written while everything goes wrong, with an application and without. */
			const provoke = async (alter?: (text: string) => string): Promise<string> => {
				const upstream = await openUpstream(stage)
				const proxy = await openProxy(
					stage,
					{ program, name },
					{ upstream: upstream.port, ...(alter ? { alter } : {}) },
				)
				await goWrong(proxy)
				upstream.close()
				await goWrong(proxy)
				await wait(200)
				await proxy.stop()
				return readAll(proxy.folder, proxy.getOutput())
			}

			test('without the application numbers to call are shown, which no browser keeps', async () => {
				const upstream = await openUpstream(stage)
				upstream.close()
				const proxy = await openProxy(stage, { program, name }, { upstream: upstream.port })
				for (const asked of [{}, { ...post(10), body: [Buffer.alloc(10)] }]) {
					const { status, headers, body } = await visit(proxy, '/fr/report', asked)
					expect(status).toBe(502)
					expect(body.toString()).toBe(readFileSync('deploy/down.html', 'utf8'))
					expect(headers).toMatchObject({
						'content-type': expect.stringContaining('text/html') as string,
						'cache-control': 'no-store',
						'x-content-type-options': 'nosniff',
						'content-security-policy':
							"default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
						'strict-transport-security': 'max-age=31536000; includeSubDomains',
					})
				}
			})

			test('whatever goes wrong, nothing that it writes tells who came or what for', async () => {
				const written = await provoke()
				for (const telltale of [visitorAddress, secret, 'example.org'])
					expect(written).not.toContain(telltale)
				// Faults themselves are told, where the program can tell them without the rest.
				if (name === 'caddy') expect(written).toContain('"level":"error"')
			})

			test('with a log as programs have it, the same mishaps would tell both', async () => {
				const written = await provoke(talkative[name])
				for (const telltale of [visitorAddress, secret]) expect(written).toContain(telltale)
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

		/** Names of the files that nginx makes beside its memory while `act` runs. */
		const watchSpill = async (
			{ folder }: { folder: string },
			kind: 'client_body' | 'proxy',
			act: () => Promise<unknown>,
		): Promise<string[]> => {
			const names: string[] = []
			const watcher = watch(join(folder, 'spill', kind), (_, name) => void names.push(name ?? ''))
			await act()
			await wait(100)
			watcher.close()
			return names
		}

		const send = (proxy: PlacedProxy) => () =>
			Promise.all(
				[visit, visitByHttp2].map((ask) =>
					ask(proxy, '/intake/reports', { ...post(100_000), body: [Buffer.alloc(100_000)] }),
				),
			)
		const read = (proxy: PlacedProxy) => () => visitSlowly(proxy, '/large')

		test.each([
			['client_body', 'proxy_request_buffering off;', 'proxy_request_buffering on;', send],
			['proxy', 'proxy_max_temp_file_size 0;', '', read],
		] as const)('nothing of a %s goes to a file: "%s" is what keeps it', async (kind, line, other, act) => {
			const upstream = await openUpstream(stage)
			const shipped = await openProxy(stage, nginx, { upstream: upstream.port })
			expect(await watchSpill(shipped, kind, act(shipped))).toEqual([])
			const altered = await openProxy(stage, nginx, {
				upstream: upstream.port,
				alter: (text) => text.replace(line, other),
			})
			expect(await watchSpill(altered, kind, act(altered))).not.toEqual([])
		})
	},
	{ openssl: 'openssl' },
)
