import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { registryFiles as files } from '../../../../../tests/support/rdap-answers.ts'
import { describeStandard } from '../../../../../tests/support/standards.ts'
import { findRegistry } from './bootstrap.ts'
import { listRegistryHosts, parseBootstrap } from './index.ts'

const parsed = parseBootstrap(files)
if (!parsed.ok) throw new Error('bootstrap')
const bootstrap = parsed.value

describe('which registry', () => {
	test.each([
		['ip', '192.0.2.7', 'https://rdap.addresses.test/'],
		['ip', '192.0.3.7', 'https://rdap.wide.test/'],
		['ip', '203.0.113.1', undefined],
		['ip', '2001:db8::7', 'https://rdap.six.test/'],
		['ip', '2001:DB8:0:0:0:0:0:1', 'https://rdap.six.test/'],
		['ip', '2001:db9::7', undefined],
		['ip', '192.0.2', undefined],
		['ip', '::ffff:192.0.2.7', undefined],
		['domain', 'x.example', 'https://rdap.names.test/'],
		['domain', 'x.CO.example', 'https://rdap.co.test/v1/'],
		['domain', 'xco.example', 'https://rdap.names.test/'],
		['domain', 'x.test', undefined],
	] as const)('for %s %s: %s', (kind, value, registry) => {
		expect(findRegistry(bootstrap, { kind, value })).toBe(registry)
	})

	test('files of another form are named, services of another form left out', () => {
		expect(parseBootstrap({ ...files, dns: [], ipv6: { version: '2.0', services: [] } })).toMatchObject({
			issues: [{ path: 'dns' }, { path: 'ipv6' }],
		})
		const odd = [
			null,
			[],
			[['a'], ['ftp://x.test/']],
			[[1], ['https://x.test/']],
			[['b'], ['https://x.test/']],
		]
		const read = parseBootstrap({ ...files, dns: { version: '1.0', services: odd } })
		expect(read.ok && read.value.dns).toEqual([{ entries: ['b'], urls: ['https://x.test/'] }])
	})

	test('all hosts, for the list of what may be asked', () => {
		expect(listRegistryHosts(bootstrap).sort()).toEqual([
			'rdap.addresses.test',
			'rdap.afrinic.net',
			'rdap.co.test',
			'rdap.names.test',
			'rdap.six.test',
			'rdap.wide.test',
		])
	})
})

describeStandard('rdap', (folder) => {
	const read = (file: string): unknown => {
		try {
			return JSON.parse(readFileSync(join(folder, file), 'utf8'))
		} catch {
			return undefined
		}
	}
	test('files of IANA, as they were, lead to the registries', () => {
		const real = parseBootstrap({ dns: read('dns.json'), ipv4: read('ipv4.json'), ipv6: read('ipv6.json') })
		if (!real.ok) throw new Error(JSON.stringify(real.issues))
		const find = (kind: 'ip' | 'domain', value: string) => findRegistry(real.value, { kind, value })
		expect(find('ip', '41.0.0.1')).toBe('https://rdap.afrinic.net/rdap/')
		expect(find('ip', '2a00::1')).toBe('https://rdap.db.ripe.net/')
		expect(find('domain', 'x.com.br')).toBe('https://rdap.registro.br/')
		expect(find('domain', 'x.ma')).toBeUndefined()
	})
})
