import type { Chapter } from '#ui/paper'
import { toLines } from '../cells.ts'
import type { Edition } from '../edition.ts'
import { getShortName } from '../names.ts'

/** The index: a table for each Moroccan text. */
export const makeArticles = ({ study, words }: Edition): Chapter => ({
	title: words.t('law.study.index'),
	wide: false,
	blocks: [
		{ text: words.t('law.study.index.intro') },
		...study.articles.map(({ instrument, articles }) => ({
			table: 'articles' as const,
			caption: words.t('law.study.index.caption', { name: getShortName(words, instrument) }),
			head: (['article', 'title', 'rows'] as const).map((column) => words.t(`law.study.head.${column}`)),
			rows: articles.map(({ article, provisions, rows }) => [
				toLines({ text: words.code(article), look: 'bold' as const }),
				toLines(provisions.slice(0, 1).map(({ title }) => words.line(title))),
				{ rows },
			]),
		})),
	],
})
