import { describe, expect, test } from 'vitest'
import { makeTestFilter } from '../../../../../tests/support/filters.ts'
import { toBindFiles } from './index.ts'

describe('toBindFiles()', () => {
	const getText = (filter = makeTestFilter('strict')) => toBindFiles(filter)[0]?.text ?? ''

	test('forwards over TLS and checks the name of the resolver', () => {
		expect(getText()).toContain('remote-hostname "family.cloudflare-dns.com";')
		expect(getText()).toMatch(/forwarders port 853 tls thiqa-resolver \{ 1\.1\.1\.3; 1\.0\.0\.3; /u)
	})

	test('forwards in plain when the resolver does not answer over TLS', () => {
		const filter = makeTestFilter('strict')
		const { dot, ...resolver } = filter.resolver
		expect(dot).toBeDefined()
		expect(getText({ ...filter, resolver })).toMatch(/forwarders port 53 \{ 1\.1\.1\.3; /u)
		expect(getText({ ...filter, resolver })).not.toContain('tls')
	})

	test('makes nothing for a resolver without addresses', () => {
		expect(toBindFiles(makeTestFilter('strict', { resolver: 'mullvad-family' }))).toEqual([])
	})
})
