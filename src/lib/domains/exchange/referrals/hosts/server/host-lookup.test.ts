import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { RdapFetch } from '#tools/channels/rdap'
import { makeFolder } from '../../../../../../../tests/support/child.ts'
import { createHostLookup } from './index.ts'

const list = (entries: string[], url: string) =>
	JSON.stringify({ version: '1.0', services: [[entries, [url]]] })
const iana: Readonly<Record<string, string>> = {
	'https://data.iana.org/rdap/dns.json': list(['example'], 'https://names.example/'),
	'https://data.iana.org/rdap/ipv4.json': list(['192.0.0.0/8'], 'https://numbers.example/'),
	'https://data.iana.org/rdap/ipv6.json': list(['2001:db8::/32'], 'https://numbers.example/'),
}
const card = (email: string) => [
	'vcard',
	[
		['version', {}, 'text', '4.0'],
		['fn', {}, 'text', 'Desk'],
		['email', {}, 'text', email],
	],
]
const network = (entities: object[], country = 'FR') =>
	JSON.stringify({ objectClassName: 'ip network', country, entities })
const abuse = { roles: ['abuse'], vcardArray: card('abuse@host.example') }

/** A world of registries; what is asked of it is kept. */
const begin = (answers: Readonly<Record<string, string>>, addresses: readonly string[] = ['192.0.2.7']) => {
	const asked: string[] = []
	let [now, isOut] = [new Date('2026-11-29T10:00:00Z'), false]
	const dataDir = makeFolder()
	const openFetch =
		(allow: (host: string) => boolean): RdapFetch =>
		(url) => {
			if (!allow(new URL(url).hostname)) return Promise.reject(new Error('not allowed'))
			if (isOut) return Promise.reject(new Error('no network'))
			asked.push(url)
			const text = { ...iana, ...answers }[url]
			return Promise.resolve(new Response(text ?? '', { status: text === undefined ? 404 : 200 }))
		}
	const ask = createHostLookup({
		dataDir,
		openFetch,
		now: () => now,
		resolve: (host) =>
			host === 'gone.example' ? Promise.reject(new Error('none')) : Promise.resolve(addresses),
	})
	return {
		ask,
		asked,
		dataDir,
		pass: (days: number) => (now = new Date(now.getTime() + days * 86_400_000)),
		cut: () => (isOut = true),
		listIana: () => asked.filter((url) => url.startsWith('https://data.iana.org/')).length,
	}
}
const at = (address: string) => `https://numbers.example/ip/${address}`

test('a name leads to its networks, their country and whom to tell there', async () => {
	const { ask, asked } = begin({ [at('192.0.2.7')]: network([abuse]) })
	expect(await ask('pictures.example')).toEqual({
		kind: 'asked',
		country: 'FR',
		networks: [
			{
				country: 'FR',
				registry: 'numbers.example',
				isOptionalThere: false,
				why: 'abuse',
				contact: { email: 'abuse@host.example', name: 'Desk', isNear: true },
			},
		],
	})
	expect(
		asked.filter((url) => url.includes('pictures')),
		'the name itself goes to nobody',
	).toEqual([])
})

test('the country named most often is the first, and at most two networks are asked', async () => {
	const { ask, asked } = begin(
		{ [at('192.0.2.7')]: network([abuse], 'DE'), [at('192.0.2.8')]: network([abuse], 'DE') },
		['192.0.2.7', '192.0.2.8', '192.0.2.9'],
	)
	expect(await ask('pictures.example')).toMatchObject({ country: 'DE' })
	expect(asked).not.toContain(at('192.0.2.9'))
})

test('where nobody is named for abuse it says so, and asks for the registrar of the name only where nobody is named at all', async () => {
	const holder = { roles: ['registrant'], vcardArray: card('noc@host.example') }
	const one = begin({ [at('192.0.2.7')]: network([holder]) })
	expect(await one.ask('pictures.example')).toMatchObject({
		networks: [{ why: 'no-abuse-contact', contact: { email: 'noc@host.example' } }],
	})
	expect(one.asked.some((url) => url.startsWith('https://names.example/'))).toBe(false)
	const registrar = JSON.stringify({
		objectClassName: 'domain',
		entities: [{ roles: ['registrar'], vcardArray: card('abuse@registrar.example') }],
	})
	const other = begin({
		[at('192.0.2.7')]: network([]),
		'https://names.example/domain/pictures.example': registrar,
	})
	expect(await other.ask('pictures.example')).toMatchObject({
		networks: [{ why: 'no-contacts' }, { contact: { email: 'abuse@registrar.example' } }],
	})
})

test('an address in a link is asked as it is, in brackets too', async () => {
	const { ask } = begin({ [at('2001:db8::7')]: network([abuse]) })
	expect(await ask('[2001:db8::7]')).toMatchObject({ country: 'FR' })
})

test('a name that leads nowhere, and a machine without network, are no answer and no fault', async () => {
	const { ask } = begin({})
	expect(await ask('gone.example')).toEqual({ kind: 'unasked', why: 'no-address' })
	const other = begin({})
	other.cut()
	expect(await other.ask('pictures.example')).toEqual({ kind: 'unasked', why: 'no-registries' })
	expect(existsSync(join(other.dataDir, 'rdap.json'))).toBe(false)
})

test('the lists of IANA are asked for once a week, and serve on while nobody answers', async () => {
	const { ask, pass, cut, listIana } = begin({ [at('192.0.2.7')]: network([abuse]) })
	await ask('pictures.example')
	pass(6.9)
	await ask('pictures.example')
	expect(listIana()).toBe(3)
	pass(0.2)
	await ask('pictures.example')
	expect(listIana()).toBe(6)
	pass(30)
	cut()
	expect(await ask('pictures.example')).toMatchObject({ kind: 'asked', networks: [{ why: 'failed' }] })
})

test('a file that is no list is asked for again', async () => {
	const { ask, dataDir, listIana } = begin({ [at('192.0.2.7')]: network([abuse]) })
	writeFileSync(join(dataDir, 'rdap.json'), '{"at":1}')
	expect(await ask('pictures.example')).toMatchObject({ country: 'FR' })
	expect(listIana()).toBe(3)
})
