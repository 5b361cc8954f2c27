import type { Instrument } from '../corpus/instrument.ts'
import { getIndex, type Law } from '../corpus/law.ts'
import type { Provision } from '../corpus/provision.ts'
import type { StudyRow } from './study-row.ts'

/** Articles of a Moroccan text that the study names, each with the rows that name it. */
export type StudyArticles = {
	instrument: Instrument
	articles: { article: string; provisions: Provision[]; rows: number[] }[]
}

/** `503-1-2` after `503-1`, `503` before `1000`. */
export const compareArticles = (one: string, other: string): number =>
	one.localeCompare(other, 'en', { numeric: true })

/** Provisions by the instrument that they stand in and, within it, by article: variants of an article are one. */
export const groupByArticle = (
	law: Law,
	provisions: readonly Provision[],
): { instrument: Instrument; articles: { article: string; provisions: Provision[] }[] }[] =>
	law.instruments.flatMap((instrument) => {
		const own = provisions.filter((provision) => provision.instrument === instrument.id)
		const articles = [...new Set(own.map(({ article }) => article))].sort(compareArticles)
		if (articles.length === 0) return []
		return [
			{
				instrument,
				articles: articles.map((article) => ({
					article,
					provisions: own.filter((provision) => provision.article === article),
				})),
			},
		]
	})

/** The index: which rows name an article. Codes first, as they are named most. */
export const findStudyArticles = (law: Law, rows: readonly StudyRow[]): StudyArticles[] => {
	const { provisions } = getIndex(law)
	const rowsOf = new Map<string, number[]>()
	for (const { number, mapping } of rows)
		for (const id of new Set(mapping.answers)) rowsOf.set(id, [...(rowsOf.get(id) ?? []), number])
	const cited = [...rowsOf.keys()].flatMap((id) => provisions.get(id) ?? [])
	const groups = groupByArticle(law, cited).map(({ instrument, articles }) => ({
		instrument,
		articles: articles.map(({ article, provisions: variants }) => ({
			article,
			provisions: variants,
			rows: [...new Set(variants.flatMap(({ id }) => rowsOf.get(id) ?? []))].sort((a, b) => a - b),
		})),
	}))
	return groups.sort((a, b) => b.articles.length - a.articles.length)
}
