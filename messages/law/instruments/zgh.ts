import type { instruments as keys } from './ar.ts'

/** Words of the pages of texts and articles and of the ways into them, in Tamazight (Tifinagh). */
export const instruments: Readonly<Record<keyof typeof keys, string>> = {
	'law.instrument.today': 'ⴰⵙⵙⴰ, {day}:',
	'law.hub.more': 'ⵓⴳⴳⴰⵔ ⵏ ⵎⴰⵢⴰ',
	'law.hub.gaps': 'ⵎⴰ ⵉⵍⵍⴰⵏ, ⵎⴰ ⵉⵅⵚⵚⴰⵏ, ⴷ ⵎⴰ ⵉⵣⵎⵔⵏ ⴰⴷ ⵜ ⵉⵙⵎⴷ.',
	'law.hub.compare': 'ⵙⵎⵣⴰⵣⵍ ⵍⵉⵜⵜⵉⴼⴰⵇⵉⵢⴰⵜ',
	'law.hub.compare.text': 'ⵢⴰⵏ ⵍⵡⴰⵊⵉⴱ, ⴷ ⵎⴰⵏⵎⴽ ⵜ ⵜⵜⵉⵏⵉ ⴽⵓ ⵢⴰⵜ.',
	'law.hub.on': 'ⵙⵜⵉ ⴰⵙⵙ: ⵎⴰ ⵉⵅⴷⴷⵎⵏ ⴰⵙⵙ ⴰⵏⵏ, ⵙ ⵎⴰ ⵏⵓⴼⴰ.',
	'law.hub.questions': 'ⵉⵎⵙⵙⵏⵏ ⵏ ⵍⵇⴰⵏⵓⵏ ⴽⴰ ⴰⵢ ⵉⵣⵎⵔⵏ ⴰⴷ ⵔⴰⵔⵏ. ⵉⵙ ⴷⴰⵔⴽ ⵜⴰⵎⵔⴰⵔⵓⵜ?',
	'law.hub.study': 'ⵜⵉⴼⵍⵡⵉⵏ, ⵉⵖⴱⵓⵍⴰ ⴷ ⵉⵙⵇⵙⵉⵜⵏ, ⵙ ⵜⵄⵔⴰⴱⵜ ⴷ ⵜⴼⵔⴰⵏⵚⵉⵙⵜ.',
	'law.hub.data': 'ⵎⴰ ⴷⴰⵔⵏⵖ ⵉⵍⵍⴰⵏ ⴰⴽⴽⵯ ⴳ ⵉⴼⴰⵢⵍⵓⵜⵏ, ⵜⵣⵎⵔⴷ ⴰⴷ ⵜⵏ ⵜⴰⵙⵉⴷ.',
	'law.hub.figures': 'ⵙ ⵡⵓⵟⵟⵓⵏⵏ',
	'law.hub.figures.instruments': 'ⵉⴹⵕⵉⵚⵏ',
	'law.hub.figures.provisions': 'ⵉⵎⴰⴳⵔⴰⴷⵏ',
	'law.hub.figures.mappings': 'ⵉⵣⵔⵉⵔⵉⴳⵏ ⵏ ⵜⵣⵔⴰⵡⵜ',
	'law.hub.figures.sources': 'ⵉⵖⴱⵓⵍⴰ',
}
