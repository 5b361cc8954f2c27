import { describe, expect, test } from 'vitest'
import { makeTestFilter } from '../../../../../tests/support/filters.ts'
import { toUnboundFiles } from './index.ts'

describe('toUnboundFiles()', () => {
	const getText = (filter = makeTestFilter('strict')) => toUnboundFiles(filter)[0]?.text ?? ''

	test('asks over TLS and checks the name of the resolver', () => {
		expect(getText()).toContain('forward-tls-upstream: yes')
		expect(getText()).toContain('forward-addr: 1.1.1.3@853#family.cloudflare-dns.com')
	})

	test('asks in plain when the resolver does not answer over TLS', () => {
		const filter = makeTestFilter('strict')
		const { dot, ...resolver } = filter.resolver
		expect(dot).toBe('family.cloudflare-dns.com')
		expect(getText({ ...filter, resolver })).toContain('forward-addr: 1.1.1.3@53\n')
		expect(getText({ ...filter, resolver })).not.toContain('tls-upstream')
	})

	test('never overrides what the zone says', () => {
		expect(getText()).not.toContain('rpz-action-override')
	})
})
