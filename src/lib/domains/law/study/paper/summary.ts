import type { Summary } from '#ui/paper'
import type { Edition } from './edition.ts'
import { toChart, toTiles } from './figures.ts'
import { nameRow } from './names.ts'
import { toStudySheet } from './report.ts'

/** The study on one page, to hand out: data for the template `summary`. */
export const toStudySummary = (edition: Edition): Summary => {
	const { study, words, address } = edition
	const { counts, questions } = study.figures
	return {
		...toStudySheet(edition, words.t('law.study.sheet.title')),
		lead: words.t('law.study.sheet.lead', {
			rows: study.rows.length,
			covered: counts.covered,
			partly: counts.partly,
			gaps: counts.gap,
			unknown: counts.unknown,
		}),
		tiles: toTiles(edition),
		chart: toChart(edition, words.t('law.study.sheet.chart')),
		matters: {
			title: words.t('law.study.sheet.matters', { gaps: counts.gap, matters: study.matters.length }),
			fillTitle: words.t('law.study.summary.fill'),
			each: study.matters.map(({ lead, rows }) => ({
				title: words.text(lead.asks.title),
				where: rows.map((row) => nameRow(words, row)).join(' · '),
				fill: words.text(lead.mapping.fill ?? lead.mapping.reason),
			})),
		},
		next: {
			title: words.t('law.study.sheet.next'),
			text: words.t('law.study.sheet.next.text', {
				open: questions.open,
				first: questions.byPriority[1],
				address: words.code(`${address}/study`),
			}),
		},
	}
}
