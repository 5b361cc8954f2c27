import { getNumberKind, glued, readBareWords, type NumberKind } from './number-words.ts'

/** The longest query that is read; the rest is dropped, so that time stays bounded. */
const maxCharacters = 300

/** A number of a law or an article, however it was written. */
export type NumberRead = {
	/** Its parts joined by `-`, without zeros in front: `7-3` for ٠٧٫٠٣. */
	number: string
	/** Kind, as the words before it say. */
	kind: NumberKind
	/** Its parts stood apart (`607 3`): it is believed where such a number exists, else these are. */
	apart?: readonly string[]
}

/** A query cut into its numbers and the folded words around them. */
export type ReferenceRead = { numbers: NumberRead[]; words: string[] }

type Token = { number?: string; words: string[]; from: number; to: number }

/** Everything that people put between the parts of a number: hyphens and dashes, dots, slashes, commas of two scripts, a tatweel. */
const between =
	'[\\p{Pd}\\u2212\\u2043\\u00ad./\\\\\\u2044\\u2215,\\u060c\\u066b\\u066c\\u00b7\\u2022_:\\u0640]'
const pattern = new RegExp(
	[
		'(?<arabizi>(?<![\\d])\\d\\p{Script=Latin}[\\p{Script=Latin}\\d]*)',
		`(?<number>\\d+(?:${between}\\d+)*\\+?)`,
		'(?<latin>\\p{Script=Latin}[\\p{Script=Latin}\\d]*)',
		'(?<word>\\p{L}+)',
		'(?<section>§)',
	].join('|'),
	'gu',
)
const splitter = new RegExp(between, 'gu')
/** No law and no article counts this far: a phone number, an account. */
const longestPart = 4
/** `503-1-2` and `1-59-413` have three. */
const mostParts = 4

const tidy = (query: string): string =>
	query
		.slice(0, maxCharacters)
		.replace(/[\u00ba\u00b0]/gu, ' ')
		.replace(/(?<=\d)\u00ad(?=\d)/gu, '-')
		.normalize('NFKC')
		.replace(/[\p{M}\p{Cf}]/gu, '')
		.replace(/[٠-٩۰-۹]/gu, (digit) => String(digit.charCodeAt(0) & 0xf))
		.replace(glued, '$1 ')

const toNumber = (written: string): string =>
	written
		.split(splitter)
		.map((part) => part.replace(/^0+(?=\d)/u, ''))
		.join('-')

const readTokens = (text: string): Token[] =>
	[...text.matchAll(pattern)].map((match) => {
		const { number, section } = match.groups ?? {}
		const [whole] = match
		const place = { from: match.index, to: match.index + whole.length }
		if (number !== undefined) return { number: toNumber(number), words: [], ...place }
		return { words: section ? ['article'] : readBareWords(whole), ...place }
	})

/** Relation of two numbers that follow each other: the second is another part of the first, or another number. */
const stickTogether = (text: string, one: Token, other: Token): boolean => {
	const gap = text.slice(one.to, other.from)
	return (
		[one, other].every(({ number }) => /^\d+$/u.test(number ?? '')) && /^\s*[\p{Pd}\u2212/.]?\s*$/u.test(gap)
	)
}

/** Whole numbers that stand side by side and may be the parts of one. */
const takeRun = (text: string, tokens: readonly Token[], start: number): Token[] => {
	const run = tokens.slice(start, start + 1)
	for (const token of tokens.slice(start + 1)) {
		const last = run.at(-1)
		if (!last || !stickTogether(text, last, token)) break
		run.push(token)
	}
	return run
}

const isPossible = (number: string): boolean =>
	number.split('-').every((part) => part.length <= longestPart) && number.split('-').length <= 6

const toRead = (run: readonly Token[], kind: NumberKind): NumberRead[] => {
	const numbers = run.flatMap(({ number }) => number ?? []).filter(isPossible)
	// a longer run is a phone number
	if (run.length > mostParts) return []
	const isWhole = run.length > 1 && numbers.length === run.length
	return isWhole
		? [{ number: numbers.join('-'), kind, apart: numbers }]
		: numbers.map((number) => ({ number, kind }))
}

/** Numbers and words of a query. Never throws; keeps nothing. */
export const readReference = (query: string): ReferenceRead => {
	const text = tidy(query)
	const tokens = readTokens(text)
	const numbers: NumberRead[] = []
	let kind: NumberKind = 'open'
	for (let place = 0; place < tokens.length; place++) {
		for (const word of tokens[place]?.words ?? []) kind = getNumberKind(word) ?? kind
		if (tokens[place]?.number === undefined) continue
		const run = takeRun(text, tokens, place)
		numbers.push(...toRead(run, kind))
		// "articles 4, 5 and 7" goes on; "law 09-08, 12" does not
		if (kind === 'law') kind = 'open'
		place += run.length - 1
	}
	return { numbers, words: tokens.flatMap(({ words }) => words) }
}

/**
 * The numbers of laws and articles in a query, in order, whatever digits and separators they are written with:
 * `07-03`, `٠٧٫٠٣`, `loi n° 07/03`, `الفصل 607-3`, `art. 607.3`. Never throws.
 */
export const readNumbers = (query: string): NumberRead[] => readReference(query).numbers
