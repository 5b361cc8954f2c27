import type { Instrument } from '../../corpus/instrument.ts'
import type { Law } from '../../corpus/law.ts'
import type { Provision } from '../../corpus/provision.ts'
import { groupByArticle } from '../study-articles.ts'
import type { StudyRow } from '../study-row.ts'
import type { StudyWords } from './study-words.ts'

/** The name by which an instrument is called in a table: `Penal Code`, `law 07-03`, `Budapest`; else its whole name. */
export const getShortName = (words: StudyWords, { id, kind, number, name }: Instrument): string => {
	const own = `law.study.short.${id}`
	if (words.has(own)) return words.t(own)
	if ((kind === 'law' || kind === 'decree') && number) return words.t(`law.study.short.${kind}`, { number })
	return words.text(name)
}

/** Articles by the instrument that they stand in: `Penal Code: 607-3, 607-4`. */
export const nameArticles = (words: StudyWords, law: Law, provisions: readonly Provision[]): string[] =>
	groupByArticle(law, provisions).map(({ instrument, articles }) =>
		words.t('law.study.colon', {
			label: getShortName(words, instrument),
			text: words.list(articles.map(({ article }) => words.code(article))),
		}),
	)

/** Label of the place of a row: `Arab Convention, article 23 (row 61)`. */
export const nameRow = (words: StudyWords, { convention, asks, number }: StudyRow): string => {
	const article = words.t('law.study.article', { article: words.code(asks.article) })
	return `${words.list([getShortName(words, convention), article])} (${words.t('law.study.row', { rows: number })})`
}
