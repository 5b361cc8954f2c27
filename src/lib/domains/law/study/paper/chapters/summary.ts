import type { Block, Cell, Chapter } from '#ui/paper'
import { assessments } from '../../../corpus/mapping.ts'
import { toDay, toFound, toLines } from '../cells.ts'
import type { Edition } from '../edition.ts'
import { toChart, toTiles } from '../figures.ts'
import { getShortName } from '../names.ts'

const makeCounts = ({ study, words }: Edition): Block => {
	const toRow = (name: string, counts: Record<string, number>, look?: 'bold'): Cell[] =>
		[name, ...assessments.map((one) => String(counts[one])), ''].map((text, index, all) => {
			const last = index === all.length - 1
			const shown = last ? String(assessments.reduce((sum, one) => sum + (counts[one] ?? 0), 0)) : text
			return toLines({ text: shown, ...((look ?? (last && 'bold')) && { look: 'bold' as const }) })
		})
	return {
		table: 'counts',
		caption: words.t('law.study.summary.counts'),
		head: [
			words.t('law.study.summary.convention'),
			...assessments.map((one) => words.t(`law.study.assessment.${one}`)),
			words.t('law.study.summary.total'),
		],
		rows: [
			...study.conventions.map(({ instrument, counts }) => toRow(getShortName(words, instrument), counts)),
			toRow(words.t('law.study.summary.total'), study.figures.counts, 'bold'),
		],
	}
}

const makeStanding = ({ study, words }: Edition): Block => ({
	table: 'standing',
	caption: words.t('law.study.summary.standing.table'),
	head: [
		words.t('law.study.summary.convention'),
		words.t('law.study.summary.status'),
		words.t('law.study.summary.since'),
		words.t('law.study.assessment.gap'),
	],
	rows: study.conventions.map(({ instrument, counts, state }) => [
		toLines(words.line(instrument.name)),
		words.t(`law.study.status.${instrument.status.is}`),
		toLines(state.is === 'in-force' ? toDay(words, instrument.inForce) : toFound(words, '–')),
		String(counts.gap),
	]),
})

const makeMissing = ({ study, words }: Edition): Block[] => [
	{ heading: words.t('law.study.summary.missing'), level: 2 },
	{
		text: words.t('law.study.summary.missing.intro', {
			gaps: study.figures.counts.gap,
			matters: study.matters.length,
		}),
	},
	{
		items: study.matters.map(({ lead, rows }) => ({
			title: words.text(lead.asks.title),
			text: words.t('law.study.colon', {
				label: words.t('law.study.summary.fill'),
				text: words.text(lead.mapping.fill ?? lead.mapping.reason),
			}),
			rows: rows.map(({ number }) => number),
		})),
	},
]

/** The first chapter: what was found, on two pages. */
export const makeSummary = (edition: Edition): Chapter => {
	const { study, words } = edition
	const { open, byPriority } = study.figures.questions
	return {
		title: words.t('law.study.summary'),
		wide: false,
		blocks: [
			{
				text: words.t('law.study.summary.intro', {
					rows: study.rows.length,
					conventions: study.conventions.length,
					articles: study.articles.reduce((sum, { articles }) => sum + articles.length, 0),
				}),
				look: 'lead',
			},
			{ tiles: toTiles(edition) },
			{ chart: toChart(edition, words.t('law.study.summary.chart')) },
			makeCounts(edition),
			...makeMissing(edition),
			{ heading: words.t('law.study.summary.standing'), level: 2 },
			{ text: words.t('law.study.summary.standing.intro') },
			makeStanding(edition),
			{ heading: words.t('law.study.summary.jurist'), level: 2 },
			{ text: words.t('law.study.summary.jurist.text', { open, first: byPriority[1] }) },
		],
	}
}
