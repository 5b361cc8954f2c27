import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { makePartner } from '../../../../../tests/support/partners.ts'
import { findKind, toCanonicalValue } from './canonical-value.ts'
import { collections, listCollectionsFor, toCollectionNames } from './collection.ts'
import { indicatorAudiences, publishedTlps, views, viewScopes } from './indicator.ts'
import { findBlockRefusal, readNeverBlock } from './never-block.ts'
import { readPastedList } from './pasted-list.ts'

const never = readNeverBlock(readFileSync('content/exchange/never-block.yaml', 'utf8'))
const sha = 'AB'.repeat(32)

describe('toCanonicalValue()', () => {
	test.each([
		['domain', 'Blocked.Example.', 'blocked.example'],
		['domain', ' blocked[.]example ', 'blocked.example'],
		['domain', 'مثال.إختبار', 'xn--mgbh0fb.xn--kgbechtv'],
		['url', 'hxxps://Blocked.example:443/%7Ea#', 'https://blocked.example/~a'],
		['sha256', sha, sha.toLowerCase()],
		['md5', 'D41D8CD98F00B204E9800998ECF8427E', 'd41d8cd98f00b204e9800998ecf8427e'],
	] as const)('writes the %s %s as %s', (kind, text, value) => {
		expect(toCanonicalValue(kind, text)).toBe(value)
	})

	test.each([
		['domain', '192.0.2.1'],
		['domain', '[2001:db8::1]'],
		['domain', 'localhost'],
		['domain', 'blocked.example/x'],
		['domain', 'a b.example'],
		['domain', `${'a'.repeat(64)}.example`],
		['domain', '-a.example'],
		['domain', "a'.example"],
		['url', 'ftp://blocked.example/'],
		['url', 'javascript:alert(1)'],
		['md5', sha],
		['sha256', 'z'.repeat(64)],
		['pdq', ''],
	] as const)('knows no %s in %s', (kind, text) => {
		expect(toCanonicalValue(kind, text)).toBeUndefined()
	})

	test('what is canonical stays as it is', () => {
		fc.assert(
			fc.property(fc.oneof(fc.webUrl(), fc.domain()), (text) => {
				const found = findKind(text)
				if (found) expect(toCanonicalValue(found.kind, found.value)).toBe(found.value)
			}),
		)
	})
})

describe('findBlockRefusal()', () => {
	test.each([
		['google.com', 'indicator.needed'],
		['drive.google.com', 'indicator.needed'],
		['www.justice.gov.ma', 'indicator.needed'],
		['hespress.com', 'indicator.needed'],
		['co.ma', 'indicator.ending'],
		['github.io', 'indicator.ending'],
		['web.app', 'indicator.ending'],
		['ma', 'indicator.ending'],
		['somebody.github.io', undefined],
		['bucket.s3.amazonaws.com', undefined],
		['raw.githubusercontent.com', 'indicator.needed'],
		['notgoogle.com', undefined],
		['google.com.blocked.example', undefined],
		['blocked.example', undefined],
	])('%s: %s', (name, refusal) => {
		expect(findBlockRefusal(name, never)).toBe(refusal)
	})

	test('nothing below a name of the list is blocked, but for tenants of a host', () => {
		const names = [...never].filter((name) => name.includes('.'))
		fc.assert(
			fc.property(fc.constantFrom(...names), fc.constantFrom('www', 'a.b', 'xn--mgbh0fb'), (name, label) => {
				expect(findBlockRefusal(name, never)).toBeDefined()
				expect(findBlockRefusal(`${label}.${name}`, never)).toBeDefined()
			}),
		)
	})

	test('a fault in the list is told with its line', () => {
		expect(() => readNeverBlock('- id: a\n  source: ours\n  names: [Google.com]')).toThrow('never-block.yaml')
		expect(() => readNeverBlock('[]')).toThrow('never-block.yaml')
	})
})

test('a pasted list is answered line by line, and no line is lost', () => {
	const text = [
		'blocked.example',
		'# a remark',
		'',
		'https://a.example/x',
		'google.com',
		'nothing at all',
		`pdq ${sha}`,
		`PDQ: ${sha}`,
		sha,
		'url: https://b.example/',
		'domain: 192.0.2.1',
	].join('\r\n')
	const lines = readPastedList(text, never)
	expect(lines.map(({ result }) => (result.ok ? result.value.kind : result.code))).toEqual([
		'domain',
		'url',
		'indicator.needed',
		'indicator.unread',
		'pdq',
		'indicator.twice',
		'sha256',
		'url',
		'indicator.unread',
	])
	expect(lines[3]?.text).toBe('nothing at all')
})

test('no paste is a fault', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'binary' }), (text) => {
			for (const line of readPastedList(text, never)) expect(line.text).not.toBe('')
		}),
	)
})

describe('collections', () => {
	test('a partner sees those of its circle, up to its ceiling', () => {
		const names = (given: Parameters<typeof makePartner>[0]) =>
			listCollectionsFor(makePartner({ flows: ['indicators'], ...given }), '2026-11-29').map(
				({ name }) => name,
			)
		expect(names({ kind: 'isp', tlpMost: 'green' })).toEqual(['isps-clear', 'isps-green'])
		expect(names({ kind: 'platform', tlpMost: 'clear' })).toEqual(['browsers-clear', 'platforms-clear'])
		expect(names({ kind: 'cert', tlpMost: 'red' })).toHaveLength(publishedTlps.length)
		for (const nothing of [
			{ state: 'suspended' } as const,
			{ flows: [] },
			{ agreement: '' },
			{ agreedTo: '2026-11-28' },
		])
			expect(names(nothing)).toEqual([])
	})

	test('an indicator stands in one collection of each of its circles', () => {
		expect(toCollectionNames({ audiences: ['partners', 'isps'], tlp: 'amber' })).toEqual([
			'partners-amber',
			'isps-amber',
		])
		expect(collections).toHaveLength(indicatorAudiences.length * publishedTlps.length)
	})

	test('every circle and every view reaches somebody', () => {
		for (const view of views) expect(viewScopes[view].audiences.length).toBeGreaterThan(0)
	})
})
