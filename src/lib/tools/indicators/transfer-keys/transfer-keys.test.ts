import fc from 'fast-check'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { makeFolder } from '../../../../../tests/support/child.ts'
import { findProgram, run } from '../../../../../tests/support/running.ts'
import { toBindKeys, toKnotKeys } from './index.ts'

const key = (name: string) => ({ name, algorithm: 'hmac-sha256', secret: `${'A'.repeat(42)}0=` })
const lists = [
	{ list: 'thiqa-green', keys: [key('zone-b'), key('zone-a')] },
	{ list: 'thiqa-amber', keys: [key('zone-a')] },
	{ list: 'thiqa-amber-strict', keys: [] },
]

test('BIND has each key once, and a list for each zone; an empty one lets nobody in', () => {
	expect(toBindKeys(lists).split('\n').slice(1)).toEqual([
		`key "zone-a" { algorithm hmac-sha256; secret "${key('').secret}"; };`,
		`key "zone-b" { algorithm hmac-sha256; secret "${key('').secret}"; };`,
		'acl "thiqa-green" { key "zone-b"; key "zone-a"; };',
		'acl "thiqa-amber" { key "zone-a"; };',
		'acl "thiqa-amber-strict" { none; };',
		'',
	])
	expect(toBindKeys([]).split('\n').slice(1)).toEqual([''])
})

test('Knot has the same; an entry without a key says no', () => {
	expect(toKnotKeys(lists).split('\n').slice(1)).toEqual([
		'key:',
		...['zone-a', 'zone-b'].flatMap((name) => [
			`  - id: ${name}`,
			'    algorithm: hmac-sha256',
			`    secret: ${key('').secret}`,
		]),
		'acl:',
		'  - id: thiqa-green',
		'    action: [transfer]',
		'    key: [zone-b, zone-a]',
		'  - id: thiqa-amber',
		'    action: [transfer]',
		'    key: [zone-a]',
		'  - id: thiqa-amber-strict',
		'    action: [transfer]',
		'    deny: on',
		'',
	])
})

test('nothing that could end a word of the file is written into it', () => {
	const broken = fc.string({ unit: 'grapheme' }).filter((text) => !/^[A-Za-z0-9+/.=-]+$/u.test(text))
	fc.assert(
		fc.property(broken, fc.constantFrom(toBindKeys, toKnotKeys), (text, write) => {
			for (const one of [
				{ list: 'a', keys: [{ ...key('a'), name: text }] },
				{ list: 'a', keys: [{ ...key('a'), secret: text }] },
				{ list: 'a', keys: [{ ...key('a'), algorithm: text }] },
				{ list: text, keys: [] },
			])
				expect(() => write([one])).toThrow('of another form')
		}),
	)
	expect(() => toBindKeys([{ list: 'a', keys: [{ ...key('a'), secret: 'A"; };' }] }])).toThrow('another form')
})

const checker = findProgram('named-checkconf')
test.skipIf(!checker)('BIND reads the file (named-checkconf, bind9-utils)', () => {
	const file = join(makeFolder(), 'named.conf')
	const zones = lists.map(
		({ list }) => `zone "${list}" { type primary; file "x"; allow-transfer { ${list}; }; };`,
	)
	writeFileSync(file, toBindKeys(lists) + zones.join('\n'))
	expect(run(checker ?? '', [file])).toMatchObject({ status: 0, output: '' })
})

const knot = findProgram('knotc')
test.skipIf(!knot)('Knot reads the file (knotc, knot)', () => {
	const file = join(makeFolder(), 'knot.conf')
	writeFileSync(file, toKnotKeys(lists))
	expect(run(knot ?? '', ['-c', file, 'conf-check'])).toMatchObject({ status: 0 })
})
