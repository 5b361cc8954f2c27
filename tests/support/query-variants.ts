/**
 * The same query as other people would spell it, by a fixed seed: a vowel dropped, a letter doubled, the letters and digits of Arabizi
 * changed for each other, accents and apostrophes left out, a small word written together with the next one.
 */
type Chance = () => number

/** Numbers between 0 and 1 that look like chance and are the same every time (mulberry32). */
const createChance = (seed: number): Chance => {
	let state = seed
	return () => {
		state = (state + 0x6d2b79f5) | 0
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
	}
}

const pick = <One>(ones: readonly One[], chance: Chance): One | undefined =>
	ones[Math.floor(chance() * ones.length)]

const isLatin = (text: string): boolean => /[a-z]/iu.test(text)

/** Changes one of the words of five letters or more that `fits`. */
const changeWord = (
	query: string,
	fits: RegExp,
	chance: Chance,
	change: (word: string) => string,
): string => {
	const words = query.split(' ')
	const places = words.flatMap((word, place) => (word.length > 4 && fits.test(word) ? [place] : []))
	const place = pick(places, chance)
	return words.map((word, at) => (at === place ? change(word) : word)).join(' ')
}

/** Changes one of the places where the pattern stands. */
const changeOne = (text: string, pattern: RegExp, chance: Chance, into: string): string => {
	const place = pick([...text.matchAll(pattern)], chance)
	return place ? text.slice(0, place.index) + into + text.slice(place.index + place[0].length) : text
}

const dropVowel = (query: string, chance: Chance): string =>
	changeWord(query, /[a-z][aeiouàâéèêëîïôûù][a-z]/iu, chance, (word) =>
		changeOne(word, /(?<=[a-z])[aeiouàâéèêëîïôûù](?=[a-z])/giu, chance, ''),
	)

const doubleLetter = (query: string, chance: Chance): string =>
	changeWord(query, /^\p{L}+$/u, chance, (word) => {
		const at = 1 + Math.floor(chance() * (word.length - 1))
		return word.slice(0, at) + word.slice(at - 1)
	})

const swaps: readonly (readonly [RegExp, string])[] = [
	[/9/gu, 'q'],
	[/7/gu, 'h'],
	[/(?<=[a-z])q/gu, '9'],
	[/kh/gu, '5'],
	[/5/gu, 'kh'],
	[/8/gu, 'h'],
	[/gh/gu, '4'],
	[/ch/gu, 'sh'],
]

const swapDigits = (query: string, chance: Chance): string => {
	const swap = pick(
		swaps.filter(([pattern]) => query.match(pattern) !== null),
		chance,
	)
	return swap && /\p{L}[2-9]|[2-9]\p{L}/u.test(query) ? query.replace(...swap) : query
}

const dropAccents = (query: string): string =>
	query
		.normalize('NFD')
		.replace(/(?<=[a-z])\p{M}+/giu, '')
		.normalize('NFC')
		.replace(/(?<=\b(?:j|m|t|s|l|d|n|qu|don|can|didn|doesn))['’]/giu, '')

const addClitic = (query: string, chance: Chance): string =>
	isLatin(query)
		? query.replace(/\b(f|b|w) (?=[a-z]{4})/u, '$1')
		: changeWord(query, /^[^اوفبلك]/u, chance, (word) => (pick(['و', 'ف', 'ب', 'ل'], chance) ?? '') + word)

/** The variants of a query, without those that changed nothing. */
export const getVariants = (query: string, seed: number): string[] => {
	const chance = createChance(seed)
	const made = [dropVowel, doubleLetter, swapDigits, dropAccents, addClitic].map((change) =>
		change(query, chance),
	)
	return [...new Set(made)].filter((variant) => variant !== query)
}
