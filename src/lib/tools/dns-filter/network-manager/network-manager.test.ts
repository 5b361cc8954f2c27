import { describe, expect, test } from 'vitest'
import { makeTestFilter } from '../../../../../tests/support/filters.ts'
import { toNetworkManagerFiles } from './index.ts'

describe('toNetworkManagerFiles()', () => {
	test('asks one resolver on every connection', () => {
		const text = toNetworkManagerFiles(makeTestFilter('strict'))[0]?.text ?? ''
		expect(text).toMatch(/^dns=dnsmasq$/mu)
		expect(text).toContain(
			'[global-dns-domain-*]\nservers=1.1.1.3,1.0.0.3,2606:4700:4700::1113,2606:4700:4700::1003\n',
		)
	})

	test('makes nothing for a resolver without plain addresses', () => {
		expect(toNetworkManagerFiles(makeTestFilter('strict', { resolver: 'mullvad-family' }))).toEqual([])
	})
})
