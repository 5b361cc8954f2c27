import type { gaps as keys } from './ar.ts'

/** Words of the study of gaps and of the law on a day, in Tamazight (Tifinagh). */
export const gaps: Readonly<Record<keyof typeof keys, string>> = {
	'law.gap.links': 'ⵜⴰⵙⵏⵉⵡⵉⵏ ⵢⴰⴹⵏ ⵏ ⵜⵣⵔⴰⵡⵜ',
	'law.gap.progress.one': 'ⴰⵔ ⴷⵖⵉ ⵢⴰⵏ ⵓⵙⵜⴰⵍ ⵖⴰⵙ ⴰⵢ ⵉⵍⵍⴰⵏ, ⴰⵙⵙ ⵏ {day}. ⵡⴰⵏⵏⴰ ⴷ ⵉⴷⴷⴰⵏ ⵔⴰⴷ ⵉⵙⵔⵙ ⵖⵔ ⵜⴰⵎⴰ ⵏⵏⵙ.',
	'law.convention.none': 'ⵓⵔ ⵜⴰ ⵏⵙⵎⵣⴰⵣⵍ ⵍⵇⴰⵏⵓⵏ ⵏ ⵍⵎⵖⵔⵉⴱ ⴷ ⵓⴹⵕⵉⵚ ⴰ.',
	'law.compare.title': 'ⴰⵙⵎⵣⴰⵣⵍ ⵏ ⵍⵉⵜⵜⵉⴼⴰⵇⵉⵢⴰⵜ',
	'law.compare.intro':
		'ⴽⵓ ⵉⵣⵔⵉⵔⵉⴳ ⴷ ⵢⴰⵏ ⵓⵙⵓⵜⵔ: ⵎⴰⵏ ⵍⵉⵜⵜⵉⴼⴰⵇⵉⵢⴰⵜ ⵜ ⵉⵙⵙⵓⵜⵓⵔⵏ, ⴳ ⵎⴰⵏ ⴰⵎⴰⴳⵔⴰⴷ, ⴷ ⵎⴰⵏⵎⴽ ⴰⵙ ⵉⵜⵜⵔⴰⵔⴰ ⵍⵇⴰⵏⵓⵏ ⵏ ⵍⵎⵖⵔⵉⴱ.',
	'law.compare.matter': 'ⴰⵙⵓⵜⵔ',
	'law.compare.column.budapest': 'ⴱⵓⴷⴰⴱⵉⵙⵜ',
	'law.compare.column.protocols': 'ⵍⴱⵔⵓⵜⵓⴽⵓⵍⴰⵜ ⵏ ⴱⵓⴷⴰⴱⵉⵙⵜ',
	'law.compare.column.arab': 'ⵍⵉⵜⵜⵉⴼⴰⵇⵉⵢⴰ ⵜⴰⵄⵔⴰⴱⵜ',
	'law.compare.column.lanzarote': 'ⵍⴰⵏⵣⴰⵔⵓⵜⵉ',
	'law.compare.column.un': 'ⵍⵓⵎⴰⵎ ⵍⵎⵓⵜⵜⴰⵃⵉⴷⴰ 2024',
	'law.compare.column.child': 'ⵉⵣⵔⴼⴰⵏ ⵏ ⵉⵔⴱⴰⵏ',
	'law.compare.column.data': 'ⵉⵙⴼⴽⴰ (108+)',
	'law.compare.column.others': 'ⵜⵉⵢⴰⴹ',
	'law.compare.without': 'ⵎⴰ ⵓⵔ ⵉⵍⵍⵉⵏ ⴳ ⵜⴼⵍⵡⵉⵜ',
	'law.compare.without.text':
		'ⵍⵉⵜⵜⵉⴼⴰⵇⵉⵢⴰⵜ ⵏⵏⴰ ⵓⵔ ⵜⴰ ⴷⴰⵔⵏⵖ ⵉⵍⵍⵉ ⴽⵔⴰ ⵏ ⵓⵎⴰⴳⵔⴰⴷ ⵏⵏⵙⵏⵜ: ⵓⵔ ⵏⵣⵎⵉⵔ ⴰⴷ ⵜⵏⵜ ⵏⵙⵎⵣⴰⵣⵍ.',
	'law.question.intro':
		'ⵉⵙⵇⵙⵉⵜⵏ ⵏⵏⴰ ⵉⵣⵎⵔ ⴰⴷ ⵉⴼⵔⵓ ⵓⵎⵙⵙⵏ ⵏ ⵍⵇⴰⵏⵓⵏ ⵖⴰⵙ. ⵕⵥⵎⵏ: {open}. ⵉⵍⵍⴰ ⵓⵎⵔⴰⵔⴰ: {answered}. ⴰⵔ ⴰⵙⵙ ⴰⵏⵏ, ⵓⵔ ⵜⴰ ⴽⵎⵎⵍⵏⵜ ⵜⴰⵡⵔⵉⵇⵉⵏ ⵏⵏⴰ ⵜⵏ ⵉⵜⵜⵇⵇⵍⵏ.',
	'law.question.waits': 'ⵎⴰ ⵉⵜⵜⵇⵇⵍⵏ ⴰⵎⵔⴰⵔⴰ: {n}',
	'law.question.waits.none': 'ⵓⵔ ⵜⵍⵍⵉ ⵜⴰⵡⵔⵉⵇⵜ ⵏⵏⴰ ⵉⵏⵏⴰⵏ ⵉⵙⵇⵙⵉ ⴰ.',
	'law.on.intro': 'ⵙⵜⵉ ⵢⴰⵏ ⵡⴰⵙⵙ. ⵔⴰⴷ ⴰⴽ ⵏⵉⵏⵉ ⵎⴰ ⵉⵅⴷⴷⵎⵏ ⴰⵙⵙ ⴰⵏⵏ, ⵎⴰ ⵓⵔ ⵉⵅⴷⵉⵎⵏ, ⴷ ⵎⴰ ⵓⵔ ⵏⵙⵙⵉⵏ.',
	'law.on.ask-all': 'ⵉⴹⵕⵉⵚⵏ ⴽⵓⵍⵍⵓ ⴰⵙⵙ ⴰⵏⵏ',
	'law.on.not-found': 'ⵓⵔ ⵏⵓⴼⵉ ⴰⴹⵕⵉⵚ ⴰ',
	'law.on.not-found.text':
		'ⵓⵔ ⵉⵍⵍⵉ ⵓⴹⵕⵉⵚ ⵏⵖ ⴰⵎⴰⴳⵔⴰⴷ ⵙ ⵉⵙⵎ ⴰ ⴳ ⵜⴰⵡⵔⵉⵇⵉⵏ ⵏⵏⵖ. ⵜⵣⵎⵔⴷ ⴰⴷ ⵜⵔⵣⵓⴷ ⴷⴰ, ⵏⵖ ⴰⴷ ⵜⵥⵕⴷ ⵉⴹⵕⵉⵚⵏ ⴽⵓⵍⵍⵓ.',
	'law.on.changes.by-then': 'ⴰⵔ ⴰⵙⵙ ⴰⵏⵏ',
	'law.on.changes.later': 'ⴹⴰⵕⵜ ⵏ ⵡⴰⵙⵙ ⴰⵏⵏ',
	'law.on.changes.undated': 'ⵓⵔ ⵏⵙⵙⵉⵏ ⴰⵙⵙ ⴳ ⵉⵙⵙⵏⵜⴰ',
}
