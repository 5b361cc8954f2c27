import type { instruments as keys } from './ar.ts'

/** Words of the pages of texts and articles and of the ways into them, in English. */
export const instruments: Readonly<Record<keyof typeof keys, string>> = {
	'law.instrument.today': 'Today, {day}:',
	'law.hub.more': 'Look closer',
	'law.hub.gaps': 'Row by row: what is covered, what is missing, what would fill it.',
	'law.hub.compare': 'Compare conventions',
	'law.hub.compare.text': 'The same duty, and how each convention words it.',
	'law.hub.on': 'Choose a day: what was in force, as far as our records show.',
	'law.hub.questions': 'What only a jurist can settle. Do you have an answer?',
	'law.hub.study': 'Tables, method, sources and questions, in Arabic and French.',
	'law.hub.data': 'All records as files to reuse freely, with licence and citation.',
	'law.hub.figures': 'In figures',
	'law.hub.figures.instruments': 'texts',
	'law.hub.figures.provisions': 'articles',
	'law.hub.figures.mappings': 'comparisons with conventions',
	'law.hub.figures.sources': 'sources',
}
