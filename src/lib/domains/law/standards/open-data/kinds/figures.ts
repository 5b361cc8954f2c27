import { getFigures, getProgress } from '../../../figures.ts'
import type { Law } from '../../../corpus/law.ts'
import { assessments, type Assessment } from '../../../corpus/mapping.ts'
import { fieldsOf } from './field.ts'
import { makeKind } from './kind.ts'

const measures = [
	'instruments',
	'provisions',
	'mappings',
	'situations',
	'sources',
	...assessments.map((assessment) => `assessed-${assessment}` as const),
	'questions-open',
	'questions-open-priority-1',
	'questions-open-priority-2',
	'questions-open-priority-3',
	'questions-answered',
	'records-to-read',
	'records-read',
] as const

/** One number: what was counted, of which convention, on which day. */
type Figure = {
	measure: (typeof measures)[number]
	convention?: string
	day?: string
	value: number
}

const toAssessed = (
	counts: Readonly<Record<Assessment, number>>,
	of: Pick<Figure, 'convention' | 'day'>,
): Figure[] =>
	assessments.map((assessment) => ({ measure: `assessed-${assessment}`, ...of, value: counts[assessment] }))

const getAll = (law: Law): Figure[] => {
	const { counts, byConvention, questions, read, ...sizes } = getFigures(law)
	return [
		...(['instruments', 'provisions', 'mappings', 'situations', 'sources'] as const).map((measure) => ({
			measure,
			value: sizes[measure],
		})),
		...toAssessed(counts, {}),
		...byConvention.flatMap(({ convention: { id }, total, counts: own }) => [
			{ measure: 'mappings' as const, convention: id, value: total },
			...toAssessed(own, { convention: id }),
		]),
		{ measure: 'questions-open', value: questions.open },
		...([1, 2, 3] as const).map((priority) => ({
			measure: `questions-open-priority-${priority}` as const,
			value: questions.byPriority[priority],
		})),
		{ measure: 'questions-answered', value: questions.answered },
		{ measure: 'records-to-read', value: read.of },
		{ measure: 'records-read', value: read.done },
		...getProgress(law).flatMap(({ day, counts: then }) => toAssessed(then, { day })),
	]
}

const f = fieldsOf<Figure>()

/** Data of the scoreboard. */
export const figures = makeKind('figures', 'Figures of the scoreboard, one number a record', getAll, [
	f.choice('measure', 'What was counted', measures, ({ measure }) => measure),
	f.text('convention', 'Id in instruments; null: all conventions together', (it) => it.convention ?? null),
	f.day(
		'day',
		'The figure as it stood at the end of that day; null: as of this version',
		(it) => it.day ?? null,
	),
	f.count('value', 'The number', ({ value }) => value),
])
