import SearchableMap from 'minisearch/SearchableMap'
import { getConsonantKey, getFrenchKey, getVowelKey, toSkeleton } from '#tools/arabizi'
import type { Asker } from '../contact.ts'
import { readWords } from './query-words.ts'

/**
 * What people type in danger, kept in `content/search/danger.yaml`; how it is written stands there.
 * It is heard beside the ranking: whatever the pages say, a line that is said raises the panel.
 */
export type DangerBook = {
	/** Lines by name, a comma between two, to be used as `@name` in the others. */
	words: Readonly<Record<string, string>>
	/** Lines by the situations that they may mean, likeliest first, separated by spaces. */
	hears: Readonly<Record<string, readonly string[]>>
	/** Cries for help: heard only where nothing else is said. */
	cries: readonly string[]
	/** Sayings that sound like danger and mean none: not heard. */
	sayings: readonly string[]
	/** Words of school, kitchen and play: what is only near danger is then no danger. */
	harmless: readonly string[]
	/** Lines that give away who asks. */
	askers: Readonly<Record<Teller, readonly string[]>>
	/** What a topic may mean that the ranking found, likeliest first. */
	topics: Readonly<Record<string, readonly string[]>>
}

/** Who a line gives away; `harmed` says that it was done to the one who asks. */
type Teller = Asker | 'harmed'

/** What stands in one place of a line: a word of the list, or, below 0, the list `-1 - step` of words. */
export type Step = number
/** Parts, each by its place, that must all be said. */
export type Line = readonly number[]

/** The danger list, ready to listen: plain data, so that it is made once, when the product is built. */
export type DangerEars = {
	/** Words of the list by the keys that they are heard by. */
	tokens: Readonly<Record<string, readonly number[]>>
	/** Words that must follow each other; the same words are one part, so that a query is asked for them once. */
	parts: readonly (readonly Step[])[]
	/** Lists of words: places of their parts. */
	groups: readonly (readonly number[])[]
	hears: readonly (readonly [situations: readonly string[], lines: readonly Line[]])[]
	cries: readonly Line[]
	sayings: readonly Line[]
	harmless: readonly Line[]
	askers: Readonly<Record<Teller, readonly Line[]>>
	topics: Readonly<Record<string, readonly string[]>>
}

/** A sound shorter than this names too many words. */
const leastSound = 4

const getSound = (word: string): string => getVowelKey(toSkeleton(word))
const isLatin = (word: string): boolean => /^[a-z\d]+$/u.test(word)

/** No digit of Arabizi stands in it. */
const isPlain = (word: string): boolean => /^[a-z]+$/u.test(word)

/** Two consonants name too many words to be heard without a tense or an object. */
const isLongStem = (stem: string): boolean => stem.replace(/[iu]/gu, '').length > 2

/**
 * Every way to take a sound apart as a verb of somebody else, past or present: `v` with its stem, `m` where the object is me or us
 * (ضرب, كيضربني, katdreb, ydrebna).
 */
const getVerbKeys = (sound: string): string[] => {
	const keys: string[] = []
	for (const start of [/^/u, /^u?[iyt]/u, /^u?[kts][iyt]/u, /^u?k/u, /^u?G[iyt]/u]) {
		if (!start.test(sound)) continue
		const isPast = start.source === '^'
		/** Only after ka- or gha- may the last vowel of -ni be left out: many nouns end so. */
		const isSurelyVerb = /k|G/u.test(start.source)
		const rest = isPast ? sound : sound.replace(start, '').replace(/S$/u, '')
		for (const end of [
			'',
			'u',
			't',
			'it',
			'h',
			'ha',
			'hum',
			'k',
			'uh',
			'un',
			'in',
			'uha',
			'th',
			'tu',
			'i',
			'uk',
		])
			if (rest.endsWith(end) && (!isPast || isLongStem(rest.slice(0, rest.length - end.length))))
				keys.push(`v${rest.slice(0, rest.length - end.length)}`)
		for (const end of ['ni', 'na', 'n', 'uni', 'una', 'un', 'unni', 'unn', 'tni', 'tn', 'ini', 'in'])
			if (
				rest.endsWith(end) &&
				(end.endsWith('n')
					? isSurelyVerb
					: !isPast || end.endsWith('i') || isLongStem(rest.slice(0, rest.length - end.length)))
			)
				keys.push(`m${rest.slice(0, rest.length - end.length)}`)
	}
	return keys
}

/** Small words of Darija, too short to be heard by their sound, as Latin letters write them. */
const smallWords: readonly (readonly [RegExp, string])[] = [
	[/^3[ae]?li?y*a$/u, 'عليا'],
	[/^li?y*a$/u, 'ليا'],
	[/^fi?y*a$/u, 'فيا'],
	[/^bi?y+a$/u, 'بيا'],
	[/^m[ei]?nn?i$/u, 'مني'],
	[/^m3[ae]?ya$/u, 'معايا'],
	[/^3[ae]?lina$/u, 'علينا'],
	[/^3[ae]?ndo$/u, 'عندو'],
]

/** A negation written together with its verb (makatnefssch, مكيحبسش) is read as the verb: the lines say which they mean. */
const withoutNegation = (word: string): string =>
	word.replace(/^m[ae]?([kt].{3,}?|n.{4,}?)(?:ch|sh|x)i?$/u, '$1').replace(/^ما?([كتين].{3,})ش$/u, '$1')

const getOwnSpellings = (word: string): string[] => {
	if (isLatin(word))
		return [
			word,
			withoutNegation(word),
			word.replace(/^[dbf]?l(?=[^aeiouyh])/u, ''),
			...smallWords.filter(([latin]) => latin.test(word)).map(([, arabic]) => arabic),
		]
	return [
		word,
		withoutNegation(word),
		word.replace(/^(?:و?[فبل](?=.{3})|و)(?=..)/u, ''),
		word.replace(/^(?:و?[فبك]?ال|و?لل)(?=..)/u, ''),
	]
}

const getSpellings = (word: string): string[] => [word, getSingle(word)].flatMap(getOwnSpellings)

/** Every letter in its sound: 9 or q, kh or 5, one or two of a consonant. */
const getLetters = (word: string): string => toSkeleton(word).replace(/(.)\1+/gu, '$1')

/** A word with every letter once: in a short one two letters may tell it from another. */
const getSingle = (word: string): string => (word.length > 4 ? word.replace(/(.)\1+/gu, '$1') : word)

/** Consonants of a longer word: what is left of it when vowels are dropped. */
const getBones = (word: string): string => (word.length > 4 ? getConsonantKey(toSkeleton(word)) : '')

/** All keys of a word that was asked. */
const getDangerKeys = (word: string): Set<string> => {
	const spellings = [...new Set(getSpellings(word))]
	const isNoun = /^[وفبك]?ال/u.test(word)
	const keys = new Set<string>()
	for (const spelling of spellings) {
		keys.add(`=${spelling}`)
		for (let length = 3; length <= spelling.length; length++) keys.add(`p${spelling.slice(0, length)}`)
		const sound = getSound(spelling)
		if (sound.length >= leastSound) keys.add(`s${sound}`)
		if (isLatin(word)) {
			const letters = getLetters(spelling)
			if (letters.length >= leastSound) keys.add(`d${letters}`)
			const french = getFrenchKey(spelling)
			if (french.length >= leastSound) keys.add(`f${french}`)
		}
		if (!isNoun) for (const key of getVerbKeys(sound)) keys.add(key)
	}
	return keys
}

/** Keys that make a word surely one of the list; the others only say that it may be. */
const isSureKey = (key: string): boolean => /^[=sfpmd]/u.test(key)

/** Keys of a word that was asked and that the list does not know as it is spelt: without its vowels, without a letter before it. */
const getNearKeys = (word: string): Set<string> => {
	const keys = new Set<string>()
	const bare = isLatin(word) ? word.replace(/^[wfbld](?=.{4})/u, '') : word
	if (bare !== word) for (const key of getDangerKeys(bare)) if (isSureKey(key)) keys.add(key)
	const bones = getBones(word)
	for (let length = leastSound; length <= bones.length; length++) keys.add(`q${bones.slice(0, length)}`)
	if (bones.length >= leastSound)
		for (let length = word.length - 1; length < word.length + 2; length++) keys.add(`c${bones}${length}`)
	if (bones.length === 3 && isPlain(word)) keys.add(`b${bones}${word.length}`)
	return keys
}

/** Words of the list, longer than five letters, in which one letter may be wrong. */
const tries = new WeakMap<DangerEars, SearchableMap<true>>()

const getTrie = (ears: DangerEars): SearchableMap<true> => {
	const known = tries.get(ears)
	if (known) return known
	const made = new SearchableMap<true>()
	for (const key of Object.keys(ears.tokens)) if (key.length > 6 && key.startsWith('=')) made.set(key, true)
	tries.set(ears, made)
	return made
}

/** A wrong letter stands seldom at the start or the end of a word. */
const isAlike = (key: string, other: string): boolean =>
	key[1] === other[1] && (other.length > 8 || key.at(-1) === other.at(-1))

/**
 * What of the list a word that was asked may be. A word that the list does not know is read again with a letter wrong, where
 * `isKnown` says of no other word that it is spelt so.
 */
export const findTokens = (
	ears: DangerEars,
	spellings: readonly string[],
	isKnown: (word: string) => boolean,
): Set<number> => {
	const found = new Set<number>()
	/** Says whether the word is surely one of the list. */
	const take = (keys: Iterable<string>): boolean => {
		let isSure = false
		for (const key of keys)
			for (const token of ears.tokens[key] ?? []) {
				found.add(token)
				isSure ||= isSureKey(key)
			}
		return isSure
	}
	if (take(spellings.flatMap((word) => [...getDangerKeys(word)]))) return found
	for (const word of spellings) {
		if (isKnown(word) || take(getNearKeys(word)) || word.length < 6) continue
		const near = [...getTrie(ears).fuzzyGet(`=${word}`, 1)].map(([key]) => key)
		take(near.filter((key) => isAlike(key, `=${word}`)))
	}
	return found
}

/** Words of a line; most are one word in small Latin letters, which reads as it stands. */
const readLine = (written: string): string[] =>
	/^[a-z1-9]+$/u.test(written) && !/(.)\1\1/u.test(written) ? [written] : readWords(written)

/** Keys that a word of the list is also heard by where it is spelt as nobody spells it. */
const getTokenNearKeys = (word: string): string[] => {
	const bones = getBones(word)
	const single = getSingle(word)
	return [
		...(bones.length >= leastSound ? [`c${bones}${word.length}`] : []),
		...(bones.length === 3 && isPlain(word) && word.length > 5 ? [`b${bones}${word.length - 1}`] : []),
		...(single === word ? [] : [`=${single}`]),
	]
}

/** Keys of a word of the list, of which one must be among those of a word that was asked. */
const getTokenKeys = (written: string): string[] => {
	const [word = ''] = readLine(written.replace(/^[~=]|\*$/gu, ''))
	if (written.endsWith('*')) {
		const bones = getBones(word)
		// A verb of Darija that ends so would begin others: kayhdd* is not kayhder.
		const single = /^(?:ka[tyn]|gha|mh|y)/u.test(word) ? word : word.replace(/(.)\1+/gu, '$1')
		const start = single === word ? [`p${word}`] : [`p${word}`, `p${single}`]
		return bones.length >= leastSound ? [...start, `q${bones}`] : start
	}
	if (written.startsWith('~')) {
		const sound = getSound(word)
		return sound.endsWith('ni') ? [`m${sound.slice(0, -2)}`] : [`v${sound}`, `m${sound}`]
	}
	const letters = isLatin(word) ? getLetters(word) : ''
	const own = [
		`=${word}`,
		...(letters.length >= leastSound ? [`d${letters}`] : []),
		...getTokenNearKeys(word),
	]
	if (written.startsWith('=')) return own
	const other = isLatin(word) ? getFrenchKey(word) : getSound(word)
	return other.length >= leastSound ? [...own, (isLatin(word) ? 'f' : 's') + other] : own
}

/** Reads the danger list. Throws on a line that names a list which is not there. */
export const openDangerBook = (book: DangerBook): DangerEars => {
	const ids = new Map<string, number>()
	const tokens: Record<string, number[]> = {}
	const places = new Map<string, number>()
	const parts: Step[][] = []
	const groups: number[][] = []
	const groupOf = new Map<string, number>()
	const written = new Map<string, Step>()
	const toToken = (word: string): Step => {
		const known = written.get(word) ?? makeToken(word)
		written.set(word, known)
		return known
	}
	const makeToken = (written: string): Step => {
		const keys = getTokenKeys(written)
		const name = keys.join(' ')
		const id = ids.get(name) ?? ids.size
		if (!ids.has(name)) for (const key of keys) (tokens[key] ??= []).push(id)
		ids.set(name, id)
		return id
	}
	const toGroup = (name: string): Step => {
		const lines = book.words[name]
		if (lines === undefined) throw new Error(`danger list: no words are called @${name}`)
		const known = groupOf.get(name)
		if (known !== undefined) return -1 - known
		const made = lines.split(',').map(toPart)
		groupOf.set(name, groups.push(made) - 1)
		return -groups.length
	}
	const toSteps = (written: string): Step[] => {
		if (written.startsWith('@')) return [toGroup(written.slice(1))]
		return /^[~=]|\*$/u.test(written) ? [toToken(written)] : readLine(written).map(toToken)
	}
	const toPart = (written: string): number => {
		const text = written.trim()
		const known = places.get(text)
		if (known !== undefined) return known
		const made = parts.push(text.split(/\s+/u).flatMap(toSteps)) - 1
		places.set(text, made)
		return made
	}
	const toLines = (lines: readonly string[]): Line[] => lines.map((line) => line.split(' + ').map(toPart))
	return {
		hears: Object.entries(book.hears).map(([situations, lines]) => [situations.split(' '), toLines(lines)]),
		cries: toLines(book.cries),
		sayings: toLines(book.sayings),
		harmless: toLines(book.harmless),
		askers: {
			harmed: toLines(book.askers.harmed),
			child: toLines(book.askers.child),
			teen: toLines(book.askers.teen),
			adult: toLines(book.askers.adult),
			parent: toLines(book.askers.parent),
			teacher: toLines(book.askers.teacher),
			witness: toLines(book.askers.witness),
		},
		topics: book.topics,
		tokens,
		parts,
		groups,
	}
}

/** The list with its words and lines in order of letters: it says the same, and packs a kilobyte smaller. */
export const sortDangerBook = (book: DangerBook): DangerBook => {
	const sort = (lines: readonly string[]): string[] => [...lines].sort()
	const words = Object.entries(book.words).map(([name, lines]) => {
		const sorted = sort(lines.split(',').map((line) => line.trim()))
		return [name, sorted.join(',')]
	})
	const hears = Object.entries(book.hears).map(([situations, lines]) => [situations, sort(lines)])
	return {
		...book,
		words: Object.fromEntries(words) as DangerBook['words'],
		hears: Object.fromEntries(hears) as DangerBook['hears'],
		sayings: sort(book.sayings),
		harmless: sort(book.harmless),
	}
}
