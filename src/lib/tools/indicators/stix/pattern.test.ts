import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readPattern, writePattern, type PatternKind } from './index.ts'

const kinds: readonly PatternKind[] = ['domain', 'url', 'sha256', 'md5', 'pdq']

test.each<[PatternKind, string, string]>([
	['url', 'https://blocked.example/x', "[url:value = 'https://blocked.example/x']"],
	['domain', 'blocked.example', "[domain-name:value = 'blocked.example']"],
	['pdq', 'f8', "[file:hashes.'PDQ' = 'f8']"],
	['url', String.raw`https://a.example/it's\n`, String.raw`[url:value = 'https://a.example/it\'s\\n']`],
])('writePattern() writes %s', (kind, value, pattern) => {
	expect(writePattern(kind, value)).toBe(pattern)
})

test('whatever is written is read back, whatever stands in it', () => {
	fc.assert(
		fc.property(fc.constantFrom(...kinds), fc.string({ unit: 'binary', maxLength: 60 }), (kind, value) => {
			expect(readPattern(writePattern(kind, value))).toEqual({ kind, value })
		}),
	)
})

test('a value never ends its own string', () => {
	const pieces = fc.constantFrom("'", '\\', ']', ' OR ', "' OR [url:value = '", 'x')
	fc.assert(
		fc.property(fc.array(pieces), (list) => {
			const pattern = writePattern('url', list.join(''))
			expect(pattern.replaceAll(/\\[\\']/gu, '').match(/'/gu)).toHaveLength(2)
		}),
	)
})

test('patterns of others are read however they are spaced and quoted', () => {
	const sha = 'ab'.repeat(32)
	for (const pattern of [
		`[file:hashes.'SHA-256' = '${sha}']`,
		`[ file:hashes.'SHA-256'='${sha}' ]`,
		`[file:hashes.SHA256 = '${sha}']`,
	])
		expect(readPattern(pattern)).toEqual({ kind: 'sha256', value: sha })
})

test.each([
	"[url:value = 'a'] OR [url:value = 'b']",
	"[url:value = 'a' AND url:value = 'b']",
	"[url:value LIKE 'a%']",
	"[ipv4-addr:value = '192.0.2.1']",
	String.raw`[url:value = 'a\x']`,
	"[url:value = 'a'",
	'',
	`[url:value = '${'a'.repeat(9000)}']`,
])('readPattern() leaves alone what is more than one comparison: %.40s', (pattern) => {
	expect(readPattern(pattern)).toBeUndefined()
})
