import type { Block, Cell, Chapter } from '#ui/paper'
import type { StudyConvention } from '../../study.ts'
import type { StudyRow } from '../../study-row.ts'
import { toBlank, toLines, toMark, toNotes } from '../cells.ts'
import type { Edition } from '../edition.ts'
import { nameCounts } from '../figures.ts'
import { getShortName, nameArticles } from '../names.ts'

const toRow = ({ law, words }: Edition, row: StudyRow): Cell[] => {
	const { mapping, asks, answers, number } = row
	const named = nameArticles(words, law, answers).map((text) => ({ text }))
	return [
		{ row: number },
		toLines(
			{ text: words.t('law.study.article', { article: words.code(asks.article) }), look: 'small' },
			words.line(asks.title, 'bold'),
			words.line(asks.says),
		),
		toLines(named.length > 0 ? named : { ...toBlank(words), text: words.t('law.study.no-answer') }),
		toMark(words, mapping),
		toLines(words.line(mapping.reason), toNotes(words, mapping.notes)),
		toLines(
			{ text: words.t(`law.study.sure.${mapping.confidence}`) },
			mapping.questions.length > 0 ? { text: words.list(mapping.questions), look: 'bold' } : [],
		),
	]
}

const makeConvention = (edition: Edition, { instrument, counts, rows }: StudyConvention): Block[] => {
	const { words } = edition
	const sources = [...new Set(rows.flatMap(({ mapping }) => mapping.sources))].sort()
	return [
		{ heading: words.text(instrument.name), level: 2 },
		{
			text: words.t('law.study.convention.line', {
				status: words.t(`law.study.status.${instrument.status.is}`),
				counts: nameCounts(words, counts),
			}),
			look: 'quiet',
		},
		{
			table: 'rows',
			caption: words.t('law.study.convention.caption', { name: getShortName(words, instrument) }),
			head: (['number', 'asks', 'answers', 'assessment', 'reason', 'open'] as const).map((column) =>
				words.t(`law.study.head.${column}`),
			),
			rows: rows.map((row) => toRow(edition, row)),
		},
		{
			text: words.t('law.study.sources.of', { list: words.list(sources.map(words.code)) }),
			look: 'quiet',
		},
	]
}

/** The study itself: a table for each convention. */
export const makeConventions = (edition: Edition): Chapter => ({
	title: edition.words.t('law.study.conventions'),
	wide: true,
	blocks: [
		{ text: edition.words.t('law.study.conventions.intro') },
		...edition.study.conventions.flatMap((convention) => makeConvention(edition, convention)),
	],
})
