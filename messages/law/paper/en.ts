import type { paper as keys } from './ar.ts'

/** Words of the page that hands out the printed study of the law, in English. */
export const paper: Readonly<Record<keyof typeof keys, string>> = {
	'law.paper.title': 'The study on paper',
	'law.paper.intro':
		'What conventions ask to protect children online, what Moroccan law answers, what is missing. To print, to read without internet, to pass on.',
	'law.paper.state': 'State on {day}. Fingerprint of the data: {print}.',
	'law.paper.study': 'The whole study',
	'law.paper.study.text':
		'Numbered tables, the reason for each row, sources, questions for jurists, an index of articles.',
	'law.paper.summary': 'The study on one page',
	'law.paper.summary.text':
		'The figures, the gaps and what would fill them. One sheet for a meeting or a class.',
	'law.paper.file': 'PDF · {pages} p. · {size}',
	'law.paper.method': 'How it is made',
	'law.paper.method.text':
		'For each duty in a convention, one question: which Moroccan articles answer it, and how far? Provisions: {rows}. Conventions: {conventions}. Sources: {sources}. What was not found is said.',
	'law.paper.unread': 'No jurist has read it yet.',
	'law.paper.alive': 'The same study, alive',
	'law.paper.alive.text':
		'On the website it can be read and narrowed row by row, and it changes when the law changes.',
}
