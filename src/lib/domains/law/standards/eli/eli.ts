import type { Instrument } from '../../corpus/instrument.ts'
import { getIndex, type Law } from '../../corpus/law.ts'
import type { Provision } from '../../corpus/provision.ts'

/** Kind of the act, as the address names it. A code is the law or the dahir that made it. */
type EliType = 'constitution' | 'dahir' | 'loi' | 'decret'

/** The parts of `/eli/ma/<type>/<year>/<number>`. */
export type Eli = { type: EliType; year: string; number: string }

/** Reasons why an instrument has no such address. Pages put each into words. */
export const eliLacks = ['not-moroccan', 'not-yet-law', 'no-number', 'no-year'] as const
export type EliLack = (typeof eliLacks)[number]

/** `1.59.413` and `1-59-413` are the same number. */
const toNumber = (written: string): string => written.trim().replaceAll('.', '-')

const wellFormed = /^\d+(?:-\d+)+$/u

const getType = ({ kind, number, promulgation }: Instrument): EliType | undefined => {
	if (kind === 'constitution') return 'constitution'
	if (kind === 'decree') return 'decret'
	if (kind === 'law') return 'loi'
	if (kind !== 'code') return undefined
	return toNumber(number ?? '') === toNumber(promulgation.reference ?? '-') ? 'dahir' : 'loi'
}

/** The address of an instrument, or why it has none: nothing in it is guessed. */
export const getEli = (instrument: Instrument): Eli | EliLack => {
	if (instrument.level !== 'national') return 'not-moroccan'
	const type = getType(instrument)
	if (!type) return 'not-yet-law'
	const number = toNumber(instrument.number ?? '')
	if (!wellFormed.test(number)) return 'no-number'
	const { day } = instrument.promulgation
	return day === null ? 'no-year' : { type, year: day.slice(0, 4), number }
}

/** `/eli/ma/loi/2003/07-03` */
const toPath = ({ type, year, number }: Eli): string => `/eli/ma/${type}/${year}/${number}`

/** The address of an instrument, `undefined` when it has none; {@link findEliLack} says why. */
export const findEliPath = (instrument: Instrument): string | undefined => {
	const eli = getEli(instrument)
	return typeof eli === 'string' ? undefined : toPath(eli)
}

/** Finds why an instrument has no address; `undefined` when it has one. */
export const findEliLack = (instrument: Instrument): EliLack | undefined => {
	const eli = getEli(instrument)
	return typeof eli === 'string' ? eli : undefined
}

/**
 * `art_607-3`: an article in an address and in the ids of Akoma Ntoso. Letters of any script stay, everything else joins with `-`;
 * `undefined` when nothing is left.
 */
export const toArticlePart = (article: string): string | undefined => {
	const part = article
		.normalize('NFKC')
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, '-')
		.replace(/^-|-$/gu, '')
	return part === '' ? undefined : `art_${part}`
}

/** The address of the article that a provision belongs to; variants of one article share it. */
export const findArticleEliPath = (law: Law, provision: Provision): string | undefined => {
	const instrument = getIndex(law).instruments.get(provision.instrument)
	const [path, part] = [instrument && findEliPath(instrument), toArticlePart(provision.article)]
	return path && part && `${path}/${part}`
}

/** An article of an instrument: one record, or one for each of the conditions under which it threatens differently. */
export type Article = { part: string; number: string; provisions: readonly [Provision, ...Provision[]] }

/** The articles of an instrument that we hold, in the order of its file. */
export const getArticles = (law: Law, instrument: string): Article[] => {
	const articles = new Map<
		string,
		{ part: string; number: string; provisions: [Provision, ...Provision[]] }
	>()
	for (const provision of getIndex(law).provisionsOf.get(instrument) ?? []) {
		const part = toArticlePart(provision.article)
		if (!part) continue
		const known = articles.get(part)
		if (known) known.provisions.push(provision)
		else articles.set(part, { part, number: provision.article, provisions: [provision] })
	}
	return [...articles.values()]
}

/** Every instrument that has an address, with its parts. */
export const getEliInstruments = (law: Law): { instrument: Instrument; eli: Eli }[] =>
	law.instruments.flatMap((instrument) => {
		const eli = getEli(instrument)
		return typeof eli === 'string' ? [] : [{ instrument, eli }]
	})

/** The instrument at an address; takes any strings. */
export const findEliInstrument = (
	law: Law,
	{ type, year, number }: { type: string; year: string; number: string },
): Instrument | undefined =>
	getEliInstruments(law).find(({ eli }) => eli.type === type && eli.year === year && eli.number === number)
		?.instrument

/** The article of an instrument at `art_…`; takes any string. */
export const findArticle = (law: Law, instrument: string, part: string): Article | undefined =>
	getArticles(law, instrument).find((article) => article.part === part)
