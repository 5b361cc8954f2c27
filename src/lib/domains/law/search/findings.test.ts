import { expect, test } from 'vitest'
import { languages, type Language } from '#base'
import { makeLawIndex, readLaw } from '../../../../../tests/support/law-search.ts'
import type { LawSearchIndex } from './law-search-index.ts'
import { findByNumber, findInLaw } from './findings.ts'

const law = readLaw()
const indexes = Object.fromEntries(
	languages.map((language) => [language, makeLawIndex(law, language)]),
) as Record<Language, LawSearchIndex>

test.each(languages)('findInLaw() names article and text in %s or the nearest language', (language) => {
	const { exact, isTold, isMissing } = findInLaw(law, indexes[language], { query: 'CP 607-3', language })
	const shown = language === 'zgh' ? 'ar' : language
	expect(exact).toMatchObject([
		{
			kind: 'provision',
			id: 'pc-607-3',
			article: '607-3',
			instrument: 'ma-penal-code',
			title: { language: shown },
		},
		{ kind: 'instrument', id: 'ma-penal-code', name: { language: shown } },
	])
	expect({ isTold, isMissing }).toEqual({ isTold: true, isMissing: false })
})

test('findInLaw() says that a number is in no record, and that nothing was found', () => {
	expect(findInLaw(law, indexes.fr, { query: 'loi 99-99', language: 'fr' })).toMatchObject({
		isMissing: true,
		isNothing: true,
	})
	expect(findInLaw(law, indexes.fr, { query: '', language: 'fr' })).toMatchObject({
		isMissing: false,
		isNothing: true,
	})
	expect(findInLaw(law, indexes.fr, { query: 'article 9999 du code pénal', language: 'fr' })).toMatchObject({
		exact: [{ id: 'ma-penal-code' }],
		isMissing: true,
		isNothing: false,
	})
})

test('findByNumber() answers a number as the whole search does, and words not at all', () => {
	for (const query of ['607-3', 'القانون 07-03', 'code pénal', 'article 4 loi 09-08']) {
		const { exact, isTold } = findInLaw(law, indexes.ar, { query, language: 'ar' })
		expect(findByNumber(law, indexes.ar.numbers, { query, language: 'ar' }), query).toEqual({
			exact,
			isTold,
			isOnly: true,
		})
	}
	expect(findByNumber(law, indexes.ar.numbers, { query: '607-3 kayhddni', language: 'ar' }).isOnly).toBe(
		false,
	)
	expect(findByNumber(law, indexes.ar.numbers, { query: 'kayhddni b tsawri', language: 'ar' }).exact).toEqual(
		[],
	)
})
