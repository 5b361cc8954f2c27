import type { Chart, Tile } from '#ui/paper'
import { assessments } from '../../corpus/mapping.ts'
import type { AssessmentCounts } from '../../matrix.ts'
import type { Edition } from './edition.ts'
import { getShortName } from './names.ts'
import type { StudyWords } from './study-words.ts'

/** `Covered: 3, Gap: 1`; what there is none of is not named. */
export const nameCounts = (words: StudyWords, counts: AssessmentCounts): string =>
	words.list(
		assessments
			.filter((assessment) => counts[assessment] > 0)
			.map((assessment) =>
				words.t('law.study.count', {
					word: words.t(`law.study.assessment.${assessment}`),
					n: counts[assessment],
				}),
			),
	)

/** Number of rows by assessment, of all rows. */
export const toTiles = ({ study, words }: Edition): Tile[] =>
	assessments.map((mark) => ({
		mark,
		value: String(study.figures.counts[mark]),
		share: words.share(study.figures.counts[mark], study.rows.length),
		word: words.t(`law.study.assessment.${mark}`),
	}))

/** A bar for each convention. */
export const toChart = ({ study, words }: Edition, caption: string): Chart => ({
	caption,
	alt: words.t('law.study.summary.chart.alt', {
		rows: study.conventions
			.map(({ instrument, counts }) =>
				words.t('law.study.summary.chart.row', {
					name: getShortName(words, instrument),
					counts: nameCounts(words, counts),
				}),
			)
			.join(' '),
	}),
	legend: assessments.map((mark) => ({ mark, word: words.t(`law.study.assessment.${mark}`) })),
	bars: study.conventions.map(({ instrument, counts, rows }) => ({
		name: getShortName(words, instrument),
		parts: assessments.map((mark) => ({ mark, count: counts[mark] })),
		total: rows.length,
	})),
})
