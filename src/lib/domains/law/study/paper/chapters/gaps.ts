import type { Block, Chapter } from '#ui/paper'
import type { StudyMatter } from '../../study-matters.ts'
import { toLines } from '../cells.ts'
import type { Edition } from '../edition.ts'
import { getShortName, nameArticles, nameRow } from '../names.ts'

const makeWordings = ({ words }: Edition, title: string, { wordings }: StudyMatter): Block => ({
	table: 'wordings',
	caption: words.t('law.study.gaps.wordings', { matter: title }),
	head: [words.t('law.study.gaps.others'), words.t('law.study.gaps.says')],
	rows: wordings.map(({ instrument, provision }) => [
		toLines(
			{ text: getShortName(words, instrument), look: 'bold' },
			{ text: words.t('law.study.article', { article: words.code(provision.article) }), look: 'small' },
		),
		toLines(words.line(provision.says)),
	]),
})

const makeMatter = (edition: Edition, matter: StudyMatter): Block[] => {
	const { law, words } = edition
	const { lead, rows, near, questions } = matter
	const title = words.text(lead.asks.title)
	return [
		{ heading: title, level: 2 },
		{
			text: words.t('law.study.gaps.where', { list: rows.map((row) => nameRow(words, row)).join(' · ') }),
			look: 'quiet',
		},
		{
			box: words.text(lead.mapping.reason),
			title: words.t('law.study.gaps.missing'),
			tone: 'missing',
		},
		...(lead.mapping.fill
			? [
					{
						box: words.text(lead.mapping.fill),
						title: words.t('law.study.gaps.fill'),
						tone: 'fill',
					} as const,
				]
			: []),
		makeWordings(edition, title, matter),
		...(near.length > 0
			? [
					{ heading: words.t('law.study.gaps.near'), level: 3 } as const,
					{ text: nameArticles(words, law, near).join(' · ') },
				]
			: []),
		...(questions.length > 0
			? [
					{ heading: words.t('law.study.gaps.questions'), level: 3 } as const,
					{
						list: questions.map(({ id, asks }) =>
							words.t('law.study.colon', { label: id, text: words.text(asks) }),
						),
					},
				]
			: []),
	]
}

/** Chapter on what is missing, matter by matter. */
export const makeGaps = (edition: Edition): Chapter => ({
	title: edition.words.t('law.study.gaps'),
	wide: false,
	blocks: [
		{ text: edition.words.t('law.study.gaps.intro', { gaps: edition.study.figures.counts.gap }) },
		...edition.study.matters.flatMap((matter) => makeMatter(edition, matter)),
	],
})
