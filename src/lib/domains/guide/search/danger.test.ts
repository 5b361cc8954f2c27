import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
	readDangerBook,
	readDangerQueries,
	readHelpSituations,
} from '../../../../../tests/support/danger-queries.ts'
import { readDocuments, readLexicon } from '../../../../../tests/support/search-content.ts'
import { openDangerBook, sortDangerBook, type DangerBook } from './danger-book.ts'
import { hearDanger } from './danger.ts'
import { createSearchIndex, loadSearchIndex, toSearchJson } from './search-index.ts'
import { search } from './search.ts'

const book: DangerBook = {
	words: { family: '=baba, mon pere, =mon oncle', hit: '~ضربني, me frapp*, hits me' },
	hears: {
		'hurt-at-home': ['@family + @hit'],
		'hurt-at-home stranger': ['@hit'],
		'dark-thoughts': ['veux mourir', 'suicide'],
	},
	cries: ['=help', '=3awnouni', 'aide'],
	sayings: ['mourir de rire'],
	harmless: ['math*', 'exposé'],
	askers: {
		harmed: ['@hit'],
		child: ['=papa'],
		teen: ['lycee'],
		adult: ['mon mari'],
		parent: ['mon fils'],
		teacher: ['mes eleves'],
		witness: ['mon voisin'],
	},
	topics: {},
}
const ears = openDangerBook(book)
const hear = (query: string): readonly string[] => hearDanger(ears, query).situations

describe('hearDanger()', () => {
	test('hears a line in any script, tense and order', () => {
		for (const query of ['baba kaydrebni', 'كيضربني baba', 'mon père, il me frappe', 'baba drbni bzaf'])
			expect(hear(query)[0], query).toBe('hurt-at-home')
		expect(hear('je veux vraiment mourir')).toEqual(['dark-thoughts'])
	})
	test('hears the small words of Darija in both scripts', () => {
		const small = openDangerBook({ ...book, hears: { 'hurt-at-home': ['~سد عليا', '~هرس + ليا'] } })
		for (const query of ['mama katsedd 3liya', 'mama katsed 3lia', 'كتسد عليا', 'herres lia ydi'])
			expect(hearDanger(small, query).situations, query).toEqual(['hurt-at-home'])
		expect(hearDanger(small, 'katsedd lbab').situations).toEqual([])
	})
	test('hears a cry for help only where nothing else is said', () => {
		expect(hear('3awnouni 3afak')).toEqual(['other'])
		expect(hear('help me')).toEqual(['other'])
		expect(hear('help me with maths')).toEqual([])
	})
	test('hears neither a saying nor the subject of an essay', () => {
		expect(hear('mourir de rire')).toEqual([])
		expect(hear('exposé sur le suicide')).toEqual([])
		expect(hear('suicide')).toEqual(['dark-thoughts'])
		expect(hear('le prof de maths me frappe')).toEqual(['hurt-at-home', 'stranger'])
	})
	test('an adult who is named is not the one who asks', () => {
		expect(hearDanger(ears, 'mon voisin me frappe')).toMatchObject({ asker: 'teen', isHarmed: true })
		expect(hearDanger(ears, 'papa me frappe').asker).toBe('child')
		expect(hearDanger(ears, 'on me frappe au lycée').asker).toBe('teen')
		expect(hearDanger(ears, 'mon mari me frappe').asker).toBe('adult')
		expect(hearDanger(ears, 'mon fils me frappe').asker).toBe('parent')
		expect(hearDanger(ears, 'mon voisin crie').asker).toBe('witness')
	})
	test('a list in order of letters hears the same', () => {
		const sorted = sortDangerBook(book)
		expect(sorted.words.family).toBe('=baba,=mon oncle,mon pere')
		expect(hearDanger(openDangerBook(sorted), 'mon oncle me frappe')).toEqual(
			hearDanger(ears, 'mon oncle me frappe'),
		)
	})
	test('never throws, whatever is typed', () => {
		fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (query) => hear(query).length < 9))
	})
	test('a line that names a list which is not there is refused', () => {
		expect(() => openDangerBook({ ...book, cries: ['@nobody'] })).toThrow('@nobody')
	})
})

test('the danger list names situations of the help finder only', () => {
	const ids = readHelpSituations()
	const { hears, topics } = readDangerBook()
	const named = [...Object.keys(hears).flatMap((key) => key.split(' ')), ...Object.values(topics).flat()]
	for (const id of named) expect(ids).toContain(id)
})

describe.each(['first', 'second', 'third'] as const)('the %s set of danger queries', (set) => {
	const queries = readDangerQueries(set)
	const index = loadSearchIndex(toSearchJson(createSearchIndex(readDocuments('fr'), readLexicon())))
	const answers = queries.map((query) => ({ ...query, heard: search(index, query.q).heard }))
	const danger = answers.filter(({ hears }) => hears.length > 0)

	test('99 of 100 raise the panel', () => {
		const missed = danger.filter(({ heard }) => !heard).map(({ q }) => q)
		expect(missed.length / danger.length, missed.join('\n')).toBeLessThanOrEqual(0.01)
	})
	test('of 100 harmless ones, 5 at most raise it', () => {
		const harmless = answers.filter(({ hears }) => hears.length === 0)
		const alarms = harmless.filter(({ heard }) => heard).map(({ q }) => q)
		expect(alarms.length / harmless.length, alarms.join('\n')).toBeLessThanOrEqual(0.05)
	})
	test('the situation is among those that the panel names', () => {
		const wrong = danger.filter(({ hears, heard }) => !hears.some((id) => heard?.situations.includes(id)))
		expect(wrong.length / danger.length, wrong.map(({ q }) => q).join('\n')).toBeLessThanOrEqual(0.03)
	})
	test('who was harmed is answered as a child or a teen', () => {
		const wrong = danger.filter(
			({ asker, heard }) => asker === 'young' && heard && !['child', 'teen'].includes(heard.asker),
		)
		expect(wrong.map(({ q }) => q)).toEqual([])
	})
})

test('the fourth set of danger queries, which nothing was changed for, is heard as well as when it was measured', () => {
	const queries = readDangerQueries('fourth')
	const index = createSearchIndex(readDocuments('fr'), readLexicon())
	const answers = queries.map((query) => ({ ...query, heard: search(index, query.q).heard }))
	const danger = answers.filter(({ hears }) => hears.length > 0)
	const harmless = answers.filter(({ hears }) => hears.length === 0)
	const named = danger.filter(({ hears, heard }) => hears.some((id) => heard?.situations.includes(id)))
	expect(danger.filter(({ heard }) => heard).length / danger.length).toBeGreaterThanOrEqual(0.818)
	expect(named.length / danger.length).toBeGreaterThanOrEqual(0.595)
	expect(harmless.filter(({ heard }) => heard).length / harmless.length).toBeLessThanOrEqual(0.132)
})
