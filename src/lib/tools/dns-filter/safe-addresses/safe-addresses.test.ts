import { spawnSync } from 'node:child_process'
import { describe, expect, test } from 'vitest'
import { makeTestFilter } from '../../../../../tests/support/filters.ts'
import { toRefreshFiles } from './index.ts'

describe('toRefreshFiles()', () => {
	test('asks for the targets that publish no address, and for no other', () => {
		const [script] = toRefreshFiles(makeTestFilter('strict'), { program: 'dnsmasq', reload: 'true' })
		expect(script?.text).toContain(
			'for name in safe.duckduckgo.com safesearch.pixabay.com search-safe.canary.example.ma strict-safe-search.ecosia.org; do',
		)
		expect(script).toMatchObject({ name: 'thiqa-dnsmasq-refresh.sh', purpose: 'refresh' })
	})

	test('makes nothing when every target has an address', () => {
		const filter = makeTestFilter('strict')
		const rewrites = filter.rewrites.filter(({ target }) => target in filter.addresses)
		expect(toRefreshFiles({ ...filter, rewrites }, { program: 'dnsmasq', reload: 'true' })).toEqual([])
	})

	test('is a script without a fault for the shell', () => {
		const [script] = toRefreshFiles(makeTestFilter('strict'), { program: 'dnsmasq', reload: 'true' })
		expect(spawnSync('sh', ['-n'], { input: script?.text ?? 'fi' }).status).toBe(0)
	})
})
