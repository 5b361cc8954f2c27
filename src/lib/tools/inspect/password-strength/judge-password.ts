import { type DictionaryMatch, type MatchExtended, ZxcvbnFactory } from '@zxcvbn-ts/core'
import { phoneMatcher } from './phone-number.ts'
import { keyboards, wordLists } from './word-lists.ts'

/** Parts of a password that others would try early. */
export type Weakness =
	| 'common'
	| 'name'
	| 'place'
	| 'word'
	| 'phone'
	| 'date'
	| 'year'
	| 'keyboard'
	| 'repeat'
	| 'sequence'
	| 'swapped-letters'
	| 'backwards'
	| 'only-digits'
	| 'short'

export type Judgement = {
	/** Order of magnitude of the guesses someone would need who knows how people choose: 6 is a million. An estimate. */
	magnitude: number
	/** Number of its characters. */
	length: number
	weaknesses: readonly Weakness[]
}

/** Time grows with the length, and what is longer than this is long enough. */
const longest = 100

const short = 10

const estimator = new ZxcvbnFactory(
	{ dictionary: wordLists, graphs: keyboards, maxLength: longest },
	{ phone: phoneMatcher },
)

const names = new Set([...wordLists['name-ma'], ...wordLists['name-ar'], ...wordLists['name-fr']])
const places = new Set(wordLists['place-ma'])

const ofWord = ({ matchedWord, dictionaryName }: DictionaryMatch): Weakness => {
	// A name is also among the most used passwords; that it is a name says more to its owner.
	if (places.has(matchedWord)) return 'place'
	if (names.has(matchedWord)) return 'name'
	if (dictionaryName === 'common') return 'common'
	return dictionaryName.startsWith('name') ? 'name' : 'word'
}

const isWord = (match: MatchExtended): match is DictionaryMatch => match.pattern === 'dictionary'

const patterns: Readonly<Record<string, Weakness>> = {
	phone: 'phone',
	date: 'date',
	regex: 'year',
	spatial: 'keyboard',
	repeat: 'repeat',
	sequence: 'sequence',
	wordSequence: 'sequence',
}

const toWeaknesses = (match: MatchExtended): Weakness[] => {
	if (!isWord(match)) {
		const weakness = patterns[match.pattern]
		return weakness ? [weakness] : []
	}
	// Two letters that happen to be a word explain nothing.
	if (match.token.length < 3) return []
	return [
		ofWord(match),
		...(match.l33t ? ['swapped-letters' as const] : []),
		...(match.reversed ? ['backwards' as const] : []),
	]
}

/** Other writings of the same letters are one: full width, digits of the Arab East and of Persia, Arabic vowel marks. */
const toPlain = (password: string): string =>
	password
		.normalize('NFKC')
		.replace(/[\u0660-\u0669\u06f0-\u06f9]/gu, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf))
		.replace(/[\u064b-\u065f\u0670\u0640]/gu, '')

/** Judges a password as someone would who has to guess it. Nothing is kept: values in, values out. */
export const judgePassword = (password: string): Judgement => {
	const plain = toPlain(password).slice(0, longest)
	const { guessesLog10, sequence } = estimator.check(plain)
	const length = Array.from(password).length
	const weaknesses = new Set(sequence.flatMap(toWeaknesses))
	if (/^[\d\s.+-]+$/u.test(plain)) weaknesses.add('only-digits')
	if (length < short) weaknesses.add('short')
	return { magnitude: guessesLog10, length, weaknesses: [...weaknesses] }
}
