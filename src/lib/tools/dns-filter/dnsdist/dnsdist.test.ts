import { describe, expect, test } from 'vitest'
import { makeTestFilter } from '../../../../../tests/support/filters.ts'
import { toDnsdistFiles } from './index.ts'

describe('toDnsdistFiles()', () => {
	const text = toDnsdistFiles(makeTestFilter('strict'))[0]?.text ?? ''

	test('lets the longest names decide first, and safe search before them', () => {
		const places = [
			'answerAs("forcesafesearch',
			'deep.ok.bad.example.ma',
			'"ok.bad.example.ma"',
			'"bad.example.ma"',
		].map((part) => text.indexOf(part))
		expect(places.every((place) => place > 0)).toBe(true)
		expect(places).toEqual([...places].sort((a, b) => a - b))
	})

	test('asks over TLS and checks the certificate of the resolver', () => {
		expect(text).toContain(
			'newServer({address="1.1.1.3:853", tls="openssl", subjectName="family.cloudflare-dns.com", validateCertificates=true})',
		)
		expect(text).toContain('newServer({address="[2606:4700:4700::1113]:853"')
	})
})
