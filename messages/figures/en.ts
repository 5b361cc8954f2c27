import type { Translated } from '../counted.ts'
import type { figures as keys } from './ar.ts'

/** Words of the hotline's figures, in English. */
export const figures: Translated<typeof keys, 'en'> = {
	'figures.title': 'The hotline in figures',
	'figures.intro':
		'How many messages come, about what, and how long an answer takes. Three months at a time, once they are over.',
	'figures.nothing': 'Nothing here is about one message: no name, no place, no word of it.',
	'figures.demonstration': 'This is a demonstration: these figures are not real.',
	'figures.none': 'No figures are published yet. Those of three months appear a month after their end.',
	'figures.span': 'From {from} to {to}',
	'figures.too-few': {
		by: 'n',
		one: 'Fewer than {n} case in these months. We show no number, so that nobody can be recognised.',
		other: 'Fewer than {n} cases in these months. We show no number, so that nobody can be recognised.',
	},
	'figures.cases': 'Cases',
	'figures.few': 'fewer than {n}',
	'figures.category': 'About what',
	'figures.reporter': 'Who wrote',
	'figures.lane': 'Danger at the time',
	'figures.lane.danger': 'Danger now',
	'figures.lane.normal': 'No danger now',
	'figures.outcome': 'What happened then',
	'figures.outcome.open': 'Still being worked on',
	'figures.outcome.police': 'Passed on to police or prosecutor',
	'figures.outcome.gone': 'The content is gone',
	'figures.outcome.host': 'The host was told, the content is still there',
	'figures.outcome.answered': 'The answer was enough',
	'figures.outcome.not-illegal': 'Not against the law',
	'figures.outcome.ended': 'Ended in another way',
	'figures.group': 'Group',
	'figures.times': 'How long it took',
	'figures.step': 'Step',
	'figures.promised': 'Promised',
	'figures.half': 'Half of the cases within',
	'figures.nine': 'Nine in ten within',
	'figures.minutes': {
		by: 'n',
		one: '{n} min',
		other: '{n} min',
	},
	'figures.hours': {
		by: 'n',
		one: '{n} h',
		other: '{n} h',
	},
	'figures.same-day': 'the same day',
	'figures.hidden': 'not shown',
	'figures.method': 'How we count',
	'figures.method-tens':
		'Every number is rounded down to the ten: 120–129 means one of these. Fewer than {n} is not shown, nor is zero.',
	'figures.method-alone':
		'Every number is rounded by itself. So a hidden one cannot be worked out from the sum or from the others.',
	'figures.method-once':
		'Three months are published once, a month after their end, and never change. No counter moves with a message.',
	'figures.method-times': {
		by: 'n',
		one: 'Time is in whole hours, until the step or the end of the case. It is shown only when {n} case was quicker and {n} slower.',
		other:
			'Time is in whole hours, until the step or the end of the case. It is shown only when {n} cases were quicker and {n} slower.',
	},
	'figures.method-who':
		'Who wrote is counted apart from the message. Who did not say, or has not been read yet, counts among those who did not say.',
	'figures.data': 'Open data',
	'figures.data.text':
		'The same figures as files, for whoever wants to compute. Use them freely and name the source.',
	'figures.data.schema': 'Description of the file',
}
