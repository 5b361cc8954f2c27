/** Keys by which a word of a query and a word of the danger list find each other, however they are spelt. */
import { getConsonantKey, getFrenchKey, getVowelKey, toSkeleton } from '#tools/script/arabizi'

/** A sound shorter than this names too many words. */
export const leastSound = 4

export const getSound = (word: string): string => getVowelKey(toSkeleton(word))
export const isLatin = (word: string): boolean => /^[a-z\d]+$/u.test(word)

/** No digit of Arabizi stands in it. */
export const isPlain = (word: string): boolean => /^[a-z]+$/u.test(word)

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
export const getLetters = (word: string): string => toSkeleton(word).replace(/(.)\1+/gu, '$1')

/** A word with every letter once: in a short one two letters may tell it from another. */
export const getSingle = (word: string): string => (word.length > 4 ? word.replace(/(.)\1+/gu, '$1') : word)

/** Consonants of a longer word: what is left of it when vowels are dropped. */
export const getBones = (word: string): string => (word.length > 4 ? getConsonantKey(toSkeleton(word)) : '')

/** All keys of a word that was asked. */
export const getDangerKeys = (word: string): Set<string> => {
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
export const isSureKey = (key: string): boolean => /^[=sfpmd]/u.test(key)

/** Keys of a word that was asked and that the list does not know as it is spelt: without its vowels, without a letter before it. */
export const getNearKeys = (word: string): Set<string> => {
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
