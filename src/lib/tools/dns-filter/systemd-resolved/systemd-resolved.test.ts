import { describe, expect, test } from 'vitest'
import { makeTestFilter } from '../../../../../tests/support/filters.ts'
import { toSystemdResolvedFiles } from './index.ts'

describe('toSystemdResolvedFiles()', () => {
	const text = toSystemdResolvedFiles(makeTestFilter('strict'))[0]?.text ?? ''

	test('asks over TLS, with the name to check behind each address, and nobody else', () => {
		expect(text).toMatch(/^DNS=1\.1\.1\.3#family\.cloudflare-dns\.com 1\.0\.0\.3#family/mu)
		expect(text).toMatch(/^DNSOverTLS=yes$/mu)
		expect(text).toMatch(/^FallbackDNS=$/mu)
	})

	test('says in the file what it cannot do', () => {
		expect(text).toContain('cannot turn on safe')
	})
})
