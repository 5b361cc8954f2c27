import { locales, getLanguage } from '#base'
import { menu } from '#ui/page-frame'
import { createWords } from '#ui/words'
import { describe, expect, test } from 'vitest'
import { listPages } from './search-pages.ts'
import { searchThings, thingKinds } from './search-things.ts'

const find = (query: string, locale: (typeof locales)[number]): string[] =>
	searchThings(query, getLanguage(locale)).map(({ address }) => address)

describe.each(locales)('in %s', (locale) => {
	const { t } = createWords(locale)
	// Who asks for help is answered above the things, with numbers to call.
	const links = menu.flatMap((group) => group.links).filter(([path]) => path !== 'search' && path !== 'help')

	test.each(links)('%s of the menu is among the first three by its name', (path, name) => {
		expect(find(t(name), locale).slice(0, 3)).toContain(path)
	})

	test('every page that stands once is found by its name', () => {
		const missed = listPages(locale).filter(
			({ title, address }) => address !== 'help' && !find(title, locale).slice(0, 3).includes(address),
		)
		expect(missed.map(({ title, address }) => [title, address])).toEqual([])
	})
})

test.each([
	['jeu najma', 'fr', 'children/derb'],
	['لعبة', 'ar', 'children/derb'],
	['mot de passe', 'fr', 'tools/password'],
	['password', 'en', 'tools/password'],
	['signaler anonyme', 'fr', 'report'],
	['صندوق الجواب', 'ar', 'mailbox'],
	['film', 'fr', 'children/loops'],
	['تبليغ', 'ar', 'report'],
	['irban', 'zgh', 'children'],
] as const)('%s in %s leads to %s', (query, locale, address) => {
	expect(find(query, locale).slice(0, 3)).toContain(address)
})

test('a query that names nothing finds none of them', () => {
	for (const query of ['zzzzqqq', 'bonjour', 'weather tomorrow']) expect(find(query, 'fr')).toEqual([])
})

test('each kind has its chip', () => {
	const kinds = new Set(listPages('fr').map(({ kind }) => kind))
	expect([...kinds].filter((kind) => !thingKinds.includes(kind))).toEqual([])
})
