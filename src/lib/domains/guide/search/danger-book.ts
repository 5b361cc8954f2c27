import { getFrenchKey, getVowelKey, toSkeleton } from '#tools/arabizi'
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
		const rest = sound.replace(start, '').replace(/S$/u, '')
		const isPast = start.source === '^'
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
			if (rest.endsWith(end)) keys.push(`m${rest.slice(0, rest.length - end.length)}`)
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

const getSpellings = (word: string): string[] => {
	if (isLatin(word))
		return [
			word,
			word.replace(/^[dbf]?l(?=[^aeiouyh])/u, ''),
			...smallWords.filter(([latin]) => latin.test(word)).map(([, arabic]) => arabic),
		]
	return [word, word.replace(/^(?:و|[فبل](?=.{3}))(?=..)/u, ''), word.replace(/^(?:[وفبك]?ال|لل)(?=..)/u, '')]
}

/** All keys of a word that was asked. */
export const getDangerKeys = (word: string): Set<string> => {
	const spellings = [...new Set(getSpellings(word))]
	const keys = new Set<string>()
	for (const spelling of spellings) {
		keys.add(`=${spelling}`)
		for (let length = 3; length <= spelling.length; length++) keys.add(`p${spelling.slice(0, length)}`)
		const sound = getSound(spelling)
		if (sound.length >= leastSound) keys.add(`s${sound}`)
		if (isLatin(word)) {
			const french = getFrenchKey(spelling)
			if (french.length >= leastSound) keys.add(`f${french}`)
		}
		for (const key of getVerbKeys(sound)) keys.add(key)
	}
	return keys
}

/** Keys of a word of the list, of which one must be among those of a word that was asked. */
const getTokenKeys = (written: string): string[] => {
	const [word = ''] = readWords(written.replace(/^[~=]|\*$/gu, ''))
	if (written.startsWith('=')) return [`=${word}`]
	if (written.endsWith('*')) return [`p${word}`]
	const sound = getSound(word)
	if (written.startsWith('~'))
		return sound.endsWith('ni') ? [`m${sound.slice(0, -2)}`] : [`v${sound}`, `m${sound}`]
	const french = isLatin(word) ? getFrenchKey(word) : ''
	return [
		`=${word}`,
		...(sound.length >= leastSound && !isLatin(word) ? [`s${sound}`] : []),
		...(french.length >= leastSound ? [`f${french}`] : []),
	]
}

/** Reads the danger list. Throws on a line that names a list which is not there. */
export const openDangerBook = (book: DangerBook): DangerEars => {
	const ids = new Map<string, number>()
	const tokens: Record<string, number[]> = {}
	const places = new Map<string, number>()
	const parts: Step[][] = []
	const groups: number[][] = []
	const groupOf = new Map<string, number>()
	const toToken = (written: string): Step => {
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
		return /^[~=]|\*$/u.test(written) ? [toToken(written)] : readWords(written).map(toToken)
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
