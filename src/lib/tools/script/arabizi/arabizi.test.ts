import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
	expandShortFrench,
	foldText,
	getConsonantKey,
	getFrenchKey,
	getLooseKey,
	getStemKeys,
	getVowelKey,
	isFunctionWord,
	splitWords,
	toSkeleton,
} from './index.ts'

const consonants = (word: string): string => getConsonantKey(toSkeleton(foldText(word)))
const vowels = (word: string): string => getVowelKey(toSkeleton(foldText(word)))
const anyText = fc.oneof(
	fc.string({ unit: 'binary', maxLength: 300 }),
	fc.string({ unit: 'grapheme', maxLength: 300 }),
)

describe('foldText()', () => {
	test('drops harakat, tatweel, bidi marks, accents and case', () => {
		expect(foldText('كَيـهَـدِّدني')).toBe('كيهددني')
		expect(foldText('\u202bHARCELÉ\u202c')).toBe('harcele')
		expect(foldText('أإبلاغ')).toBe('ااب' + 'لاغ')
	})
	test('reads stretched letters, o written as zero, Arabic-Indic digits', () => {
		expect(foldText('bzaaaaaf')).toBe('bzaf')
		expect(foldText('p0rn')).toBe('porn')
		expect(foldText('٢٥١١')).toBe('2511')
	})
	test('changes nothing the second time', () => {
		fc.assert(
			fc.property(anyText, (text) => foldText(foldText(text)) === foldText(text)),
			{ numRuns: 500 },
		)
	})
})

describe('splitWords()', () => {
	test('splits at apostrophes, reads dotted digits as letters', () => {
		expect(splitWords("L'école, كيـهـددني")).toEqual(['l', 'ecole', 'كيهددني'])
		expect(splitWords("7'ayf 3'adi")).toEqual(['khayf', 'ghadi'])
		expect(splitWords('؟!… \u0000')).toEqual([])
	})
})

describe('keys', () => {
	test('consonant key is the same for every spelling of a word', () => {
		for (const word of ['kayhddni', 'kayhdedni', 'kayheddedni', 'kihddni']) {
			expect(consonants(word)).toBe(consonants('كيهددني'))
		}
		expect(consonants('ghadi')).toBe(consonants('4adi'))
		expect(consonants('wakha')).toBe(consonants('wa5a'))
		expect(consonants('lflous')).not.toBe(consonants('tsawri'))
	})
	test('vowel key keeps short words apart', () => {
		expect(vowels('khayf')).toBe(vowels('خايف'))
		expect(vowels('3eyit')).toBe(vowels('عييت'))
		expect(vowels('fik')).not.toBe(vowels('fok'))
	})
	test('th, dh and separated k+h are not digraphs', () => {
		expect(toSkeleton('kathddni')).toBe('kathddni')
		expect(toSkeleton('kayhreb')).toBe('kayhreb')
	})
	test('loose key forgives a dropped ع, and g for ق', () => {
		expect(getLooseKey(toSkeleton('3la9tna'))).toBe(getLooseKey(toSkeleton('alagtna')))
	})
	test('stem keys meet across present, future, negation and the bare verb', () => {
		const stems = (word: string): string[] => [consonants(word), ...getStemKeys(toSkeleton(word))]
		const meet = (a: string, b: string): boolean => stems(a).some((key) => stems(b).includes(key))
		expect(meet('kayhddni', 'yhddni')).toBe(true)
		expect(meet('ghaynchr', 'ynchrouh')).toBe(true)
		expect(meet('makayhdrouch', 'kayhdrou')).toBe(true)
		expect(meet('لفلوس', 'lflous')).toBe(true)
	})
})

describe('French', () => {
	test('meets by sound, endings dropped', () => {
		expect(getFrenchKey('harcele')).toBe(getFrenchKey('arceler'))
		expect(getFrenchKey('photos')).toBe(getFrenchKey('foto'))
		expect(getFrenchKey('menacent')).toBe(getFrenchKey('menace'))
		expect(getFrenchKey('ok')).toBe('')
	})
	test('reads texted words', () => {
		expect(expandShortFrench('mdp')).toEqual(['mot', 'de', 'passe'])
		expect(expandShortFrench('bonjour')).toEqual([])
	})
	test('knows function words in both scripts', () => {
		expect(['dyali', 'ديالي', 'avec', 'the'].every(isFunctionWord)).toBe(true)
		expect(isFunctionWord('tsawri')).toBe(false)
	})
})

test('no key function throws on any word', () => {
	fc.assert(
		fc.property(anyText, (text) => {
			for (const word of splitWords(text)) {
				const skeleton = toSkeleton(word)
				expect(getStemKeys(skeleton).length).toBeLessThanOrEqual(6)
				getConsonantKey(skeleton)
				getVowelKey(skeleton)
				getLooseKey(skeleton)
				getFrenchKey(word)
			}
		}),
	)
})
