import type { gaps as keys } from './ar.ts'

/** Words of the study of gaps and of the law on a day, in English. */
export const gaps: Readonly<Record<keyof typeof keys, string>> = {
	'law.gap.links': 'Other pages of the study',
	'law.gap.progress.one':
		'There is only one assessment so far, made on {day}. The next one will stand beside it.',
	'law.convention.none': 'The study has not compared Moroccan law with this text yet.',
	'law.compare.title': 'Conventions compared, matter by matter',
	'law.compare.intro':
		'Each row is one matter: which conventions ask for it, in which article, and how Moroccan law answers. A row brings together the articles that word the same duty, as our study reads them.',
	'law.compare.matter': 'Matter',
	'law.compare.column.budapest': 'Budapest',
	'law.compare.column.protocols': 'Budapest protocols',
	'law.compare.column.arab': 'Arab Convention',
	'law.compare.column.lanzarote': 'Lanzarote',
	'law.compare.column.un': 'UN 2024',
	'law.compare.column.child': 'Rights of the child',
	'law.compare.column.data': 'Data (108+)',
	'law.compare.column.others': 'Others',
	'law.compare.without': 'What is not in the table',
	'law.compare.without.text':
		'Conventions of which our records hold no article yet: they cannot be compared.',
	'law.question.intro':
		'Questions that only a jurist can settle. Open: {open}. Answered: {answered}. Until then, the records that wait for them are provisional.',
	'law.question.waits': 'What waits for the answer: {n}',
	'law.question.waits.none': 'No record names this question.',
	'law.on.intro':
		'Choose a day. We say what was in force on it as our records show, what was not, and what we do not know.',
	'law.on.ask-all': 'All texts on this day',
	'law.on.not-found': 'We cannot find this text',
	'law.on.not-found.text':
		'The address that was opened names no text and no article of our records. You can search here, or look at all texts.',
	'law.on.changes.by-then': 'By that day',
	'law.on.changes.later': 'After that day',
	'law.on.changes.undated': 'Day of effect not known',
}
