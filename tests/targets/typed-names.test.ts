import { describe, expect, test } from 'vitest'
import { targets } from '../../src/lib/domains/protect/index.ts'
import { makeTestFilter } from '../support/filters.ts'
import { proveTarget } from '../support/proofs.ts'

const getText = (target: string): string =>
	targets.find(({ id }) => id === target)?.make(makeTestFilter('strict'))[0]?.text ?? ''

/** Nothing runs these: a person types them. Their form is what can be checked. */
const prove = (target: string) =>
	proveTarget({ target, program: 'grammar', getVersion: () => '1', kind: 'grammar' })

describe('android-private-dns', () => {
	test('is one host name as Android takes it: labels and dots, no scheme, no port, no address', () => {
		const text = getText('android-private-dns')
		expect(text).toMatch(/^(?=.{4,253}\n$)([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}\n$/)
		expect(text).toBe('family.cloudflare-dns.com\n')
	})
	prove('android-private-dns')
})

describe.each(['tv', 'console'])('%s', (target) => {
	test('is addresses, one a line, two of IPv4 first', () => {
		expect(getText(target).split('\n').slice(0, 2)).toEqual(['1.1.1.3', '1.0.0.3'])
		expect(getText(target)).toMatch(/^((\d{1,3}\.){3}\d{1,3}\n){1,2}([0-9a-f:]+\n){0,2}$/)
	})
	prove(target)
})
