import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canaryLabels, findRecords, makeCanaryZone, toZoneFile } from './index.ts'

const domain = 'canary.example.ma'
const place = {
	domain,
	address: { ipv4: '203.0.113.10', ipv6: '2001:db8::10' },
	safeAddress: { ipv4: '203.0.113.11', ipv6: '2001:db8::11' },
	challenge: 'canary.acme.example.org',
}
const zone = makeCanaryZone(place)
const ask = (name: string, type = 'A') => {
	const { rcode, answers } = findRecords(zone, name, type)
	return [rcode, ...answers.map(({ data }) => data)]
}

describe('makeCanaryZone()', () => {
	test.each([
		['a domain that is none', { domain: 'canary' }],
		['a domain with a line break', { domain: 'canary.example.ma\n$INCLUDE /etc/passwd' }],
		['a domain without room for a label', { domain: `${'a'.repeat(60)}.`.repeat(4) + 'ma' }],
		['an address that is none', { address: { ipv4: '203.0.113' } }],
		['an address with a record in it', { safeAddress: { ipv4: '203.0.113.11\n@ TXT x' } }],
		['a challenge that is none', { challenge: 'x y' }],
	])('refuses %s', (_, wrong) => {
		expect(() => makeCanaryZone({ ...place, ...wrong })).toThrow(/not of its form/u)
	})
})

describe('findRecords()', () => {
	test('every name leads to the address, the safe name to the other one', () => {
		for (const label of canaryLabels) {
			const end = label === 'search-safe' ? '11' : '10'
			expect(ask(`${label}.${domain}`), label).toEqual(['NOERROR', `203.0.113.${end}`])
			expect(ask(`${label}.${domain}`, 'AAAA'), label).toEqual(['NOERROR', `2001:db8::${end}`])
		}
	})

	test('any random label below r exists, in any case, also two of them', () => {
		for (const name of [`3f9a.r.${domain}`, `3F9A.R.${domain.toUpperCase()}`, `a.b.r.${domain}`])
			expect(ask(name), name).toEqual(['NOERROR', '203.0.113.10'])
	})

	test('r itself exists and is empty: a resolver that asks label by label goes on', () => {
		expect(findRecords(zone, `r.${domain}`, 'NS')).toMatchObject({ rcode: 'NOERROR', answers: [] })
	})

	test('a type that a name has not is an empty answer with the SOA, an unknown name does not exist', () => {
		const empty = findRecords(zone, `open.${domain}`, 'UNKNOWN_65')
		expect(empty).toMatchObject({ rcode: 'NOERROR', answers: [], authorities: [{ type: 'SOA' }] })
		const missing = findRecords(zone, `shut.${domain}`, 'A')
		expect(missing).toMatchObject({ rcode: 'NXDOMAIN', authorities: [{ type: 'SOA' }] })
		expect(ask(`x.open.${domain}`)).toEqual(['NXDOMAIN'])
		expect(ask(domain)).toEqual(['NOERROR'])
	})

	test('says its version, its name server and where the challenges of a certificate stand', () => {
		expect(ask(domain, 'TXT')).toEqual(['NOERROR', 'thiqa-canary=1'])
		expect(ask(domain, 'NS')).toEqual(['NOERROR', `ns.${domain}`])
		expect(ask(`ns.${domain}`)).toEqual(['NOERROR', '203.0.113.10'])
		expect(ask(`_acme-challenge.${domain}`, 'TXT')).toEqual(['NOERROR', 'canary.acme.example.org'])
		expect(ask(`_acme-challenge.r.${domain}`, 'TXT')).toEqual(['NOERROR', 'canary.acme.example.org'])
		expect(ask(`x._acme-challenge.r.${domain}`, 'TXT')).toEqual(['NXDOMAIN'])
	})

	test('refuses everything outside, and questions for everything', () => {
		for (const name of ['.', 'ma', 'example.ma', 'notcanary.example.ma', `${domain}.example.org`])
			expect(ask(name), name).toEqual(['REFUSED'])
		for (const type of ['ANY', 'AXFR', 'IXFR']) expect(ask(domain, type), type).toEqual(['REFUSED'])
	})

	test('never answers with a name that was not asked for', () => {
		fc.assert(
			fc.property(fc.array(fc.stringMatching(/^[a-z*_-]{1,6}$/u), { maxLength: 4 }), (labels) => {
				const name = [...labels, domain].join('.')
				for (const type of ['A', 'AAAA', 'NS', 'TXT', 'SOA', 'CNAME'])
					for (const answer of findRecords(zone, name, type).answers) expect(answer.name).toBe(name)
			}),
		)
	})
})

test('toZoneFile() writes one line for each record, names relative to the domain', () => {
	const lines = toZoneFile(zone).trim().split('\n')
	expect(lines).toHaveLength(zone.records.length + 2)
	expect(lines.slice(1, 6)).toEqual([
		'$ORIGIN canary.example.ma.',
		'@ 5 IN SOA ns.canary.example.ma. hostmaster.canary.example.ma. 1 3600 600 604800 5',
		'@ 3600 IN NS ns.canary.example.ma.',
		'@ 3600 IN TXT "thiqa-canary=1"',
		'ns 3600 IN A 203.0.113.10',
	])
	expect(lines).toContain('search-safe 5 IN A 203.0.113.11')
	expect(lines).toContain('*.r 5 IN A 203.0.113.10')
	expect(lines).toContain('_acme-challenge.r 5 IN CNAME canary.acme.example.org.')
})
