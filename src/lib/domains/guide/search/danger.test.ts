import { brotliCompressSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
	dangerSets,
	laterSet,
	readDangerBook,
	readDangerQueries,
	readHelpSituations,
	unseenSet,
} from '../../../../../tests/support/danger-queries.ts'
import { getVariants } from '../../../../../tests/support/query-variants.ts'
import { readDocuments, readLexicon } from '../../../../../tests/support/search-content.ts'
import { openDangerBook, sortDangerBook, type DangerBook } from './danger-book.ts'
import { hearDanger } from './danger.ts'
import {
	createSearchIndex,
	loadDanger,
	loadKeptDanger,
	toDangerJson,
	toKeptDangerJson,
} from './search-index.ts'
import { search } from './search.ts'

const book: DangerBook = {
	words: { family: '=baba, mon pere, =mon oncle', hit: '~ضربني, me frapp*, hits me' },
	hears: {
		'hurt-at-home': ['@family + @hit', 'm enferm*'],
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
	troubles: [],
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
	test('hears a word with a vowel less, a letter twice or wrong, French without its apostrophe, a verb with its negation', () => {
		for (const query of [
			'mon pere me frrappe',
			'suicyde',
			'suicde',
			'mon oncle menferme',
			'baba makaydrebnich',
		])
			expect(hear(query).length, query).toBeGreaterThan(0)
		expect(hearDanger(ears, 'suicidf', (word) => word === 'suicidf').situations).toEqual([])
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
	const { hears, topics, troubles, sense } = readDangerBook()
	const heard = [...Object.keys(hears).flatMap((key) => key.split(' ')), ...(sense?.names ?? [])]
	const named = [...heard, ...Object.values(topics).flat(), ...troubles]
	for (const id of named) expect(ids).toContain(id)
})

const index = createSearchIndex(readDocuments('fr'), readLexicon())
const isHeard = (query: string): boolean => search(index, query).helpPanel

describe.each(dangerSets)('the %s set of danger queries', (set) => {
	const queries = readDangerQueries(set)
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

test('what the list says, and nothing besides, is heard whatever the sense thinks of it', () => {
	const { sense: _, ...bare } = readDangerBook()
	const withoutSense = { ...index, danger: openDangerBook(bare) }
	const typed = Object.values(bare.hears)
		.flat()
		.filter((line) => !/[@+*]/u.test(line))
		.map((line) => line.replaceAll(/[=~]/gu, '').trim())
	const known = typed.filter((query) => search(withoutSense, query).heard)
	expect(known.length).toBeGreaterThan(1_900)
	expect(known.filter((query) => !isHeard(query))).toEqual([])
})

test('of queries that nothing was changed for, as many are heard as when they were first asked', () => {
	const answers = readDangerQueries(unseenSet).map((query) => ({
		...query,
		heard: search(index, query.q).heard,
	}))
	const danger = answers.filter(({ hears }) => hears.length > 0)
	const harmless = answers.filter(({ hears }) => hears.length === 0)
	const missed = danger.filter(({ heard }) => !heard)
	const unnamed = danger.filter(({ hears, heard }) => !hears.some((id) => heard?.situations.includes(id)))
	const alarms = harmless.filter(({ heard }) => heard)
	expect([danger.length, harmless.length]).toEqual([240, 240])
	expect(missed.length, missed.map(({ q }) => q).join('\n')).toBeLessThanOrEqual(7)
	expect(unnamed.length, unnamed.map(({ q }) => q).join('\n')).toBeLessThanOrEqual(29)
	expect(alarms.length, alarms.map(({ q }) => q).join('\n')).toBeLessThanOrEqual(11)
})

describe.each(['ary-arab', 'ary-latn', 'fr', 'en'])(
	'people who long had no answer of their own, in %s',
	(lang) => {
		const queries = readDangerQueries(laterSet).filter((query) => query.lang === lang)

		test('are heard, each with their own situation among those that are named', () => {
			expect(queries.length).toBeGreaterThan(2)
			const answers = queries.map(({ q, hears }) => ({ q, hears, heard: search(index, q).heard }))
			const wrong = answers.filter(({ hears, heard }) => !hears.some((id) => heard?.situations.includes(id)))
			expect(wrong.map(({ q, heard }) => `${q} (${heard?.situations.join(', ') ?? ''})`)).toEqual([])
		})
	},
)

describe('queries of all sets, spelt as others would spell them', () => {
	// One of three: all of them say the same and take a minute.
	const queries = dangerSets
		.flatMap(readDangerQueries)
		.map((query, seed) => ({ ...query, seed }))
		.filter(({ seed }) => seed % 3 === 0)
	const spell = ({ q, seed }: (typeof queries)[number]): string[] => getVariants(q, seed)

	test('of 100 variants of what is heard, 96 are heard', () => {
		const variants = queries.filter(({ q, hears }) => hears.length > 0 && isHeard(q)).flatMap(spell)
		const missed = variants.filter((query) => !isHeard(query))
		expect(variants.length).toBeGreaterThan(600)
		expect(missed.length / variants.length, missed.join('\n')).toBeLessThanOrEqual(0.04)
	})
	test('of 100 variants of what is harmless, 5 at most raise the panel', () => {
		const variants = queries.filter(({ hears }) => hears.length === 0).flatMap(spell)
		expect(variants.filter(isHeard).length / variants.length).toBeLessThanOrEqual(0.05)
	})
})

test('the danger list with its sense weighs at most 80 KB for a browser', () => {
	expect(brotliCompressSync(toDangerJson(readDangerBook())).length).toBeLessThanOrEqual(80_000)
})

test('the danger list hears the same as the browser and as the server keep it', () => {
	const list = readDangerBook()
	for (const made of [loadDanger(toDangerJson(list)), loadKeptDanger(toKeptDangerJson(list))])
		for (const query of ['baba kaydrebni', 'mon compte est piraté', 'ⵓⴽⵔⵏ ⵉⵢⵉ ⴰⵎⵉⴹⴰⵏ', 'recette de crêpes'])
			expect(hearDanger(made, query)).toEqual(hearDanger(index.danger, query))
})
