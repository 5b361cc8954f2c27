import { describe, expect, test } from 'vitest'
import { card, entity, network, registryFiles } from '../../../../../tests/support/rdap-answers.ts'
import { lookUpContact, parseBootstrap, type RdapFetch } from './index.ts'

const parsed = parseBootstrap(registryFiles)
if (!parsed.ok) throw new Error('bootstrap')
const bootstrap = parsed.value
const now = new Date('2026-11-29T10:00:00Z')

type Page = { status?: number; body?: unknown; headers?: Record<string, string> }
/** Registries at home: a page for each address, and what was asked. */
const serve = (pages: Record<string, Page>) => {
	const asked: string[] = []
	const fetch: RdapFetch = async (url) => {
		asked.push(url)
		const { status = 200, body = {}, headers = {} } = pages[url] ?? { status: 404 }
		return new Response(typeof body === 'string' ? body : JSON.stringify(body), { status, headers })
	}
	return {
		asked,
		fetch,
		ask: (kind: 'ip' | 'domain', value: string) => lookUpContact({ kind, value }, { bootstrap, fetch, now }),
	}
}

describe('lookUpContact()', () => {
	const good = network(entity(['registrant'], 'h@host.example', [entity(['abuse'], 'abuse@host.example')]))

	test('asks the registry of the address and says the country', async () => {
		const { ask, asked } = serve({ 'https://rdap.addresses.test/ip/192.0.2.7': { body: good } })
		expect(await ask('ip', '192.0.2.7')).toEqual({
			kind: 'abuse',
			contact: { email: 'abuse@host.example', name: 'Abuse desk', role: 'abuse', depth: 1 },
			country: 'FR',
			registry: 'rdap.addresses.test',
			isOptionalThere: false,
			retryAfter: undefined,
		})
		expect(asked).toHaveLength(1)
	})

	test('follows one registry to another, three times, and never into the open', async () => {
		const to = (location: string): Page => ({ status: 302, headers: { location } })
		const start = 'https://rdap.addresses.test/ip/192.0.2.7'
		const { ask } = serve({
			[start]: to('https://rdap.wide.test/ip/192.0.2.7'),
			'https://rdap.wide.test/ip/192.0.2.7': { body: good },
		})
		expect(await ask('ip', '192.0.2.7')).toMatchObject({ kind: 'abuse', registry: 'rdap.wide.test' })
		const loop = serve({ [start]: to(start) })
		expect(await loop.ask('ip', '192.0.2.7')).toMatchObject({ kind: 'none', why: 'refused' })
		expect(loop.asked).toHaveLength(4)
		const open = serve({ [start]: to('http://rdap.wide.test/') })
		expect(await open.ask('ip', '192.0.2.7')).toMatchObject({ why: 'refused' })
	})

	test('asks for the registered name where the whole one is not known', async () => {
		const { ask, asked } = serve({
			'https://rdap.names.test/domain/host.example': {
				body: {
					objectClassName: 'domain',
					entities: [entity(['registrar'], undefined, [entity(['abuse'], 'abuse@registrar.example')])],
				},
			},
		})
		expect(await ask('domain', 'WWW.Pictures.host.example.')).toMatchObject({
			kind: 'abuse',
			country: undefined,
		})
		expect(asked).toEqual(
			['www.pictures.host.example', 'pictures.host.example', 'host.example'].map(
				(name) => `https://rdap.names.test/domain/${name}`,
			),
		)
		const none = serve({})
		expect(await none.ask('domain', 'a.b.c.d.e.f.g.host.example')).toMatchObject({
			kind: 'none',
			why: 'not-found',
		})
		expect(none.asked).toHaveLength(4)
	})

	test.each<[string, Page, object]>([
		[
			'429 with seconds',
			{ status: 429, headers: { 'retry-after': '120' } },
			{ why: 'rate-limited', retryAfter: 120 },
		],
		[
			'429 with a date',
			{ status: 429, headers: { 'retry-after': 'Sun, 29 Nov 2026 10:01:30 GMT' } },
			{ why: 'rate-limited', retryAfter: 90 },
		],
		[
			'429 with a word',
			{ status: 429, headers: { 'retry-after': 'soon' } },
			{ why: 'rate-limited', retryAfter: undefined },
		],
		[
			'429 with a date gone by',
			{ status: 429, headers: { 'retry-after': 'Sun, 29 Nov 2026 09:00:00 GMT' } },
			{ retryAfter: 0 },
		],
		['503', { status: 503 }, { why: 'rate-limited' }],
		['404', { status: 404 }, { why: 'not-found' }],
		['500', { status: 500 }, { why: 'failed' }],
		['403', { status: 403 }, { why: 'refused' }],
		['no JSON', { body: '<html>' }, { why: 'bad-answer' }],
		['a number', { body: '5' }, { why: 'bad-answer' }],
		['nothing in it', { body: {} }, { why: 'no-contacts' }],
	])('an answer with %s is said for what it is', async (_, page, found) => {
		const { ask } = serve({ 'https://rdap.addresses.test/ip/192.0.2.7': page })
		expect(await ask('ip', '192.0.2.7')).toMatchObject({ kind: 'none', ...found })
	})

	test('a fetch that fails, and a target that no registry has', async () => {
		const fetch: RdapFetch = () => Promise.reject(new Error('down'))
		const target = { kind: 'ip', value: '192.0.2.7' } as const
		expect(await lookUpContact(target, { bootstrap, fetch, now })).toMatchObject({
			kind: 'none',
			why: 'failed',
		})
		const { ask, asked } = serve({})
		expect(await ask('domain', 'host.test')).toMatchObject({ why: 'no-registry', registry: undefined })
		expect(await ask('domain', 'example')).toMatchObject({ why: 'no-registry' })
		expect(asked).toEqual([])
	})

	test('says of AFRINIC that nobody has to be named there', async () => {
		const { ask } = serve({
			'https://rdap.afrinic.net/rdap/ip/198.51.100.9': {
				body: { ...network(entity(['technical'], 'noc@host.example')), country: 'MA' },
			},
		})
		expect(await ask('ip', '198.51.100.9')).toMatchObject({
			kind: 'registrant-fallback',
			why: 'no-abuse-contact',
			isOptionalThere: true,
			country: 'MA',
		})
		const port43 = serve({
			'https://rdap.addresses.test/ip/192.0.2.7': { body: { ...network(), port43: 'whois.afrinic.net' } },
		})
		expect(await port43.ask('ip', '192.0.2.7')).toMatchObject({ kind: 'none', isOptionalThere: true })
	})

	test('asks once more where the contact for abuse is only named, and only the same registry', async () => {
		const named = (href: string) =>
			network(entity(['registrant'], 'h@host.example'), {
				...entity(['abuse']),
				links: [{ rel: 'self', href }],
			})
		const url = 'https://rdap.addresses.test/ip/192.0.2.7'
		const here = 'https://rdap.addresses.test/entity/AB-1'
		const { ask, asked } = serve({
			[url]: { body: named(here) },
			[here]: { body: { objectClassName: 'entity', vcardArray: card('ab@host.example') } },
		})
		expect(await ask('ip', '192.0.2.7')).toMatchObject({
			kind: 'abuse',
			contact: { email: 'ab@host.example' },
		})
		expect(asked).toEqual([url, here])
		for (const href of ['https://elsewhere.test/entity/AB-1', 'https://rdap.addresses.test/entity/gone']) {
			const other = serve({ [url]: { body: named(href) } })
			expect(await other.ask('ip', '192.0.2.7')).toMatchObject({
				kind: 'registrant-fallback',
				why: 'abuse-without-mail',
			})
			expect(other.asked.includes('https://elsewhere.test/entity/AB-1')).toBe(false)
		}
	})
})
