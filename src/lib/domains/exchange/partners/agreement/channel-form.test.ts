import fc from 'fast-check'
import { expect, test } from 'vitest'
import { channelFields, readChannels } from './channel-form.ts'

const blank = Object.fromEntries(
	channelFields.flatMap(({ kind, address }) => [
		[kind, 'http-sig'],
		[address, ''],
	]),
) as Parameters<typeof readChannels>[0]
const read = (kind: string, address: string, isDemonstration = false) =>
	readChannels({ ...blank, kind1: kind, address1: address }, isDemonstration)

test('lines are read in their order, and those without an address are none', () => {
	const lines = {
		...blank,
		kind2: 'xarf-mail',
		address2: ' abuse@host.example ',
		kind4: 'http-sig',
		address4: 'https://line.example/coop/v1/inbox',
	}
	expect(readChannels(lines, false)).toEqual({
		ok: true,
		value: [
			{ kind: 'xarf-mail', address: 'abuse@host.example' },
			{ kind: 'http-sig', address: 'https://line.example/coop/v1/inbox' },
		],
	})
	expect(readChannels(blank, false)).toEqual({ ok: true, value: [] })
})

test.each([
	['http-sig', 'http://line.example/inbox'],
	['http-sig', 'https://127.0.0.1/inbox'],
	['http-sig', 'https://[::1]/inbox'],
	['http-sig', 'https://localhost:8443/inbox'],
	['http-sig', 'https://10.0.0.7/inbox'],
	['http-sig', 'https://2130706433/inbox'],
	['http-sig', 'https://192.0.2.7/inbox'],
	['http-sig', 'https://intranet/inbox'],
	['http-sig', 'https://printer.local/inbox'],
	['http-sig', 'https://me:secret@line.example/inbox'],
	['http-sig', 'https://line.example/inbox#part'],
	['http-sig', 'javascript:alert(1)'],
	['http-sig', 'line.example'],
	['xarf-http', 'ftp://host.example'],
	['taxii', 'abuse@host.example'],
])('%s does not go to %s', (kind, address) => {
	expect(read(kind, address)).toEqual({ ok: false, code: 'partner.channel-url' })
})

test('XARF over HTTP goes to AWS only, the one host that takes it', () => {
	const aws = 'https://abuse.us-east-1.amazonaws.com/'
	expect(read('xarf-http', aws)).toEqual({ ok: true, value: [{ kind: 'xarf-http', address: aws }] })
	for (const address of [
		'https://host.example/xarf',
		'https://abuse.us-east-1.amazonaws.com.evil.example/',
		'https://abuse.us.east.amazonaws.com/',
		'https://amazonaws.com/',
	])
		expect(read('xarf-http', address), address).toEqual({ ok: false, code: 'partner.channel-aws' })
	expect(read('xarf-http', 'http://127.0.0.1:4000/', true)).toEqual({
		ok: false,
		code: 'partner.channel-aws',
	})
})

test.each([
	'abuse',
	'abuse@',
	'@host.example',
	'a b@host.example',
	'a@host',
	'a@host.example\nBcc: x@y.example',
	'A <a@host.example>',
])('"%s" is no address of a mailbox', (address) => {
	expect(read('mail-pgp', address)).toEqual({ ok: false, code: 'partner.channel-mail' })
})

test('this machine is an address in a demonstration, and nowhere else', () => {
	for (const address of [
		'http://127.0.0.1:4000/coop/v1/inbox',
		'http://localhost:4000/',
		'https://[::1]/x',
	]) {
		expect(read('http-sig', address, true), address).toMatchObject({ ok: true })
		expect(read('http-sig', address, false), address).toMatchObject({ code: 'partner.channel-url' })
	}
	expect(read('http-sig', 'http://192.0.2.7/', true)).toMatchObject({ code: 'partner.channel-url' })
})

test('an office is a line of text; a kind that is none is refused', () => {
	expect(read('paper', 'Bureau 12, 1 rue d’Exemple')).toMatchObject({ ok: true })
	expect(read('paper', 'x'.repeat(201))).toEqual({ ok: false, code: 'partner.channel-office' })
	expect(read('pigeon', 'roof')).toEqual({ ok: false, code: 'partner.channel-kind' })
})

test('whatever is taken for a channel of machines is https to a name of the network', () => {
	fc.assert(
		fc.property(
			fc.oneof(
				fc.webUrl({ withFragments: true }),
				fc.string(),
				fc.ipV4().map((ip) => `https://${ip}/`),
			),
			(text) => {
				const found = read('http-sig', text)
				if (!found.ok || found.value.length === 0) return
				const url = new URL(found.value[0]?.address ?? '')
				expect([url.protocol, url.username, url.hash]).toEqual(['https:', '', ''])
				expect(url.hostname).toMatch(/\.[a-z][a-z0-9-]*$/u)
			},
		),
	)
})
