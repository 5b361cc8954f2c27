import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer as createTlsServer } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, onTestFinished, test } from 'vitest'
import { makeCertificates } from '../../../../../tests/support/certificates.ts'
import { listenHere, say, sendTo, serve } from '../../../../../tests/support/loopback.ts'
import { createGuardedFetch, type GuardedFetchSettings } from './guarded-fetch.ts'
import { GuardedFetchError, type FetchFault } from './guarded-fetch-error.ts'

const demonstration = (settings: Partial<GuardedFetchSettings> = {}) =>
	createGuardedFetch({ allow: () => true, resolve: async () => ['127.0.0.1'], loopback: true, ...settings })
/** As in the product, with names that lead where the test says. */
const real = (addresses: readonly string[] = []) =>
	createGuardedFetch({ allow: () => true, resolve: async () => addresses })

const findFault = async (asking: Promise<Response>): Promise<FetchFault | undefined> => {
	try {
		await asking
		return undefined
	} catch (error) {
		if (!(error instanceof GuardedFetchError)) throw error
		expect(error.code).toBe('fetch.refused')
		return error.fault
	}
}

test('an answer comes whole, with its status and headers, and unpacked', async () => {
	const { port, asked } = await serve((_, response) => {
		response.writeHead(404, { 'content-type': 'application/rdap+json', 'content-encoding': 'gzip' })
		response.end(gzipSync('{"errorCode":404}'))
	})
	const answer = await demonstration()(`http://registry.test:${port}/domain/x.example?a=1`, {
		headers: { accept: 'application/rdap+json' },
	})
	expect([answer.status, answer.headers.get('content-type'), await answer.json()]).toEqual([
		404,
		'application/rdap+json',
		{ errorCode: 404 },
	])
	expect(asked[0]?.url).toBe('/domain/x.example?a=1')
	expect(Object.keys(asked[0]?.headers ?? {}).sort()).toEqual([
		'accept',
		'accept-encoding',
		'connection',
		'host',
	])
})

test('a body is sent as it is, and an answer without one is none', async () => {
	const read: Promise<string>[] = []
	const { port } = await serve((request, response) => {
		read.push(request.toArray().then((chunks) => Buffer.concat(chunks as Buffer[]).toString()))
		response.writeHead(204).end()
	})
	const answer = await demonstration()(`http://partner.test:${port}/inbox`, { method: 'POST', body: 'ثقة' })
	expect([answer.status, await answer.text(), await read[0]]).toEqual([204, '', 'ثقة'])
})

describe('what is refused before anything is sent', () => {
	test.each<[string, FetchFault]>([
		['http://partner.example/', 'scheme'],
		['ftp://partner.example/', 'scheme'],
		['file:///etc/hostname', 'scheme'],
		['data:text/plain,x', 'scheme'],
		['https://user:word@partner.example/', 'scheme'],
		['https://[fe80::1%25eth0]/', 'scheme'],
		['no address', 'scheme'],
		['https://127.0.0.1/', 'address'],
		['https://2130706433/', 'address'],
		['https://0x7f000001/', 'address'],
		['https://0177.0.0.1/', 'address'],
		['https://127.1/', 'address'],
		['https://0/', 'address'],
		['https://169.254.169.254/latest/meta-data', 'address'],
		['https://[::1]/', 'address'],
		['https://[::]/', 'address'],
		['https://[::ffff:127.0.0.1]/', 'address'],
		['https://[::ffff:7f00:1]/', 'address'],
		['https://[64:ff9b::7f00:1]/', 'address'],
		['https://[fe80::1]/', 'address'],
		['https://[fd00::1]/', 'address'],
		['https://[ff02::1]/', 'address'],
		['https://[2001:db8::1]/', 'address'],
	])('%s: %s', async (url, fault) => {
		expect(await findFault(real()(url))).toBe(fault)
	})

	test.each([
		['127.0.0.1'],
		['10.0.0.1'],
		['192.168.1.1'],
		['172.31.255.255'],
		['100.64.0.1'],
		['0.0.0.0'],
		['fd12::1'],
		['::ffff:10.0.0.1'],
		['fe80::1%eth0'],
		['not an address'],
	])('a name that leads to %s, alone or beside a public one', async (address) => {
		expect(await findFault(real([address])('https://localhost./'))).toBe('address')
		expect(await findFault(real(['192.0.9.1', address])('https://partner.example/'))).toBe('address')
	})

	test('a name that has no address, or cannot be looked up, may have one later', async () => {
		expect(await findFault(real([])('https://partner.example/'))).toBe('name')
		const broken = createGuardedFetch({ allow: () => true, resolve: () => Promise.reject(new Error('down')) })
		await expect(broken('https://partner.example/')).rejects.toMatchObject({ fault: 'name', mayPass: true })
	})

	test('a host that is on no list, asked by its plain name', async () => {
		const asked: string[] = []
		const none = createGuardedFetch({ allow: (host) => asked.push(host) === 0 })
		for (const host of ['Partner.EXAMPLE', 'partner.example.', '[2600::1]', '0x08080808'])
			expect(await findFault(none(`https://${host}/`))).toBe('host')
		expect(asked).toEqual(['partner.example', 'partner.example', '2600::1', '8.8.8.8'])
	})

	test('in a demonstration everything but this machine, and anything else in clear', async () => {
		const at = (address: string) => demonstration({ resolve: async () => [address] })
		expect(await findFault(at('10.0.0.1')('https://partner.test/'))).toBe('address')
		expect(await findFault(at('192.0.9.1')('http://partner.test/'))).toBe('address')
		expect(await findFault(at('::ffff:127.0.0.1')('http://partner.test/'))).toBe('address')
	})
})

describe('the address that was checked is the one that is asked', () => {
	test('a name is looked up once, and only that address is connected to', async () => {
		const here = await serve(say('checked'), '127.0.0.2')
		const answers = [['127.0.0.2'], ['127.0.0.1']]
		const looked: string[] = []
		const ask = demonstration({
			resolve: async (host) => {
				looked.push(host)
				return answers.shift() ?? []
			},
		})
		// Nothing listens at this port of 127.0.0.1: a second look-up would fail.
		expect(await (await ask(`http://rebinding.test:${here.port}/`)).text()).toBe('checked')
		expect(looked).toEqual(['rebinding.test'])
		expect(here.asked[0]?.headers.host).toBe(`rebinding.test:${here.port}`)
	})

	test('a name that leads elsewhere at the second hop is checked anew', async () => {
		const answers = [['127.0.0.1'], ['169.254.169.254']]
		const { port, asked } = await serve((request, response) =>
			sendTo(`http://rebinding.test:${request.socket.localPort}/b`)(request, response),
		)
		const ask = demonstration({ resolve: async () => answers.shift() ?? [] })
		expect(await findFault(ask(`http://rebinding.test:${port}/a`))).toBe('address')
		expect(asked.map(({ url }) => url)).toEqual(['/a'])
	})

	test('over TLS the certificate is that of the name, not of the address', async () => {
		const folder = mkdtempSync(join(tmpdir(), 'thiqa-fetch-'))
		onTestFinished(() => rmSync(folder, { recursive: true }))
		makeCertificates(folder, ['partner.test'])
		const read = (name: string) => readFileSync(join(folder, name), 'utf8')
		const port = await listenHere(
			createTlsServer({ key: read('server.key'), cert: read('server.crt') }, say('sealed')),
		)
		const trusting = demonstration({ authorities: read('ca.crt') })
		expect(await (await trusting(`https://partner.test:${port}/`)).text()).toBe('sealed')
		expect(await findFault(trusting(`https://other.test:${port}/`))).toBe('network')
		expect(await findFault(demonstration()(`https://partner.test:${port}/`))).toBe('network')
	})
})

describe('redirections', () => {
	test('are followed three times, relative ones too, and not a fourth time', async () => {
		const { port, asked } = await serve((request, response) =>
			sendTo(`./${Number(request.url?.slice(1)) + 1}`)(request, response),
		)
		const three = await serve((request, response) =>
			request.url === '/3'
				? say('there')(request, response)
				: sendTo(`/${Number(request.url?.slice(1)) + 1}`)(request, response),
		)
		expect(await (await demonstration()(`http://registry.test:${three.port}/0`)).text()).toBe('there')
		expect(await findFault(demonstration()(`http://registry.test:${port}/0`))).toBe('redirects')
		expect(asked).toHaveLength(4)
	})

	test.each<[string, FetchFault]>([
		['http://127.0.0.1:1/', 'host'],
		['http://10.0.0.1/', 'host'],
		['http://private.test/', 'address'],
		['file:///etc/hostname', 'scheme'],
		['http://', 'scheme'],
		['http://user:word@registry.test/', 'scheme'],
	])('to %s are refused: %s', async (location, fault) => {
		const { port } = await serve(sendTo(location))
		const ask = demonstration({
			allow: (host) => host.endsWith('.test'),
			resolve: async (host) => [host === 'private.test' ? '192.168.0.1' : '127.0.0.1'],
		})
		expect(await findFault(ask(`http://registry.test:${port}/`))).toBe(fault)
	})

	test('carry no secret to another origin', async () => {
		const other = await serve(say('other'))
		const { port } = await serve(sendTo(`http://other.test:${other.port}/`))
		await demonstration()(`http://registry.test:${port}/`, {
			headers: { Accept: 'text/plain', Authorization: 'Basic x', Cookie: 'a=b' },
		})
		expect(other.asked[0]?.headers).not.toHaveProperty('authorization')
		expect(other.asked[0]?.headers).not.toHaveProperty('cookie')
		expect(other.asked[0]?.headers.accept).toBe('text/plain')
	})

	test('of what changes something are handed back, not followed', async () => {
		const { port, asked } = await serve(sendTo('/again', 307))
		const answer = await demonstration()(`http://partner.test:${port}/`, { method: 'POST', body: 'x' })
		expect([answer.status, asked.length]).toEqual([307, 1])
	})
})
