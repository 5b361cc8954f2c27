import type { paper as keys } from './ar.ts'

/** Words of the page that hands out the printed study of the law, in Tamazight (Tifinagh). */
export const paper: Readonly<Record<keyof typeof keys, string>> = {
	'law.paper.title': 'ⵜⴰⵣⵔⴰⵡⵜ ⴳ ⵍⴽⴰⵖⵉⴹ',
	'law.paper.intro':
		'ⵎⴰ ⵙⵙⵓⵜⵓⵔⵏⵜ ⵍⵉⵜⵜⵉⴼⴰⵇⵉⵢⴰⵜ ⵉ ⵓⴼⵔⴰⴳ ⵏ ⵉⵔⴱⴰⵏ ⴳ ⵉⵏⵜⵉⵔⵏⵉⵜ, ⵎⴰ ⵉⵏⵏⴰ ⵍⵇⴰⵏⵓⵏ ⵏ ⵍⵎⵖⵔⵉⴱ, ⵎⴰ ⵉⵅⵚⵚⴰⵏ. ⵉ ⵓⵙⵉⴳⴳⵣ, ⵉ ⵜⵖⵓⵔⵉ ⴱⵍⴰ ⵉⵏⵜⵉⵔⵏⵉⵜ.',
	'law.paper.state': 'ⴰⵙⵙ ⵏ {day}. ⵜⴰⵎⴰⵜⴰⵔⵜ ⵏ ⵉⵏⵖⵎⵉⵙⵏ: {print}.',
	'law.paper.study': 'ⵜⴰⵣⵔⴰⵡⵜ ⴰⴽⴽⵯ',
	'law.paper.study.text': 'ⵍⵊⴰⴷⴰⵡⵉⵍ, ⵉⵖⴱⵓⵍⴰ, ⵉⵙⵇⵙⵉⵜⵏ ⵉ ⵉⵎⵙⵙⵏⵏ ⵏ ⵍⵇⴰⵏⵓⵏ, ⵉⵎⴰⴳⵔⴰⴷⵏ.',
	'law.paper.summary': 'ⵜⴰⵣⵔⴰⵡⵜ ⴳ ⵢⴰⵜ ⵜⴰⵙⵏⴰ',
	'law.paper.summary.text': 'ⵓⵟⵟⵓⵏⵏ, ⵎⴰ ⵉⵅⵚⵚⴰⵏ, ⵎⴰ ⵉⵥⴹⴰⵕⵏ ⴰⴷ ⵜ ⵉⵄⵎⵎⵔ. ⵢⴰⵜ ⵜⴰⵙⵏⴰ ⵖⴰⵙ.',
	'law.paper.file': 'PDF · ⵜⴰⵙⵏⵉⵡⵉⵏ: {pages} · {size}',
	'law.paper.method': 'ⵎⴰⵎⴽ ⵜⵜⵓⵙⴽⴰⵔ',
	'law.paper.method.text':
		'ⵉ ⴽⵓ ⵎⴰ ⵜⵙⵙⵓⵜⵓⵔ ⵢⴰⵜ ⵍⵉⵜⵜⵉⴼⴰⵇⵉⵢⴰ: ⵎⴰⵏ ⵉⵎⴰⴳⵔⴰⴷⵏ ⵏ ⵍⵎⵖⵔⵉⴱ ⴰⵢ ⴰⵙ ⵉⵏⵏⴰⵏ? ⵎⴰ ⵜⵙⵙⵓⵜⵓⵔ: {rows}. ⵍⵉⵜⵜⵉⴼⴰⵇⵉⵢⴰⵜ: {conventions}. ⵉⵖⴱⵓⵍⴰ: {sources}. ⵎⴰ ⵓⵔ ⵏⵓⴼⵉ, ⵏⵏⴰ ⵜ.',
	'law.paper.unread': 'ⵓⵔ ⵜⴰ ⵜⵜ ⵉⵖⵔⵉ ⵓⵎⵙⵙⵏ ⵏ ⵍⵇⴰⵏⵓⵏ.',
	'law.paper.alive': 'ⵜⴰⵣⵔⴰⵡⵜ ⴳ ⵡⴰⵙⵉⵜ',
	'law.paper.alive.text': 'ⴳ ⵡⴰⵙⵉⵜ, ⴰⵔ ⵜⵜⵏⴼⴰⵍ ⵎⴽ ⵉⵏⵏⴼⵍ ⵍⵇⴰⵏⵓⵏ.',
}
