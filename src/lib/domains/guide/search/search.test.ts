import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { countCalls } from '../../../../../tests/support/work.ts'
import { createSearchIndex, loadSearchIndex, toSearchJson, type SearchDocument } from './search-index.ts'
import type { Lexicon } from './lexicon.ts'
import { dropNoise, search, type SearchAnswer } from './search.ts'
import { withVocabulary } from './vocabulary.ts'

const page = (topic: string, audience: SearchDocument['audience'], title: string): SearchDocument => ({
	topic,
	audience,
	lang: 'fr',
	title,
	summary: '',
	text: title,
	raisesHelpPanel: topic === 'sexual-extortion',
})

const documents: SearchDocument[] = [
	page('sexual-extortion', 'teens', 'On me menace avec mes images'),
	page('sexual-extortion', 'parents', 'Mon enfant est menacé'),
	page('passwords', 'teens', 'Choisir un mot de passe'),
	page('passwords', 'teachers', 'Les mots de passe en classe'),
	page('parental-controls', 'parents', 'Régler le contrôle parental'),
	page('scams', 'teens', 'Une arnaque, un faux gain'),
]

const lexicon: Lexicon = {
	topics: {
		'sexual-extortion': { phrases: [{ source: 'test', words: ['kayhddni b tsawri', 'ⴰⵔ ⵉⵢⵉ ⵉⵙⵙⵉⵡⵉⴷ'] }] },
		passwords: { phrases: [{ source: 'test', words: ['nsit mot de passe', 'forgot my password'] }] },
		'parental-controls': { phrases: [{ source: 'test', words: ['contrôle parental', 'bloquer un site'] }] },
		malware: { nearest: ['hacked-account', 'scams'], phrases: [{ source: 'test', words: ['antivirus'] }] },
	},
	audiences: { parents: ['wldi', 'my son'], teachers: ['tlamdi', 'mes élèves'] },
	helpTriggers: ['bghit nmout'],
}

const index = createSearchIndex(documents, lexicon)
const first = (query: string): string | undefined => search(index, query).results[0]?.topic

describe('search()', () => {
	test('finds one topic in Arabizi, Arabic script, Tifinagh, Latin Tamazight and texted French', () => {
		for (const query of [
			'kayheddedni b tsawri',
			'كيهددني بتصاوري',
			'ⴰⵔ ⵉⵢⵉ ⵉⵙⵙⵉⵡⵉⴷ',
			'ar iyi issiwid',
			'on me menasse',
		]) {
			expect(first(query), query).toBe('sexual-extortion')
		}
		expect(first('mdp oublié')).toBe('passwords')
		expect(first('pasword')).toBe('passwords')
	})
	test('shows the nearest topic for one that has no page', () => {
		expect(first('antivirus')).toBe('scams')
	})
	test('chooses the page of who asks, and parents for parental controls', () => {
		expect(search(index, 'wldi kayhddouh b tsawri').results[0]?.audience).toBe('parents')
		expect(search(index, 'mes élèves et les mots de passe').results[0]?.audience).toBe('teachers')
		expect(search(index, 'kayhddni b tsawri').results[0]?.audience).toBe('teens')
		expect(search(index, 'contrôle parental').results[0]?.audience).toBe('parents')
	})
	test('raises the help panel for a helped topic and for a trigger that no topic knows', () => {
		expect(search(index, 'kayhddni b tsawri f menace').helpPanel).toBe(true)
		expect(search(index, 'bghit nmout').helpPanel).toBe(true)
		expect(search(index, 'mot de passe').helpPanel).toBe(false)
	})
	test('finds nothing for nothing', () => {
		for (const query of ['', '   ', '؟؟', '漢字', '\u202e\u0000']) {
			expect(search(index, query), query).toEqual({
				results: [],
				helpPanel: false,
				heard: undefined,
				isSure: false,
			})
		}
		expect(search(index, 'tajine aux pruneaux')).toMatchObject({ helpPanel: false, isSure: false })
	})
	test('never throws, whatever is typed', () => {
		const text = fc.oneof(
			fc.string({ unit: 'binary', maxLength: 10_000 }),
			fc.string({ unit: 'grapheme', maxLength: 2_000 }),
			fc
				.array(fc.constantFrom('ma', 'ما', 'كي', '3', 'x', '\u202e', '\u0000', 'ⵯ', ' ', 'ch', '\ud800'))
				.map((parts) => parts.join('')),
		)
		fc.assert(fc.property(text, (query) => search(index, query).results.length <= 8))
	})
	test('reads only the beginning of a very long query', async () => {
		const ask = (times: number) => {
			const query = 'kayhddni b tsawri '.repeat(times)
			return countCalls(() => search(index, query))
		}
		expect(await ask(60_000)).toBeLessThanOrEqual(1.1 * (await ask(20)))
		expect(search(index, `${'a '.repeat(2_000)} mot de passe`).results).toEqual([])
	})
})

describe('dropNoise()', () => {
	const shown = (scores: Readonly<Record<string, number>>, situation?: string): string[] => {
		const results = Object.entries(scores).map(([topic, score]) => ({
			topic,
			audience: 'teens' as const,
			score,
		}))
		const heard = situation === undefined ? undefined : { situations: [situation], asker: 'teen' as const }
		const answer: SearchAnswer = { results, heard, helpPanel: heard !== undefined, isSure: true }
		const danger = { ...index.danger, troubles: ['scammed'] }
		return dropNoise({ ...index, danger }, answer).map(({ topic }) => topic)
	}
	test('ends a list where the scores fall', () => {
		expect(shown({ scams: 0.7, passwords: 0.4, 'parental-controls': 0.3 })).toEqual(['scams', 'passwords'])
	})
	test('a trouble is a subject like any other: its page stays and stays first', () => {
		expect(shown({ scams: 0.5, 'sexual-extortion': 0.4, passwords: 0.3 }, 'scammed')).toEqual([
			'scams',
			'sexual-extortion',
			'passwords',
		])
	})
	test('beside harm that was heard no page stands by chance, and what the words fit best is never lost', () => {
		expect(shown({ scams: 0.5, passwords: 0.4, 'sexual-extortion': 0.3 }, 'threatened')).toEqual([
			'scams',
			'sexual-extortion',
		])
		expect(shown({ scams: 0.5, passwords: 0.4 }, 'threatened')).toEqual(['scams'])
	})
	test('harm that fits nearly as well stands first where harm was heard', () => {
		const scores = { scams: 0.7, passwords: 0.65, 'sexual-extortion': 0.5 }
		expect(shown(scores, 'threatened')).toEqual(['sexual-extortion', 'scams', 'passwords'])
	})
	test('shows nothing of nothing', () => {
		expect(shown({}, 'threatened')).toEqual([])
	})
})

test('loadSearchIndex() answers as the index that was written', () => {
	const loaded = loadSearchIndex(toSearchJson(index), index.danger)
	for (const query of ['kayhddni', 'mdp', 'wldi', 'tsawri'])
		expect(search(loaded, query)).toEqual(search(index, query))
})

test('indexes that are opened together share their words and answer as if they were alone', () => {
	const other = createSearchIndex([page('scams', 'teens', 'Un mot de passe kayhddni')], {
		topics: {},
		audiences: {},
		helpTriggers: [],
	})
	const [, second] = withVocabulary(() =>
		[other, index].map((one) => loadSearchIndex(toSearchJson(one), one.danger)),
	)
	if (!second) throw new Error('two were opened')
	for (const query of ['kayhddni', 'mot de pase', 'wldi arnaqe', 'tsawri'])
		expect(search(second, query)).toEqual(search(index, query))
})

test('vowel marks change nothing that is found: a page with them makes the index of the page without', () => {
	const of = (title: string): string =>
		toSearchJson(
			createSearchIndex([page('scams', 'children', title)], { topics: {}, audiences: {}, helpTriggers: [] }),
		)
	expect(of('هَدِيَّةٌ كَبِيرَةٌ جِدًّا؟ أَسْأَلُ أَوَّلًا، هٰذَا فَخٌّ')).toBe(of('هدية كبيرة جدا؟ أسأل أولا، هذا فخ'))
})
