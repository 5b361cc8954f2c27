import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { countCalls } from '../../../../../tests/support/work.ts'
import { languages } from '#base'
import {
	getSituationScore,
	isRight,
	makeLawIndex,
	readLaw,
	readSituationQueries,
} from '../../../../../tests/support/law-search.ts'
import { writeInstruments, writeProvisions } from '../../../../../tests/support/law-writings.ts'
import { readOffTopicQueries } from '../../../../../tests/support/search-score.ts'
import { searchLaw } from './search-law.ts'

const law = readLaw()
const queries = readSituationQueries()
/** Success@3 that each list of queries must reach in every language of the pages. */
const wanted = { dev: 0.95, held: 0.95, 'second-seen': 0.95, second: 0.95, third: 0.85 } as const

describe.each(languages)('search over the law in the %s pages', (language) => {
	const index = makeLawIndex(law, language)

	test.each(Object.entries(wanted))('the %s queries find their situation', (set, least) => {
		const some = queries.filter((query) => query.set === set)
		const { first, third } = getSituationScore(index, some)
		console.log(
			`${language} ${set} (${some.length}): success@1 ${(100 * first).toFixed(1)} %, @3 ${(100 * third).toFixed(1)} %`,
		)
		expect(some.length).toBeGreaterThanOrEqual(44)
		expect(third).toBeGreaterThanOrEqual(least)
	})

	test('an article stands first whatever its words are in this language', () => {
		const writings = [...writeProvisions(law), ...writeInstruments(law)].filter(
			(_, place) => place % 101 === 0,
		)
		const wrong = writings.filter((writing) => !isRight(writing, searchLaw(index, writing.q).exact))
		expect(wrong.map(({ q }) => q)).toEqual([])
	})

	test('a situation that raises the help panel on its page raises it here', () => {
		const raising = new Set(law.situations.filter((one) => one.raisesHelpPanel).map(({ id }) => id))
		const some = queries.filter(({ situations }) => situations.some((id) => raising.has(id)))
		const raised = some.filter(({ q }) => searchLaw(index, q).helpPanel)
		expect(raised.length / some.length).toBeGreaterThanOrEqual(0.95)
	})

	test('what is asked anywhere else finds no number, no text and hardly a situation', () => {
		const answers = readOffTopicQueries().map(({ q }) => searchLaw(index, q))
		expect(answers.flatMap(({ exact, provisions }) => [...exact, ...provisions])).toEqual([])
		expect(answers.filter(({ isHeard }) => isHeard).length).toBeLessThanOrEqual(3)
	})
})

describe('searchLaw()', () => {
	const index = makeLawIndex(law, 'ar')
	const ask = (query: string): ReturnType<typeof searchLaw> => searchLaw(index, query)

	test('reads Arabic with and without article and vowel marks alike', () => {
		const plain = ask('ابتزاز')
		expect(plain.situations[0]).toBe('sit-sextortion')
		expect(plain.provisions).toContain('pc-538')
		for (const query of ['الابتزاز', 'الاِبْتِزَاز', 'بالابتزاز', 'ابتـــزاز'])
			expect(ask(query), query).toEqual(plain)
	})

	test('finds a text by words of another language than that of the page', () => {
		for (const query of ['chantage', 'blackmail']) expect(ask(query).provisions, query).toContain('pc-538')
	})

	test('an article and words: the article first, then what the words say', () => {
		const { exact, situations, isTold } = ask('الفصل 607-3 اختراق حساب')
		expect(exact[0]).toEqual({ kind: 'provision', id: 'pc-607-3' })
		expect(situations[0]).toBe('sit-account-hacking')
		expect(isTold).toBe(true)
	})

	test('shows a situation in the words of who seems to ask, and to jurists in those of adults', () => {
		expect(ask('kayhddni b tsawri').reader).toBe('teens')
		expect(ask('wldi kayhddouh b tsawro').reader).toBe('adults')
		expect(ask('607-3').reader).toBe('adults')
	})

	test('who asks for a text only hears of no situation', () => {
		for (const query of ['code pénal', 'القانون الجنائي', '07-03', 'loi 31-08'])
			expect(ask(query), query).toMatchObject({ situations: [], helpPanel: false })
	})

	test('finds nothing for nothing', () => {
		for (const query of ['', '   ', '؟؟', '漢字', '\u202e\u0000', '\u0651'.repeat(500), '0612345678'])
			expect(ask(query), query).toEqual({
				exact: [],
				missing: [],
				situations: [],
				isHeard: false,
				provisions: [],
				instruments: [],
				helpPanel: false,
				isTold: false,
				reader: 'adults',
			})
	})

	test('never throws, whatever is typed, and answers in lists of bounded length', () => {
		const text = fc.oneof(
			fc.string({ unit: 'binary', maxLength: 10_000 }),
			fc.string({ unit: 'grapheme', maxLength: 2_000 }),
			fc
				.array(
					fc.constantFrom(
						'607-3',
						'loi ',
						'الفصل',
						'٫',
						'/',
						'\u202e',
						'\u0000',
						'ⵯ',
						' ',
						'\ud800',
						'(a+)+$',
					),
				)
				.map((parts) => parts.join('')),
		)
		fc.assert(
			fc.property(text, (query) => {
				const { exact, situations, provisions, instruments } = ask(query)
				return (
					exact.length <= 12 && situations.length <= 3 && provisions.length <= 8 && instruments.length <= 5
				)
			}),
		)
	})

	test.each([
		['letters', 'a'],
		['marks without letters', '\u0651'],
		['parts of a number', '1-'],
		['Arabic decimals', '٠٫'],
		['articles', 'الفصل 607-3 '],
		['words of the law', 'loi '],
		['nested groups', '((a+)+)+$'],
		['halves of characters', '\ud800'],
		['spaces', ' '],
	])('1,000,000 characters of %s are no more work than a few hundred', async (_, part) => {
		const count = (length: number) => {
			const query = part.repeat(length).slice(0, length)
			return countCalls(() => ask(query))
		}
		expect(await count(1_000_000)).toBeLessThanOrEqual(2 * (await count(500)))
	})
})
