import { describe, expect, test } from 'vitest'
import { readProtectFacts } from '../../../../../tests/support/filters.ts'
import { parseFilterQuery } from './filter-query.ts'
import { findListFault, toTypedNames } from './typed-names.ts'

describe('toTypedNames()', () => {
	test.each([
		['https://tiktok.com/', ['tiktok.com']],
		['http://www.tiktok.com:8080/@x?y#z', ['www.tiktok.com']],
		['tiktok.com/foryou', ['tiktok.com']],
		['*.casino.example', ['casino.example']],
		['||casino.example^', ['casino.example']],
		['0.0.0.0 casino.example www.casino.example', ['casino.example', 'www.casino.example']],
		['::1\tcasino.example', ['casino.example']],
		['casino.example # on the bus\n# a heading\n! another\r\nx.example', ['casino.example', 'x.example']],
		['a.example, b.example;c.example\n\n', ['a.example', 'b.example', 'c.example']],
		['https://موقع.المغرب/صفحة', ['موقع.المغرب']],
	])('reads %j as it is meant', (text, names) => {
		expect(toTypedNames(text)).toEqual(names)
	})

	test.each([
		'@@||ok.example^',
		'||x.example^$third-party',
		'https://user@bank.example/',
		'0.0.0.0',
		'*.*.example',
		'/ads[0-9]+/',
		'x.example*',
		'localhost',
	])('leaves %j for the check, which refuses it by name', (text) => {
		expect(findListFault(text)?.wrong).toEqual([toTypedNames(text)[0]])
	})
})

describe('a list that is too long', () => {
	const many = Array.from(
		{ length: 480 },
		(_, at) => `x${at}.quite-long-name-for-a-blocked-site-of-${at}.example.ma`,
	)

	test('is refused with the number that fits and the first name that does not; nothing is cut', () => {
		const facts = readProtectFacts()
		const text = many.join('\n')
		expect(parseFilterQuery(facts, new URLSearchParams({ blocked: text })).ok).toBe(false)
		const fault = findListFault(text)
		expect(fault?.first).toBe(many[fault?.fits ?? 0])
		const fitting = many.slice(0, fault?.fits)
		const parsed = parseFilterQuery(facts, new URLSearchParams({ blocked: fitting.join('\n') }))
		expect(parsed.ok && parsed.value.blocked?.length).toBe(fitting.length)
	})

	test('of ten thousand names too', () => {
		expect(findListFault(Array.from({ length: 10_000 }, (_, at) => `n${at}.ma`).join(' '))).toEqual({
			wrong: [],
			fits: 500,
			first: 'n500.ma',
		})
	})
})
