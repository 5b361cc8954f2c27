import { describe, expect, test } from 'vitest'
import { languages } from '#base'
import { site } from '../../messages/site/index.ts'
import { checkSafety } from '../../src/lib/domains/guide/index.ts'
import { readLibrary } from '../support/content.ts'
import { getSiteSafetyTexts } from '../../scripts/safety-site.ts'

/** What the page on leaving quickly says of the history, in this order. */
const leave = {
	ar: { first: 'هذه الصفحة وحدها', later: ['كل شيء دفعة واحدة قد', 'هاتف آخر أأمن'] },
	fr: {
		first: 'Enlève seulement cette page',
		later: ['Tout effacer d’un coup peut se voir', 'Le plus sûr : un autre téléphone'],
	},
	en: {
		first: 'Remove only this page',
		later: ['clearing everything at once can be noticed', 'another phone is safest'],
	},
	zgh: { first: 'ⴽⴽⵙ ⵖⴰⵙ ⵜⴰⵙⵏⴰ ⴰⴷ', later: ['ⵉⵖ ⵜⴽⴽⵙⴷ ⴽⵓⵍⵍⵓ, ⵉⵣⵎⵔ ⴰⴷ ⵉⴱⴰⵏ', 'ⵓⵜⵉⵍⵉⴼⵓⵏ ⵢⴰⴹⵏ ⴰⵢ ⵢⵓⴼⵏ'] },
} as const

/** What a watched person may never read. */
const wipes = {
	ar: ['امسح كل السجل.', 'احذف سجل المتصفح.', 'يُمحى من إعدادات المتصفح.'],
	fr: ['Efface tout l’historique.', 'Efface-le dans les réglages.', 'Efface tout, maintenant.'],
	en: ['Clear your whole browser history.', 'Delete the entire history.', 'Wipe your history.'],
	zgh: ['ⴽⴽⵙ ⴽⵓⵍⵍⵓ ⵍⵉⵙⵜⵓⵔⵉⴽ.', 'ⴽⴽⵙ ⴽⵓⵍⵍⵓ ⵎⴰ ⵜⵥⵕⵉⴷ.'],
} as const

describe.each(languages)('how to leave, in %s', (language) => {
	const words = site[language]['leave-page.keeps-1']
	const texts = getSiteSafetyTexts([])
	const { safety } = readLibrary()

	test('says to remove this page only, that wiping all can be noticed, and that another phone is safest', () => {
		const { first, later } = leave[language]
		expect(words).toContain(first)
		for (const one of later) expect(words).toContain(one)
		const places = [first, ...later].map((one) => words.indexOf(one))
		expect(places).toEqual(places.toSorted((one, other) => one - other))
		const faults = checkSafety(safety, texts, []).filter((line) => line.includes('history-not-wiped'))
		expect(faults).toEqual([])
	})

	test('says it on the page that opens from the button, not elsewhere only', () => {
		const cut = texts.map((one) =>
			one.file === `messages/site/${language}.ts`
				? { ...one, words: { site: one.all.replace(words, '') }, all: one.all.replace(words, '') }
				: one,
		)
		expect(checkSafety(safety, cut, ['site']).join('\n')).toContain(
			`history-not-wiped-at-once stands nowhere in ${language}`,
		)
	})

	test.each(wipes[language])('never tells a watched person to empty everything: %s', (advice) => {
		const all = `${site[language]['leave-page.title']}\n${advice}`
		const text = texts.find(({ file }) => file === `messages/site/${language}.ts`)
		if (!text) throw new Error('no words of the site')
		expect(checkSafety(safety, [{ ...text, words: { site: all }, all }], []).join('\n')).toContain('forbids')
	})
})
