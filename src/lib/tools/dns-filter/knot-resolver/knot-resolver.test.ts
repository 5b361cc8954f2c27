import { describe, expect, test } from 'vitest'
import { makeTestFilter } from '../../../../../tests/support/filters.ts'
import { toKnotResolverFiles } from './index.ts'

describe('toKnotResolverFiles()', () => {
	const text = toKnotResolverFiles(makeTestFilter('strict'))[0]?.text ?? ''

	test('asks over TLS and checks the name of the resolver', () => {
		expect(text).toContain("{ '1.1.1.3@853', hostname = 'family.cloudflare-dns.com' },")
	})

	test('holds every rule once, as a name that ends in a dot', () => {
		expect(text).toContain("\t['www.google.co.ma.'] = 'forcesafesearch.google.com.',")
		expect(text.match(/\['casino\.example\.ma\.'\] = 'block',/gu)).toHaveLength(1)
		expect(text).toContain("['ok.bad.example.ma.'] = 'allow',")
	})
})
