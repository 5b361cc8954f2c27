import type { Block, Cell, Chapter, Line } from '#ui/paper'
import type { StudyQuestion } from '../../study-questions.ts'
import { toLines } from '../cells.ts'
import type { Edition } from '../edition.ts'
import type { StudyWords } from '../study-words.ts'

const toWaits = (words: StudyWords, { rows, instruments, provisions }: StudyQuestion): Cell => {
	const lines: Line[] = [
		...(instruments.length > 0
			? [{ text: words.t('law.study.waits.instruments', { n: instruments.length }) }]
			: []),
		...(provisions.length > 0
			? [{ text: words.t('law.study.waits.provisions', { n: provisions.length }) }]
			: []),
	]
	if (rows.length === 0) return lines.length > 0 ? toLines(lines) : '–'
	return { rows: rows.map(({ number }) => number), label: words.t('law.study.head.rows'), lines }
}

const toAnswer = (words: StudyWords, { question: { answer } }: StudyQuestion): Line[] =>
	answer
		? [
				{
					text: words.t('law.study.answered', {
						by: answer.by,
						day: words.day(answer.on),
						text: words.text(answer.says),
					}),
					look: 'bold',
				},
			]
		: []

const makePriority = ({ study, words }: Edition, n: 1 | 2 | 3): Block[] => {
	const own = study.questions.filter(({ question }) => question.priority === n)
	if (own.length === 0) return []
	return [
		{ heading: words.t('law.study.questions.priority', { n }), level: 2 },
		{
			table: 'questions',
			caption: words.t('law.study.questions.caption', { n }),
			head: (['number', 'question', 'waits'] as const).map((column) => words.t(`law.study.head.${column}`)),
			rows: own.map((one) => [
				toLines({ text: one.question.id, look: 'bold' }),
				toLines(words.line(one.question.asks), toAnswer(words, one)),
				toWaits(words, one),
			]),
		},
	]
}

/** Questions that only a jurist can settle, most urgent first. */
export const makeQuestions = (edition: Edition): Chapter => {
	const { study, words } = edition
	const { open, answered } = study.figures.questions
	return {
		title: words.t('law.study.questions'),
		wide: false,
		blocks: [
			{ text: words.t('law.study.questions.intro', { open, answered }) },
			...([1, 2, 3] as const).flatMap((n) => makePriority(edition, n)),
		],
	}
}
