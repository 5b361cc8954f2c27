import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fromHex, toBase64, toHex } from '#base'
import { openPrefixClient } from '../../../../../tests/support/prefix-client.ts'
import { describeStandard } from '../../../../../tests/support/standards.ts'
import { parseCanonicalUrl } from './addresses/canonical-url.ts'
import { findExpression, hashExpression, listExpressions } from './addresses/index.ts'
import {
	findFullHashes,
	getPrefix,
	hasPrefix,
	makeNoise,
	toFullHashes,
	toListUpdate,
	toPrefixList,
} from './index.ts'
import { decodeRice, encodeRice } from './rice.ts'

const list = { threatType: 'SOCIAL_ENGINEERING', platformType: 'ANY_PLATFORM', threatEntryType: 'URL' }
const seed = new TextEncoder().encode('seed')

describeStandard('safebrowsing', (folder) => {
	const vectors = JSON.parse(readFileSync(join(folder, 'url-patterns.json'), 'utf8')) as {
		generatePatterns: { url: string; patterns: string[] }[]
		canonicalURL: { url: string; canonical: string }[]
		canonicalHost: { url: string; host: string; fail: boolean }[]
		hash: { expression: string; sha256: string; prefix4: string }[]
		riceDecode: { k: number; hex: string; values: number[] }[]
	}

	test.each(vectors.generatePatterns)('expressions of $url', ({ url, patterns }) => {
		expect(listExpressions(url).sort()).toEqual(patterns.sort())
	})
	test.each(vectors.canonicalURL)('the one spelling of $url', ({ url, canonical }) => {
		const parsed = parseCanonicalUrl(url)
		expect(`http://${parsed?.host}${parsed?.path}`).toBe(canonical)
	})
	test.each(vectors.canonicalHost)('the host of $url', ({ url, host, fail }) => {
		expect(parseCanonicalUrl(url)?.host).toBe(fail ? undefined : host)
	})
	test.each(vectors.hash)('the digest of $expression', ({ expression, sha256, prefix4 }) => {
		const digest = hashExpression(expression)
		expect([toHex(digest), getPrefix(digest).toString(16)]).toEqual([sha256, prefix4])
	})
	test.each(vectors.riceDecode)('$hex is $values', ({ k, hex, values }) => {
		const encodedData = fromHex(hex) ?? new Uint8Array()
		const read = decodeRice({ firstValue: 0, riceParameter: k, numEntries: values.length, encodedData })
		expect(read?.slice(1).map((value, at) => value - (read[at] ?? 0))).toEqual(values)
	})
})

describe('parseCanonicalUrl()', () => {
	// From the public document, https://developers.google.com/safe-browsing/v4/urls-hashing
	test.each([
		['http://host/%25%32%35', 'host/%25'],
		['http://host/%2525252525252525', 'host/%25'],
		['http://host/asdf%25%32%35asd', 'host/asdf%25asd'],
		['http://3279880203/blah', '195.127.0.11/blah'],
		['http://www.google.com/blah/..', 'www.google.com/'],
		['www.google.com', 'www.google.com/'],
		['http://evil.com/foo#bar#baz', 'evil.com/foo'],
		['http://www.GOOgle.com/', 'www.google.com/'],
		['http://www.google.com/foo\tbar\rbaz\n2', 'www.google.com/foobarbaz2'],
		['http://www.google.com/q?r?', 'www.google.com/q?r?'],
		['http:// leadingspace.com/', '%20leadingspace.com/'],
		['http://host.com//twoslashes?more//slashes', 'host.com/twoslashes?more//slashes'],
		['http://user:word@host.com:8080/a', 'host.com/a'],
	])('%j is %s', (url, expression) => {
		expect(findExpression(url)).toBe(expression)
	})

	test('writes a host in other letters as DNS does', () => {
		expect(findExpression('http://bücher.example/é')).toBe('xn--bcher-kva.example/%c3%a9')
	})

	test('gives every address the spelling that its spelling has', () => {
		fc.assert(
			fc.property(fc.webUrl({ withQueryParameters: true }), (url) => {
				const once = findExpression(url) ?? ''
				expect(findExpression(`http://${once}`)).toBe(once)
			}),
		)
	})
})

describe('encodeRice()', () => {
	test('is read again as it was written, whatever the numbers', () => {
		const numbers = fc
			.uniqueArray(fc.nat(2 ** 32 - 1), { minLength: 1 })
			.map((all) => all.sort((a, b) => a - b))
		fc.assert(
			fc.property(numbers, (values) => {
				expect(decodeRice(encodeRice(values))).toEqual(values)
			}),
		)
	})

	test('refuses bits that end before the numbers, and bytes that are left over', () => {
		const coded = encodeRice([1, 5, 9000])
		expect(decodeRice({ ...coded, numEntries: 900 })).toBeUndefined()
		expect(decodeRice({ ...coded, encodedData: Uint8Array.of(...coded.encodedData, 0, 0) })).toBeUndefined()
	})
})

describe('toListUpdate()', () => {
	const urls = (from: number, to: number) =>
		Array.from({ length: to - from }, (_, at) => hashExpression(`blocked-${from + at}.example/`))
	const noise = makeNoise(seed, 16)
	const [first, second] = [toPrefixList(urls(0, 500), noise), toPrefixList(urls(20, 540), noise)]

	test.each([true, false])('brings a client to each version, by its own checksum (Rice: %s)', (takesRice) => {
		const client = openPrefixClient()
		client.apply(toListUpdate(list, { before: undefined, after: first, state: '1' }, { takesRice }))
		expect(client.getPrefixes().length).toBe(516)
		expect(client.suspect('https://www.blocked-3.example/a?b')).toHaveLength(1)
		const partial = toListUpdate(list, { before: first, after: second, state: '2' }, { takesRice })
		expect(partial.responseType).toBe('PARTIAL_UPDATE')
		client.apply(partial)
		expect(client.suspect('https://www.blocked-3.example/a?b')).toEqual([])
		expect(client.suspect('https://blocked-530.example/')).toHaveLength(1)
		expect(Buffer.from(client.getState(), 'base64').toString()).toBe('2')
	})

	test('brings any list to any other', () => {
		const digests = fc
			.uniqueArray(fc.integer({ min: 0, max: 60 }))
			.map((all) => all.flatMap((at) => urls(at, at + 1)))
		fc.assert(
			fc.property(digests, digests, fc.boolean(), (one, other, takesRice) => {
				const client = openPrefixClient()
				const [before, after] = [toPrefixList(one), toPrefixList(other)]
				client.apply(toListUpdate(list, { before: undefined, after: before, state: '1' }, { takesRice }))
				client.apply(toListUpdate(list, { before, after, state: '2' }, { takesRice }))
				expect(client.getPrefixes()).toHaveLength(after.length)
			}),
		)
	})
})

describe('makeNoise()', () => {
	test('is the same for a seed, another for another, and stands for no address', () => {
		expect(makeNoise(seed, 8)).toEqual(makeNoise(seed, 8))
		expect(makeNoise(seed, 8)).not.toEqual(makeNoise(new TextEncoder().encode('other'), 8))
		const [prefix = 0] = makeNoise(seed, 1)
		expect(hasPrefix(toPrefixList([], makeNoise(seed, 1)), prefix)).toBe(true)
		const bytes = Uint8Array.of(prefix >>> 24, prefix >>> 16, prefix >>> 8, prefix)
		expect(findFullHashes(list, toFullHashes([]), [bytes]).matches).toEqual([])
	})
})

test('findFullHashes() gives digests that begin so, and no others', () => {
	const digest = hashExpression('blocked.example/')
	const hashes = toFullHashes([digest, hashExpression('other.example/')])
	expect(findFullHashes(list, hashes, [digest.subarray(0, 4), digest.subarray(0, 3)]).matches).toEqual([
		{ ...list, threat: { hash: toBase64(digest) }, cacheDuration: '300s' },
	])
	expect(findFullHashes(list, hashes, [Uint8Array.of(...digest.subarray(0, 4), 0)]).matches).toEqual([])
})
