/** C9: Debian's `rdap` and our walker ask the same registry at home and find the same person to tell. */
import { once } from 'node:events'
import { createServer } from 'node:http'
import { beforeAll, expect, test } from 'vitest'
import { createGuardedFetch } from '../../src/lib/platform/server/outgoing/guarded-fetch.ts'
import { listRegistryHosts, lookUpContact, parseBootstrap } from '../../src/lib/tools/channels/rdap/index.ts'
import { describeProgram, openStage, runBeside } from '../support/programs.ts'

const stage = openStage()
const asked: string[] = []
let port = 0

const card = (email: string, ...more: unknown[]) => [
	'vcard',
	[['version', {}, 'text', '4.0'], ['fn', {}, 'text', 'Desk'], ['email', {}, 'text', email], ...more],
]
const entity = (handle: string, role: string, vcardArray: unknown, entities: unknown[] = []) => ({
	objectClassName: 'entity',
	handle,
	roles: [role],
	vcardArray,
	entities,
})
const network = (entities: unknown[], country = 'FR') => ({
	rdapConformance: ['rdap_level_0'],
	objectClassName: 'ip network',
	handle: 'NET-1',
	ipVersion: 'v4',
	name: 'EXAMPLE',
	country,
	entities,
	startAddress: '192.0.2.0',
	endAddress: '192.0.2.255',
})
const abuse = entity('AB-1', 'abuse', card('abuse@host.example'))
const pages: Record<string, { status?: number; headers?: Record<string, string>; body?: unknown }> = {
	'/rir/ip/192.0.2.1': { body: network([abuse]) },
	'/rir/ip/192.0.2.2': { body: network([entity('ORG', 'registrant', card('holder@host.example'), [abuse])]) },
	'/rir/ip/192.0.2.3': { status: 302, headers: { location: '/other/ip/192.0.2.3' } },
	'/other/ip/192.0.2.3': {
		body: network([
			entity('ORG', 'registrant', card('holder@host.example'), [
				entity('NOC', 'technical', card('noc@host.example'), [
					entity('AB-2', 'abuse', card('deep@host.example')),
				]),
			]),
		]),
	},
	'/rir/ip/192.0.2.4': { body: network([entity('BAD', 'technical', ['vcard', 'broken']), abuse]) },
	'/rir/ip/192.0.2.6': { status: 429, headers: { 'retry-after': '60' }, body: { errorCode: 429 } },
}

beforeAll(async () => {
	const server = createServer((request, response) => {
		const path = request.url ?? ''
		asked.push(path)
		const services = [[['192.0.2.0/24'], [`http://127.0.0.1:${port}/rir/`]]]
		const { status, headers, body } =
			path === '/boot/ipv4.json'
				? {
						status: 200,
						headers: {},
						body: { version: '1.0', publication: '2026-11-29T00:00:00Z', services },
					}
				: {
						status: 404,
						headers: {},
						body: { errorCode: 404 },
						...(pages[path] && { status: 200, ...pages[path] }),
					}
		response
			.writeHead(status, { 'content-type': 'application/rdap+json', ...headers })
			.end(JSON.stringify(body))
	})
	server.listen(0, '127.0.0.1')
	await once(server, 'listening')
	stage.atEnd(() => void server.close())
	const place = server.address()
	port = typeof place === 'object' && place ? place.port : 0
})

const lookUp = async (value: string) => {
	const empty = { version: '1.0', services: [] }
	const services = [[['192.0.2.0/24'], [`http://127.0.0.1:${port}/rir/`]]]
	const bootstrap = parseBootstrap({ dns: empty, ipv4: { version: '1.0', services }, ipv6: empty })
	if (!bootstrap.ok) throw new Error('bootstrap')
	const hosts = listRegistryHosts(bootstrap.value)
	const fetch = createGuardedFetch({ allow: (host) => hosts.includes(host), loopback: true })
	return lookUpContact({ kind: 'ip', value }, { bootstrap: bootstrap.value, fetch, now: new Date() })
}

describeProgram('rdap', 'rdap', (rdap) => {
	/** Addresses that the program prints of each contact for abuse, in its order. */
	const ask = async (value: string) => {
		const args = ['--bs-url', `http://127.0.0.1:${port}/boot`, '--cache-dir', '', '--text', value]
		const { status, output } = await runBeside(rdap, args)
		const blocks = output.split(/^\s*Entity:$/mu).filter((block) => /^\s*Role: abuse$/mu.test(block))
		return { status, mails: blocks.flatMap((block) => /vCard email: (\S+)/u.exec(block)?.[1] ?? []) }
	}

	test.each([
		['192.0.2.1', 'abuse@host.example', 0],
		['192.0.2.2', 'abuse@host.example', 1],
		['192.0.2.3', 'deep@host.example', 2],
	])('of %s both find %s, %i deep', async (address, email, depth) => {
		expect(await ask(address)).toEqual({ status: 0, mails: [email] })
		expect(await lookUp(address)).toMatchObject({ kind: 'abuse', contact: { email, depth }, country: 'FR' })
	})

	test('both follow the registry to another', () => {
		expect(asked.filter((path) => path === '/other/ip/192.0.2.3')).toHaveLength(2)
	})

	test('a broken card beside the right one stops neither', async () => {
		expect(await ask('192.0.2.4')).toEqual({ status: 0, mails: ['abuse@host.example'] })
		expect(await lookUp('192.0.2.4')).toMatchObject({
			kind: 'abuse',
			contact: { email: 'abuse@host.example' },
		})
	})

	test('what is not there, and who asks too often, is nobody for both', async () => {
		for (const address of ['192.0.2.5', '192.0.2.6']) expect((await ask(address)).status).not.toBe(0)
		expect(await lookUp('192.0.2.5')).toMatchObject({ kind: 'none', why: 'not-found' })
		expect(await lookUp('192.0.2.6')).toMatchObject({ kind: 'none', why: 'rate-limited', retryAfter: 60 })
	})
})
