import type { LawSource } from '../../../corpus/law-source.ts'
import { qualities } from '../../../corpus/law-source.ts'
import { assessments, gapTypes, type Mapping } from '../../../corpus/mapping.ts'
import type { Question } from '../../../corpus/question.ts'
import { changeKinds, type Version } from '../../../corpus/version.ts'
import { fieldsOf } from './field.ts'
import { makeKind, toGroundFields } from './kind.ts'

const m = fieldsOf<Mapping>()
const q = fieldsOf<Question>()
const s = fieldsOf<LawSource>()
const w = fieldsOf<Version>()

/** Mapping of a convention: what it asks, beside what Moroccan law answers. */
export const mappings = makeKind(
	'mappings',
	'Provisions of conventions held beside the Moroccan provisions that answer them',
	(law) => law.mappings,
	[
		m.id('id', 'Permanent id', ({ id }) => id),
		m.id('convention', 'Id in instruments', ({ convention }) => convention),
		m.id('asks', 'Id in provisions: what the convention asks', ({ asks }) => asks),
		m.list('answers', 'Ids in provisions: the Moroccan articles that answer', ({ answers }) => answers),
		m.choice(
			'assessment',
			'Desk research, not the opinion of a jurist',
			assessments,
			({ assessment }) => assessment,
		),
		m.choice('gap_type', 'What kind of gap', gapTypes, ({ gapType }) => gapType),
		...m.texts('reason', 'Why it is assessed so, in our own words', ({ reason }) => reason),
		...m.texts('fill', 'What would fill the gap, in our own words', ({ fill }) => fill),
		m.list('like', 'Ids in provisions: other conventions with the same duty', ({ like }) => like),
		m.day('assessed_on', 'Day of the assessment', ({ assessed }) => assessed.on),
		m.text('assessed_by', 'Who assessed', ({ assessed }) => assessed.by),
		m.list('earlier', 'Assessments that it had before: a day and an assessment', ({ earlier }) =>
			earlier.map(({ on, assessment }) => `${on} ${assessment}`),
		),
		...toGroundFields<Mapping>(),
	],
)

/** Questions that only a jurist can settle. */
export const questions = makeKind(
	'questions',
	'Questions that only a jurist can settle',
	(law) => law.questions,
	[
		q.id('id', 'Permanent id', ({ id }) => id),
		q.count('priority', '1 is first', ({ priority }) => priority),
		...q.texts('asks', 'The question', ({ asks }) => asks),
		...q.texts('answer', 'What a named jurist answered', ({ answer }) => answer?.says ?? null),
		q.text('answered_by', 'That jurist; null: nobody yet', ({ answer }) => answer?.by ?? null),
		q.day('answered_on', 'The day of the answer', ({ answer }) => answer?.on ?? null),
	],
)

/** Sources of statements. */
export const sources = makeKind('sources', 'Where every statement comes from', (law) => law.sources, [
	s.id('id', 'Permanent id', ({ id }) => id),
	s.text('title', 'Title', ({ title }) => title),
	s.text('locator', 'Where exactly it was read', ({ locator }) => locator),
	s.text('url', 'Web address', ({ url }) => url),
	s.choice(
		'quality',
		'How near it is to the official text, nearest first',
		qualities,
		({ quality }) => quality,
	),
])

/** Changes of texts by texts, and their days. */
export const versions = makeKind(
	'versions',
	'Changes of instruments by others; a day that no source shows is null',
	(law) => law.versions,
	[
		w.id('id', 'Permanent id', ({ id }) => id),
		w.id('instrument', 'Id in instruments: what was changed', ({ instrument }) => instrument),
		w.id('by', 'Id in instruments: what changed it', ({ by }) => by),
		w.choice('change', 'What happened', changeKinds, ({ change }) => change),
		w.day('day', 'First day of the new wording', ({ day }) => day),
		w.text('basis', 'How that day is known, in English', ({ basis }) => basis),
		w.list(
			'provisions',
			'Ids in provisions: the articles of ours that it is known to concern',
			({ provisions }) => provisions,
		),
		w.flag('holds_none', 'A source was read and names none of our articles', ({ holdsNone }) => holdsNone),
		...toGroundFields<Version>(),
	],
)
