import type { Translated } from '../../counted.ts'
import type { cooperation as keys } from './ar.ts'

/** Words of the public page on work with other countries, in Tamazight (Tifinagh). */
export const cooperation: Translated<typeof keys, 'zgh'> = {
	'cooperation.title': 'ⵎⴰⵎⴽ ⵏⵙⵡⵓⵔⵉ ⴰⴽⴷ ⵜⵎⵓⵔⴰ ⵢⴰⴹⵏ',
	'cooperation.short': 'ⴰⵎⵢⴰⵡⴰⵙ',
	'cooperation.intro':
		'ⵜⴰⵙⵏⴰ ⵏⵏⴰ ⵉⵙⴽⴰⵔⵏ ⵍⵖⵍⴰⴹ ⵉ ⵢⴰⵏ ⵓⵔⴱⴰ ⵜⵣⵎⵔ ⴰⴷ ⵜⵉⵍⵉ ⴳ ⵜⵎⵓⵔⵜ ⵢⴰⴹⵏ. ⵀⴰ ⵎⴰⵎⴽ ⵉⵜⵜⴰⵡⴹ ⵓⵙⵉⴼⴹ ⵡⴰⵏⵏⴰ ⵉⵣⵎⵔⵏ ⴰⴷ ⵜⵜ ⵉⴽⴽⵙ.',
	'cooperation.steps': 'ⴽⴽⵓⵥ ⵉⵙⵓⵔⵉⴼⵏ',
	'cooperation.step-1': 'ⵜⵍⴽⵎ ⵜⴱⵔⴰⵜ ⵖⵔ ⵜⵙⴽⴽⵉⵔⵜ ⵏ ⵓⵙⵉⵏⵢⴰⵍⵉ. ⵉⵖⵔⴰ ⵜⵜ ⵢⴰⵏ ⵖⴼ ⵜⵜⵓⴱⴹⴰ.',
	'cooperation.step-2':
		'ⴰⵔ ⵉⵔⵣⵣⵓ ⵎⴰⵏ ⵜⴰⵎⵓⵔⵜ ⴳ ⵜⵍⵍⴰ ⵜⴰⵙⵏⴰ, ⵢⴰⵔⴰ ⵢⴰⵏ ⵓⵙⵉⴼⴹ ⵉⴳⵣⵣⵍⵏ: ⵜⴰⵏⵙⴰ, ⵎⴰⵅ ⵜⵜⵓⴳⴷⴰⵍ, ⵡⴰⵍⵓ ⵢⴰⴹⵏ.',
	'cooperation.step-3': 'ⵡⵉⵙ ⵙⵉⵏ ⵉⵖⵔⴰ ⴰⴹⵕⵉⵚ ⴰⴷ ⵏⵏⵉⵜ, ⵉⵇⴱⵍ ⵜ ⵏⵖ ⵢⴰⴳⵉ ⵜ.',
	'cooperation.step-4': 'ⵉⴷⴷⴰ ⵓⵙⵉⴼⴹ ⵖⵔ ⵓⵎⴷⵔⴰⵡ ⵏⵏⴰ ⵖⵓⵔ ⵉⵍⵍⴰ ⵓⵎⵙⴰⵙⴰ. ⵉⵣⵎⵔ ⴰⴷ ⴷ ⵢⴰⵣⵏ ⵜⴰⴳⴳⴰⵢⵜ, ⵢⵉⵏⵉ ⵎⴰ ⵉⵊⵔⴰⵏ.',
	'cooperation.never': 'ⵎⴰ ⵓⵔ ⵉⵜⵜⴼⴼⵖⵏ ⴰⴱⴰⴷⴰⵏ',
	'cooperation.never-name': 'ⵉⵙⵎ ⵏ ⵡⴰⵏⵏⴰ ⵉⵖ ⵢⵓⵔⴰⵏ, ⴷ ⵎⴰⵎⴽ ⴰⵙ ⵏⵜⵜⴰⵡⴹ',
	'cooperation.never-words': 'ⵉⵡⴰⵍⵉⵡⵏ ⵏⵏⵙ',
	'cooperation.never-files': 'ⵜⴰⵡⵍⴰⴼⵜ, ⵜⴰⴼⵉⴷⵢⵓⵜ, ⴰⴼⴰⵢⵍⵓ',
	'cooperation.never.how':
		'ⵍⴱⵔⵏⴰⵎⵊ ⵓⵔ ⴰⵔ ⵢⵜⵜⴰⵣⵏ ⴰⴼⴰⵢⵍⵓ. ⴰⵔ ⵉⵙⵙⴱⴷⴷⴰ ⴰⴹⵕⵉⵚ ⴳ ⵎⵙⴹⴼⴰⵕⵏ ⵙⴹⵉⵚ ⵉⵡⴰⵍⵉⵡⵏ ⵏⵏⵙ, ⵏⵖ ⴳ ⵉⵍⵍⴰ ⵓⵟⵟⵓⵏ, ⵜⴰⵏⵙⴰ ⵏⵖ ⵉⵙⵎ ⵏ ⵓⵎⵉⴹⴰⵏ ⵉⴼⴽⴰ. ⵉⵙⵎ ⴷ ⵜⴰⵙⵓⵖⵍⵜ, ⴱⵏⴰⴷⵎ ⵖⴰⵙ ⴰⵢ ⵜⵏ ⵉⵥⵕⵕⴰⵏ: ⵡⵉⵙ ⵙⵉⵏ ⴳ ⵓⵙⵉⴼⴹ, ⴷ ⵡⴰⵏⵏⴰ ⵢⵓⵔⴰⵏ ⴳ ⵎⴰⵢⴷ ⵉⵇⵇⵉⵎⵏ.',
	'cooperation.official': 'ⵜⵓⵜⵔⵉⵡⵉⵏ ⵜⵓⵏⵚⵉⴱⵉⵏ',
	'cooperation.official.text':
		'ⵜⴰⵙⴽⴽⵉⵔⵜ ⵏ ⵓⵙⵉⵏⵢⴰⵍⵉ ⵓⵔ ⵜⴳⵉ ⵜⴰⵏⴱⴰⴹⵜ. ⵜⵉⴷⴱⴰⵙⵉⵏ ⵉⵜⵜⵓⵏⵏⴰⵏ ⵖⴰⵙ ⴰⵢ ⵉⵜⵜⵔⵏ ⵉ ⵜⵎⵓⵔⵜ ⵢⴰⴹⵏ ⴰⴷ ⵜⵃⴹⵓ ⵉⵙⴼⴽⴰ. ⵍⴱⵔⵏⴰⵎⵊ ⴰⵔ ⵉⵙⵙⵓⵊⴰⴷ ⵜⵓⵜⵔⴰ.',
	'cooperation.official.budapest':
		'ⵍⵎⵖⵔⵉⴱ ⵉⴷⴷⴰ ⵙ ⵓⵎⵙⴰⵙⴰ ⵏ Budapest ⵙⴳ {day}. ⵉⵏⵏⴰ ⵙⵉⵏⴰⵜ ⵜⵏⵇⵇⵉⴹⵉⵏ ⵏ ⵓⵎⵢⴰⵡⴰⴹ (ⴰⵎⴰⴳⵔⴰⴷ 35): DGSN ⴷ Présidence du Ministère public.',
	'cooperation.official.court': 'ⵜⵉⵡⵉⵙⵉ ⵜⴰⵣⵔⴼⴰⵏⵜ ⴰⵔ ⵜⴽⴽⴰ ⵙⴳ ⵜⵎⴰⵡⴰⵙⵜ ⵏ ⵜⵏⵣⵣⴰⵔⴼⵓⵜ (ⵉⵎⴰⴳⵔⴰⴷⵏ 24 ⴷ 27).',
	'cooperation.official.source': 'ⴰⴹⵕⵉⵚ ⵏ ⵓⵎⵙⴰⵙⴰ ⴷ ⵉⵖⴱⵓⵍⴰ ⵏⵏⵙ',
	'cooperation.official.not-reviewed': 'ⵓⵔ ⵜⴰ ⵜⵖⵔⵉ ⵜⴰⵙⵏⴰ ⴰ ⵢⴰⵏ ⵓⵎⵙⵙⵏ ⵏ ⵍⵇⴰⵏⵓⵏ.',
	'cooperation.today': 'ⵎⴰ ⵉⵍⵍⴰⵏ ⴰⵙⵙ ⴰ',
	'cooperation.today.demonstration': 'ⵜⴰⵙⵏⴰ ⴰ ⵉ ⵓⵔⴰⵎ ⵖⴰⵙ: ⵓⵔ ⵉⵜⵜⴼⴼⵖ ⵡⴰⵍⵓ ⵙⴳ ⴷⴰ, ⵓⵔ ⵉⵍⵍⵉ ⵓⵎⵙⴰⵙⴰ.',
	'cooperation.today.invented': 'ⵉⵙⵎⴰⵡⵏ ⴷⴷⴰⵡ ⵜⵜⵓⵙⵏⴼⵍⵓⵍⵏ.',
	'cooperation.today.none':
		'ⵓⵔ ⵜⴰ ⵉⵍⵍⵉ ⵓⵎⵙⴰⵙⴰ: ⵜⵓⵔⴰ ⵜⵍⴳⴰⵎⵜ. ⴰⴷⴷⴰⵢ ⵉⵜⵜⵓⵙⵉⵏⵢⴰ ⵢⴰⵏ, ⴰⴷ ⵉⴱⴰⵢⵏ ⴷⴰ ⵙ ⵢⵉⵙⵎ ⴷ ⵜⵎⵓⵔⵜ.',
	'cooperation.today.elsewhere': 'ⴰⵎⴰⴽⴽⴰⵢ ⴰ ⴰⵔ ⵉⵙⴽⴰⵏ ⵜⴰⵙⵏⵉⵡⵉⵏ ⵖⴰⵙ: ⵓⵔ ⵉⵙⵙⵉⵏ ⵜⴰⵍⴳⴰⵎⵜ.',
	'cooperation.partners': 'ⵉⵎⴷⵔⴰⵡⵏ ⵏⵏⵖ',
	'cooperation.record': 'ⴽⵓ ⴰⵣⵣⴰⵏ ⴷ ⴽⵓ ⴰⵙⵏⴼⵍ ⵏ ⵜⵙⴰⵔⵓⵜ ⵉⴳⴰ ⵉⵣⵔⵉⵔⵉⴳ ⴳ ⵙⵙⵉⵊⵉⵍ ⵉⵕⵥⵎⵏ.',
	'cooperation.help': 'ⵎⴽ ⵉⵍⵍⴰ ⵓⵔⴱⴰ ⴳ ⵜⵎⵉⵡⵉⵏ ⴷⵖⵉ, ⵜⵉⴳⴳⵓⵔⴰ ⵉⵇⵕⴱⵏ ⵓⴳⴰⵔⵏⵜ ⴳ ⵜⴰⵣⵣⵍⴰ.',
	'cooperation.figures': 'ⵜⴰⵡⵓⵔⵉ ⴰⴽⴷ ⵜⵎⵓⵔⴰ ⵢⴰⴹⵏ ⵙ ⵉⵎⴹⴰⵏⵏ',
	'cooperation.figures.out': 'ⵉⵙⵉⴼⴹⵏ ⵖⵔ ⵉⵎⴷⵔⴰⵡⵏ',
	'cooperation.figures.in': 'ⵉⵙⵉⴼⴹⵏ ⵙⴳ ⵉⵎⴷⵔⴰⵡⵏ',
	'cooperation.figures.preservation': 'ⵜⵓⵜⵔⵉⵡⵉⵏ ⵏ ⵓⵃⵟⵟⵓ ⵏ ⵉⵙⴼⴽⴰ',
	'cooperation.figures.indicators': 'ⵜⴰⵏⵙⵉⵡⵉⵏ ⴷ ⵉⴹⴰⵔⵏ ⵉ ⵓⴳⴷⴰⵍ',
	'cooperation.figures.country': 'ⵜⴰⵎⵓⵔⵜ',
	'cooperation.figures.number': 'ⵓⵟⵟⵓⵏ',
	'cooperation.figures.result': 'ⵎⴰⵢⴷ ⵉⵊⵔⴰⵏ',
	'cooperation.figures.others': 'ⵜⵉⵎⵓⵔⴰ ⵢⴰⴹⵏ',
	'cooperation.figures.answered': 'ⴰⵣⴳⵏ ⵏ ⵜⵔⴰⵔⵉⵡⵉⵏ ⴷⴷⴰⵡ ⵏ',
	'cooperation.figures.days': { by: 'n', one: '{n} ⵡⴰⵙⵙ', other: '{n} ⵡⵓⵙⵙⴰⵏ' },
	'cooperation.figures.few': 'ⵉⴷⵔⵓⵙ ⵉ ⵓⵙⴽⴰⵏ.',
	'cooperation.figures.outcome.gone': 'ⵉⵜⵜⵡⴰⴽⴽⵙ',
	'cooperation.figures.outcome.declined': 'ⵢⵓⴳⵉ, ⵏⵖ ⵙⵓⵍ ⵉⵍⵍⴰ',
	'cooperation.figures.outcome.silent': 'ⵓⵔ ⵜⵍⵍⵉ ⵜⵔⴰⵔⵉⵜ ⴳ ⵓⵙⴰⴽⵓⴷ',
	'cooperation.figures.outcome.open': 'ⵙⵓⵍ ⵉⵕⵥⵎ',
	'cooperation.figures.outcome.ended': 'ⵉⵇⵇⵏ ⴱⵍⴰ ⵜⴰⵔⴰⵔⵉⵜ',
	'cooperation.figures.kept.kept': 'ⵜⵜⵓⵃⵟⵟⴰⵏ ⵉⵙⴼⴽⴰ',
	'cooperation.figures.kept.lapsed': 'ⵉⵣⵔⵉ ⵡⴰⴽⵓⴷ',
	'cooperation.figures.kept.refused': 'ⵜⵜⵡⴰⴳⵉ',
	'cooperation.figures.kept.open': 'ⵓⵔ ⵜⴰ ⵜⵍⵍⵉ ⵜⵔⴰⵔⵉⵜ',
	'cooperation.figures.kept.withdrawn': 'ⵜⵜⵡⴰⴽⴽⵙ ⵜⵓⵜⵔⴰ',
	'cooperation.figures.block.published': 'ⵙⵓⵍ ⵜⵙⵡⵓⵔⵉ',
	'cooperation.figures.block.withdrawn': 'ⵜⴻⵜⵜⵡⴰⴽⴽⵙ',
	'cooperation.figures.block.expired': 'ⵉⵣⵔⵉ ⵡⴰⴽⵓⴷ ⵏⵏⵙ',
}
