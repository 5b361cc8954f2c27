import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readNumbers } from './read-numbers.ts'

const read = (query: string): string[] => readNumbers(query).map(({ number }) => number)

describe('readNumbers()', () => {
	test.each([
		'07-03',
		'07.03',
		'07/03',
		'07 03',
		'07\u201103',
		'07\u2013 03',
		'٠٧٫٠٣',
		'٠٧-٠٣',
		'۰۷-۰۳',
		'\u206607-03\u2069',
		'loi n° 07/03',
		'loi07-03',
		'القانون رقم 07.03',
		'law no. 07-03',
		'l9anon 07-03',
	])('reads %s as one number, without zeros in front', (query) => expect(read(query)).toEqual(['7-3']))

	test.each([
		['article 607-3', 'article'],
		['art.607.3', 'article'],
		['§ 607-3', 'article'],
		['الفصل 607-3', 'article'],
		['فصل ٦٠٧-٣', 'article'],
		['الفَصْلُ 607-3', 'article'],
		['amagrad 607-3', 'article'],
		['ⴰⵎⴰⴳⵔⴰⴷ 607-3', 'article'],
		['l’article 607 3', 'article'],
		['loi 607-3', 'law'],
		['607-3', 'open'],
		['chantage 607-3', 'open'],
	])('hears in %s that the number is of kind %s', (query, kind) => {
		expect(readNumbers(query)).toMatchObject([{ number: '607-3', kind }])
	})

	test('reads one after the other', () => {
		expect(read('loi 09-08, articles 4, 5 et 7')).toEqual(['9-8', '4', '5', '7'])
		expect(read('article 607-3 du code pénal, loi 07-03')).toEqual(['607-3', '7-3'])
	})

	test('takes no figure inside a Darija word, and no telephone number, for a number', () => {
		for (const query of ['3tini 7sabi', 'kay9olo liya', '0612345678', '06 12 34 56 78', '+212612345678'])
			expect(read(query), query).toEqual([])
	})

	test('never throws and never reads an endless query', () => {
		const text = fc.oneof(
			fc.string({ unit: 'binary', maxLength: 2_000 }),
			fc
				.array(fc.constantFrom('607', '-3', '٫', ' ', 'art.', 'الفصل', '\u00ad', '\u0651', '\ud800', '§'))
				.map((parts) => parts.join('')),
		)
		fc.assert(
			fc.property(text, (query) => readNumbers(query).every(({ number }) => /^\d+(-\d+)*\+?$/u.test(number))),
		)
		expect(read(`${'a '.repeat(150)}607-3`)).toEqual([])
	})

	test('reads a number back, whatever joins its parts', () => {
		const part = fc.integer({ min: 1, max: 999 })
		const joint = fc.constantFrom('-', '.', '/', '\u2013', '\u2212', '\u066b', '\u060c', '\u00ad', ' - ')
		fc.assert(
			fc.property(part, part, joint, (one, other, between) => {
				expect(read(`article ${one}${between}${other}`)).toEqual([`${one}-${other}`])
			}),
		)
	})
})
