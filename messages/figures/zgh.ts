import type { Translated } from '../counted.ts'
import type { figures as keys } from './ar.ts'

/** Words of the hotline's figures, in Tamazight (Tifinagh). */
export const figures: Translated<typeof keys, 'zgh'> = {
	'figures.title': 'ⵙⵉⵏⵢⴰⵍⵉ ⵙ ⵡⵓⵟⵟⵓⵏⵏ',
	'figures.intro':
		'ⵎⵏⵏⴰⵡⵜ ⵏ ⵜⴱⵔⴰⵜⵉⵏ ⴰⵢ ⵉⵍⴽⵎⵏ, ⵅⴼ ⵎⴰⵜⵜⴰ, ⴷ ⵎⵏⵏⴰⵡⵜ ⵏ ⵜⵙⵔⴰⴳⵉⵏ ⴰⵔ ⵜⴰⵔⴰⵔⵉⵜ. ⴽⵓ ⴽⵕⴰⴹ ⵡⴰⵢⵢⵓⵔⵏ, ⴰⴷⴷⴰⵢ ⴽⵎⵎⵍⵏ.',
	'figures.nothing': 'ⵓⵔ ⴷⴰ ⵉⵍⵍⵉ ⴰⵡⴷ ⵢⴰⵏ ⵡⴰⵡⴰⵍ ⵅⴼ ⵢⴰⵜ ⵜⴱⵔⴰⵜ: ⴱⵍⴰ ⵉⵙⵎ, ⴱⵍⴰ ⴰⴷⵖⴰⵔ, ⴱⵍⴰ ⴰⵡⴰⵍ.',
	'figures.demonstration': 'ⵜⴰⵙⵏⴰ ⴰ ⵉ ⵓⵔⴰⵎ ⵖⴰⵙ: ⵓⵟⵟⵓⵏⵏ ⴰ ⵓⵔ ⴳⵉⵏ ⵜⵉⴷⵜ.',
	'figures.none': 'ⵓⵔ ⵜⴰ ⵉⴼⴼⵉⵖ ⴰⵡⴷ ⵢⴰⵏ ⵓⵟⵟⵓⵏ. ⵡⵉⵏ ⴽⵕⴰⴹ ⵡⴰⵢⵢⵓⵔⵏ ⵜⵜⴱⴰⵢⴰⵏⵏ ⴷⴼⴼⵉⵔ ⵏ ⵢⴰⵏ ⵡⴰⵢⵢⵓⵔ ⴰⴷⴷⴰⵢ ⴽⵎⵎⵍⵏ.',
	'figures.span': 'ⵙⴳ {from} ⴰⵔ {to}',
	'figures.too-few': {
		by: 'n',
		one: 'ⴷⴷⴰⵡ ⵏ {n} ⵓⵙⵏⵙⴰ ⴳ ⵡⴰⵢⵢⵓⵔⵏ ⴰ. ⵓⵔ ⵏⵙⴽⵏ ⴰⵡⴷ ⵢⴰⵏ ⵓⵟⵟⵓⵏ, ⴰⴼⴰⴷ ⵓⵔ ⵉⵜⵜⵓⵙⵙⴰⵏ ⴰⵡⴷ ⵢⴰⵏ.',
		other: 'ⴷⴷⴰⵡ ⵏ {n} ⵉⵙⵏⵙⴰ ⴳ ⵡⴰⵢⵢⵓⵔⵏ ⴰ. ⵓⵔ ⵏⵙⴽⵏ ⴰⵡⴷ ⵢⴰⵏ ⵓⵟⵟⵓⵏ, ⴰⴼⴰⴷ ⵓⵔ ⵉⵜⵜⵓⵙⵙⴰⵏ ⴰⵡⴷ ⵢⴰⵏ.',
	},
	'figures.cases': 'ⵉⵙⵏⵙⴰ',
	'figures.few': 'ⴷⴷⴰⵡ ⵏ {n}',
	'figures.category': 'ⵅⴼ ⵎⴰⵜⵜⴰ',
	'figures.reporter': 'ⵎⴰⵏⵡⴰ ⵢⵓⵔⴰⵏ',
	'figures.lane': 'ⵉⵙ ⵜⵍⵍⴰ ⵜⵎⵉⵡⵉⵏ ⴷⵖⵉ',
	'figures.lane.danger': 'ⵜⴰⵎⵉⵡⵉⵏ ⴷⵖⵉ',
	'figures.lane.normal': 'ⵓⵔ ⵜⵍⵍⵉ ⵜⵎⵉⵡⵉⵏ ⴷⵖⵉ',
	'figures.outcome': 'ⵎⴰ ⵉⵊⵔⴰⵏ ⴷⴼⴼⵉⵔ',
	'figures.outcome.open': 'ⵜⴰⵡⵓⵔⵉ ⵜⵙⵓⵍ',
	'figures.outcome.police': 'ⵜⵍⴽⵎ ⵍⴱⵓⵍⵉⵙ ⵏⵖ ⵏⵏⵉⵢⴰⴱⴰ',
	'figures.outcome.gone': 'ⵎⴰⵢⴰⵏⵏ ⵓⵔ ⵙⵓⵍ ⵉⵍⵍⵉ',
	'figures.outcome.host': 'ⵏⵏⴰⵏ ⵜ ⵉ ⵓⵙⵉⵜ, ⵎⴰⵢⴰⵏⵏ ⵉⵙⵓⵍ',
	'figures.outcome.answered': 'ⵜⴰⵔⴰⵔⵉⵜ ⵜⵇⴷⴷⴰ',
	'figures.outcome.not-illegal': 'ⵓⵔ ⵉⴼⴼⵉⵖ ⵅⴼ ⵍⵇⴰⵏⵓⵏ',
	'figures.outcome.ended': 'ⵉⴽⵎⵎⵍ ⵙ ⵓⴱⵔⵉⴷ ⵢⴰⴹⵏ',
	'figures.group': 'ⵜⴰⵔⴰⴱⴱⵓⵜ',
	'figures.times': 'ⵎⵏⵏⴰⵡⵜ ⵏ ⵜⵙⵔⴰⴳⵉⵏ',
	'figures.step': 'ⴰⵙⵓⵔⵉⴼ',
	'figures.promised': 'ⵎⴰ ⵏⵏⴰ',
	'figures.half': 'ⴰⵣⴳⵏ ⵏ ⵉⵙⵏⵙⴰ ⴷⴷⴰⵡ ⵏ',
	'figures.nine': 'ⵜⵥⴰ ⵙⴳ ⵎⵔⴰⵡ ⴷⴷⴰⵡ ⵏ',
	'figures.minutes': {
		by: 'n',
		one: '{n} ⵜⵙⴷ',
		other: '{n} ⵜⵙⴷ',
	},
	'figures.hours': {
		by: 'n',
		one: '{n} ⵜⵙⵔ',
		other: '{n} ⵜⵙⵔ',
	},
	'figures.same-day': 'ⴰⵙⵙ ⵏⵏⵉⵜ',
	'figures.hidden': 'ⵓⵔ ⵉⵜⵜⵢⴰⵡⵙⴽⵏ',
	'figures.method': 'ⵎⴰⵎⴽ ⵏⵙⵙⵉⴹⵉⵏ',
	'figures.method-tens':
		'ⴽⵓ ⵓⵟⵟⵓⵏ ⵉⵜⵜⵔⴰⵔⴰ ⵖⵔ ⵎⵔⴰⵡ ⴷⴷⴰⵡ ⴰⵙ: 120–129 ⵉⴳⴰ ⵢⴰⵏ ⴳⵔ ⴰⵙⵏ. ⴷⴷⴰⵡ ⵏ {n} ⵓⵔ ⵉⵜⵜⵢⴰⵡⵙⴽⵏ, ⵓⵍⴰ ⴰⵎⵢⴰ.',
	'figures.method-alone': 'ⴽⵓ ⵓⵟⵟⵓⵏ ⵡⴰⵃⴷⵓⵜ. ⵓⵔ ⵉⵣⵎⵉⵔ ⵢⴰⵏ ⴰⴷ ⵉⵙⵙⵉⴹⵏ ⵡⴰⵏⵏⴰ ⵉⵏⵜⵍⵏ ⵙⴳ ⵡⵉⵢⵢⴰⴹ.',
	'figures.method-once':
		'ⴽⵕⴰⴹ ⵡⴰⵢⵢⵓⵔⵏ ⵜⵜⴼⴼⵖⵏ ⵢⴰⵜ ⵜⵡⴰⵍⴰ, ⴷⴼⴼⵉⵔ ⵏ ⵢⴰⵏ ⵡⴰⵢⵢⵓⵔ ⴰⴷⴷⴰⵢ ⴽⵎⵎⵍⵏ, ⵓⵔ ⵜⵜⵏⴼⴰⵍⵏ. ⵓⵔ ⵉⵍⵍⵉ ⵎⴰ ⵉⵜⵜⵎⵓⵙⵙⵓⵏ ⴰⴽⴷ ⵜⴱⵔⴰⵜ.',
	'figures.method-times': {
		by: 'n',
		one: 'ⵜⵉⵙⵔⴰⴳⵉⵏ ⴽⵎⵎⵍⵏⵉⵏ, ⴰⵔ ⴰⵙⵓⵔⵉⴼ ⵏⵖ ⵜⵉⴳⵉⵔⴰ ⵏ ⵓⵙⵏⵙⴰ. ⵙⴽⵏⵏ ⵜⵏⵜ ⵖⴰⵙ ⵎⴽ {n} ⵓⵙⵏⵙⴰ ⵔⵎⵉⵏ ⴷ {n} ⵎⴰⵟⵍⵏ.',
		other: 'ⵜⵉⵙⵔⴰⴳⵉⵏ ⴽⵎⵎⵍⵏⵉⵏ, ⴰⵔ ⴰⵙⵓⵔⵉⴼ ⵏⵖ ⵜⵉⴳⵉⵔⴰ ⵏ ⵓⵙⵏⵙⴰ. ⵙⴽⵏⵏ ⵜⵏⵜ ⵖⴰⵙ ⵎⴽ {n} ⵉⵙⵏⵙⴰ ⵔⵎⵉⵏ ⴷ {n} ⵎⴰⵟⵍⵏ.',
	},
	'figures.method-who':
		'ⵎⴰⵏⵡⴰ ⵢⵓⵔⴰⵏ ⵉⵜⵜⵢⴰⵙⵙⵉⴹⵏ ⴱⵍⴰ ⵜⴰⴱⵔⴰⵜ. ⵡⴰⵏⵏⴰ ⵓⵔ ⵜ ⵉⵏⵏⵉⵏ, ⵏⵖ ⵓⵔ ⵜⴰ ⵉⵜⵜⵓⵖⵔⵉ, ⵉⴷⴷⴰ ⴰⴽⴷ ⵡⵉⵏⵏⴰ ⵓⵔ ⵉⵏⵏⵉⵏ.',
	'figures.data': 'ⵉⵙⴼⴽⴰ ⵉⵕⵥⵎⵏ',
	'figures.data.text': 'ⵓⵟⵟⵓⵏⵏ ⵏⵏⵉⵜ ⴳ ⵉⴼⵓⵢⵍⴰ. ⵙⵎⵔⵙ ⵜⵏ ⵙ ⵜⵍⵍⵉ, ⵜⵉⵏⵉⴷ ⵙⴳ ⵎⴰⵏⵉ.',
	'figures.data.schema': 'ⴰⵙⵏⵓⵎⵍ ⵏ ⵓⴼⴰⵢⵍⵓ',
}
