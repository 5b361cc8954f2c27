import { describe, expect, test } from 'vitest'
import { parseCanaryConfig } from './canary-config.ts'

const env = {
	CANARY_DOMAIN: 'Canary.Example.ma',
	CANARY_ADDRESS: '203.0.113.10',
	CANARY_SAFE_ADDRESS: '203.0.113.11',
	ORIGIN: 'https://thiqa.example/',
}
const read = (changes: Record<string, string> = {}) => {
	const parsed = parseCanaryConfig({ ...env, ...changes })
	if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues))
	return parsed.value
}

describe('parseCanaryConfig()', () => {
	test('takes two addresses, a domain and the website, and listens where a proxy expects it', () => {
		expect(read()).toEqual({
			place: {
				domain: 'canary.example.ma',
				address: { ipv4: '203.0.113.10' },
				safeAddress: { ipv4: '203.0.113.11' },
			},
			site: 'https://thiqa.example',
			dns: { host: '0.0.0.0', port: 53 },
			web: { host: '127.0.0.1', port: 8053 },
			safeWeb: { host: '127.0.0.1', port: 8054 },
		})
	})

	test('takes IPv6 beside IPv4, and listens on it', () => {
		const { place, dns } = read({
			CANARY_ADDRESS: '203.0.113.10, 2001:DB8::10',
			CANARY_SAFE_ADDRESS: '203.0.113.11,2001:db8::11',
			CANARY_DNS_LISTEN: '[::]:53',
			CANARY_CHALLENGE: 'x.acme.example.org',
		})
		expect(place).toMatchObject({
			address: { ipv4: '203.0.113.10', ipv6: '2001:db8::10' },
			challenge: 'x.acme.example.org',
		})
		expect(dns).toEqual({ host: '::', port: 53 })
	})

	test('names every variable that is not set', () => {
		const parsed = parseCanaryConfig({ ...env, ORIGIN: ' ', CANARY_DOMAIN: '' })
		expect(parsed).toMatchObject({ ok: false, issues: [{ path: 'CANARY_DOMAIN' }, { path: 'ORIGIN' }] })
	})

	test.each([
		['CANARY_DOMAIN', 'canary'],
		['CANARY_DOMAIN', 'https://canary.example.ma'],
		['CANARY_DOMAIN', `${'a'.repeat(60)}.`.repeat(4) + 'ma'],
		['CANARY_ADDRESS', 'here'],
		['CANARY_ADDRESS', '2001:db8::10'],
		['CANARY_ADDRESS', '203.0.113.10,203.0.113.12'],
		['CANARY_SAFE_ADDRESS', '203.0.113.10'],
		['CANARY_SAFE_ADDRESS', '203.0.113.11,2001:db8::11'],
		['CANARY_CHALLENGE', 'two words'],
		['ORIGIN', 'thiqa.example'],
		['ORIGIN', 'https://thiqa.example/fr'],
		['CANARY_DNS_LISTEN', '53'],
		['CANARY_DNS_LISTEN', '::1:53'],
		['CANARY_WEB_LISTEN', '127.0.0.1:65536'],
		['CANARY_SAFE_WEB_LISTEN', '127.0.0.1:8053'],
	])('refuses %s=%s', (name, value) => {
		expect(parseCanaryConfig({ ...env, [name]: value })).toMatchObject({
			ok: false,
			issues: [{ path: name }],
		})
	})

	test('repeats nothing that may be a secret', () => {
		const parsed = parseCanaryConfig({ ...env, ORIGIN: 'https://me:hunter2@thiqa.example' })
		expect(JSON.stringify(parsed)).not.toContain('hunter2')
	})
})
