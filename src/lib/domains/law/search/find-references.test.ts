import { describe, expect, test } from 'vitest'
import { readLaw, isRight, readLawLexicon } from '../../../../../tests/support/law-search.ts'
import { writeInstruments, writeProvisions } from '../../../../../tests/support/law-writings.ts'
import { findReferences } from './find-references.ts'
import { createNumberIndex } from './number-index.ts'

const law = readLaw()
const lexicon = readLawLexicon()
const index = createNumberIndex(law, lexicon)
const find = (query: string): string[] => findReferences(index, query).found.map(({ id }) => id)

describe('findReferences()', () => {
	const writings = [...writeProvisions(law), ...writeInstruments(law)]

	test('finds every article and every law first, in every writing', () => {
		const wrong = writings.filter((writing) => !isRight(writing, findReferences(index, writing.q).found))
		expect(writings.length).toBeGreaterThan(120_000)
		expect(wrong.map(({ q, want }) => `${q} → ${want}`).slice(0, 20)).toEqual([])
	})

	test('the writings ask for every article of the corpus and every law that has a number', () => {
		const asked = new Set(writings.flatMap(({ want, all = [] }) => [want, ...all]))
		const articles = law.provisions.filter(({ variantOf }) => variantOf === undefined)
		const numbered = law.instruments.filter(({ number }) => number !== null)
		expect([...articles, ...numbered].filter(({ id }) => !asked.has(id)).map(({ id }) => id)).toEqual([])
	})

	test('shows an article under other conditions behind the article itself', () => {
		for (const { id, variantOf, article } of law.provisions.filter(({ variantOf }) => variantOf)) {
			const found = find(`article ${article} du code pénal`)
			expect(found[0], id).toBe(variantOf)
			expect(found, id).toContain(id)
		}
	})

	test('hears every name that the search words give a text', () => {
		for (const [id, names] of Object.entries(lexicon.names))
			for (const name of names) expect(findReferences(index, `${name} 1`).named, name).toContain(id)
	})

	test('a name of three letters is no text in a sentence without a number', () => {
		expect(findReferences(index, 'mon pc est lent').named).toEqual([])
		expect(find('cp 607-3')).toEqual(['pc-607-3', 'ma-penal-code'])
	})

	test('an age, a price, a code by telephone are no article', () => {
		for (const query of ["j'ai 15 ans et on me menace", 'chrit b 12.50 dh', '3tit lih code dyal 6 ar9am'])
			expect(findReferences(index, query), query).toMatchObject({ found: [], isTold: false })
	})

	test('says which number no record holds, and still shows the text that was named', () => {
		expect(findReferences(index, 'article 9999 du code pénal')).toMatchObject({
			found: [{ id: 'ma-penal-code' }],
			missing: ['9999'],
		})
		expect(findReferences(index, 'loi 99-99')).toMatchObject({ found: [], missing: ['99-99'] })
	})

	test('understands an article printed the other way round and two articles at once', () => {
		expect(find('الفصل 2-503')[0]).toBe('pc-503-2')
		expect(find('articles 607-3 et 607-5').slice(0, 2)).toEqual(['pc-607-3', 'pc-607-5'])
	})

	test('an instrument without records of its articles is itself the answer', () => {
		expect(find('Lanzarote')).toEqual(['coe-201'])
		expect(find('القانون 07-03')).toEqual(['ma-law-07-03'])
	})
})

test('every text and situation that the search words name exists', () => {
	const instruments = new Set(law.instruments.map(({ id }) => id))
	const situations = law.situations.map(({ id }) => id)
	const named = [lexicon.first, ...Object.keys(lexicon.names), ...Object.keys(lexicon.numbers)]
	expect(named.filter((id) => !instruments.has(id))).toEqual([])
	expect(Object.keys(lexicon.situations).sort()).toEqual([...situations].sort())
	expect(
		Object.values(lexicon.nearest)
			.flat()
			.filter((id) => !situations.includes(id)),
	).toEqual([])
})
