import type { Instrument } from '../corpus/instrument.ts'
import type { Law } from '../corpus/law.ts'
import type { LawLexicon } from './law-lexicon.ts'
import { readBareWords } from './number-words.ts'
import { readNumbers } from './read-numbers.ts'

/** An article as the number search needs it: `base` is the article itself, not the same under other conditions. */
export type Article = {
	id: string
	/** The instrument it stands in, and those that added or changed it. */
	instruments: readonly string[]
	/** Rank of what a number alone means: 0 the text that the lexicon names, 1 Moroccan law, 2 conventions. */
	standing: 0 | 1 | 2
	isBase: boolean
}

/** Names of an instrument, in folded words with two spaces between and round them, so that neighbours share none. */
type Name = { id: string; said: string; first: string; isShort: boolean }

/** Index from numbers and names to records. Made by {@link createNumberIndex}. */
export type NumberIndex = {
	instruments: ReadonlyMap<string, readonly string[]>
	articles: ReadonlyMap<string, readonly Article[]>
	/** Longest first: `code de procédure pénale` is heard before `procédure`. */
	names: readonly Name[]
}

const push = <Entry>(map: Map<string, Entry[]>, key: string, entry: Entry): void => {
	const entries = map.get(key)
	if (entries) entries.push(entry)
	else map.set(key, [entry])
}

/** `7-3` for `07-03`, `185` for `ETS 185`: numbers are compared as they are read. */
export const toNumberKey = (written: string): string => readNumbers(written).at(-1)?.number ?? written

const getNumbers = (instrument: Instrument, lexicon: LawLexicon): Set<string> => {
	const written = [
		instrument.number,
		...(lexicon.numbers[instrument.id] ?? []),
		instrument.promulgation.reference,
		instrument.treaty?.approval.dahir,
	]
	return new Set(written.flatMap((number) => (number && /\d/u.test(number) ? toNumberKey(number) : [])))
}

const toText = (words: readonly string[]): string => ` ${words.join('  ')} `
const toName = (id: string, words: readonly string[]): Name => ({
	id,
	said: toText(words),
	first: words[0] ?? '',
	isShort: /^[a-z]{1,3}$/u.test(words.join('')),
})

/** Creates the index from every number and name of the corpus to its records. */
export const createNumberIndex = (law: Law, lexicon: LawLexicon): NumberIndex => {
	const instruments = new Map<string, string[]>()
	const articles = new Map<string, Article[]>()
	for (const instrument of law.instruments)
		for (const number of getNumbers(instrument, lexicon)) push(instruments, number, instrument.id)
	for (const { id, article, instrument, changedBy, level, variantOf } of law.provisions)
		push(articles, toNumberKey(article), {
			id,
			instruments: [instrument, ...changedBy],
			standing: instrument === lexicon.first ? 0 : level === 'national' ? 1 : 2,
			isBase: variantOf === undefined,
		})
	const names = Object.entries(lexicon.names).flatMap(([id, all]) =>
		all.map((name) => toName(id, readBareWords(name))),
	)
	return { instruments, articles, names: names.sort((a, b) => b.said.length - a.said.length) }
}

/**
 * Ids of the instruments whose names stand in a query, and the words that are left of it. A name of three letters is
 * heard beside a number only: `pc 607-3`, and not `mon pc est lent`.
 */
export const findNames = (
	{ names }: NumberIndex,
	words: readonly string[],
	hasNumber: boolean,
): { named: string[]; left: string[] } => {
	const named = new Set<string>()
	const present = new Set(words)
	let text = toText(words)
	for (const { id, said, first, isShort } of names) {
		if ((isShort && !hasNumber) || !present.has(first) || !text.includes(said)) continue
		named.add(id)
		text = text.replaceAll(said, ' | ')
	}
	return { named: [...named], left: text.split(/[ |]+/u).filter(Boolean) }
}
