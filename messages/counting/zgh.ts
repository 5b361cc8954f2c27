import type { Translated } from '../counted.ts'
import type { counting as keys } from './ar.ts'

/** Words about counting without watching, in Tamazight (Tifinagh). */
export const counting: Translated<typeof keys, 'zgh'> = {
	'counting.title': 'ⵎⴰⵜⵜⴰ ⴰⵢ ⵏⵙⵙⵉⴹⵉⵏ ⴷⴰ?',
	'counting.intro':
		'ⴷⴰ ⵏⵙⵙⵉⴹⵉⵏ ⵎⵏⵏⴰⵡⵜ ⵏ ⵜⵡⴰⵍⵉⵡⵉⵏ ⵜⵕⵥⵎ ⵜⴳⴳⵓⵔⵜ, ⵓⵔ ⵏⵙⵙⵉⵏ ⵎⴰⵏⵡⴰ ⵜⵜ ⵉⵕⵥⵎⵏ. ⴱⵍⴰ ⵉⵙⵎ, ⴱⵍⴰ ⴽⵓⴽⵉⵣ, ⴱⵍⴰ ⵜⴰⵏⵙⴰ ⵏ ⵓⵜⵉⵍⵉⴼⵓⵏ.',
	'counting.plain': 'ⵙ ⵓⵣⴳⵣⵍ',
	'counting.plain-1': 'ⵡⴰⵏⵏⴰ ⴷ ⵢⵓⵛⴽⴰⵏ ⵖⵔ ⵓⵙⵉⵜ ⵙⴳ ⴱⵕⵕⴰ ⴰⵔ ⵉⵔⵏⵏⵓ ⵢⴰⵏ ⵖⵔ ⵓⵟⵟⵓⵏ. ⴰⵢⴰ ⴽⵓⵍⵍⵓ.',
	'counting.plain-2':
		'ⴷⴰⵜ ⵏ ⵓⵙⵙⵉⴹⵏ, ⴷⴰ ⵏⵔⵏⵏⵓ ⵙ ⵜⵙⵖⴰⵔⵜ ⴽⵔⴰ ⵖⵔ ⴽⵓ ⵓⵟⵟⵓⵏ, ⵏⵖ ⵏⵜⵜⴽⴽⵙ ⵣⴳⵙ, ⵓⵔ ⵉⵙⵙⵉⵏ ⴰⵡⴷ ⵢⴰⵏ ⵎⵏⵏⴰⵡⵜ. ⵙ ⵓⵢⴰ ⴰⵡⴷ ⵢⴰⵏ, ⵓⵍⴰ ⵏⴽⴽⵏⵉ, ⵓⵔ ⵉⵣⵎⵉⵔ ⴰⴷ ⵉⵙⵙⵏ ⵉⵙ ⴷ ⵜⵓⵛⴽⴰ ⵢⴰⵜ ⵜⵡⵊⴰ ⵏⵖ ⵢⴰⵏ ⵓⵏⴽⵓⴷ.',
	'counting.plain-3':
		'ⵓⵟⵟⵓⵏⵏ ⵜⵜⴱⴰⵢⴰⵏⵏ ⵢⴰⵜ ⵜⵡⴰⵍⴰ, ⵢⴰⵏ ⵡⴰⵢⵢⵓⵔ ⴷⴼⴼⵉⵔ ⵏ ⵜⴳⵉⵔⴰ, ⴳ ⵜⴰⵙⵏⴰ ⴰ ⵏⵖ ⴳ ⵜⴰⵙⵏⴰ ⵏ ⵓⵖⴰⵡⴰⵙ. ⵓⵟⵟⵓⵏ ⵎⵥⵥⵉⵢⵏ ⵓⵔ ⵉⵜⵜⵢⴰⵡⵙⴽⵏ.',
	'counting.plain-4':
		'ⵓⵔ ⵊⵊⵓ ⵏⵙⵙⵉⴹⵉⵏ: ⵜⵉⵎⵔⴰⵔⵓⵜⵉⵏ ⵏ ⵜⵉⵡⵉⵙⵉ, ⴰⵔⵣⵣⵓ, ⵙⵉⵏⵢⴰⵍⵉ, ⵜⴰⵙⵏⴷⵓⵇⵜ ⵏ ⵜⴱⵔⴰⵜⵉⵏ, ⵓⵍⴰ ⴰⵙⵉⴽⵍ ⵙⴳ ⵜⴰⵙⵏⴰ ⵖⵔ ⵜⴰⵙⵏⴰ ⴳ ⵓⵙⵉⵜ.',
	'counting.yours': 'ⵎⴰ ⵉⵔⵏⴰ ⵓⵕⵥⴰⵎ ⵏ ⵜⴰⵙⵏⴰ ⴰ',
	'counting.yours.one': 'ⵢⴰⵏ ⵖⵔ ⵓⵟⵟⵓⵏ ⵏ ⵜⴰⵙⵏⵉⵡⵉⵏ ⵏ ⵓⵖⴰⵡⴰⵙ, ⵢⴰⵏ ⵖⵔ ⵓⵟⵟⵓⵏ ⵏ ⵜⵓⵜⵍⴰⵢⵜ ⴰ. ⵓⵔ ⵉⵍⵍⵉ ⵎⴰ ⵢⴰⴹⵏ.',
	'counting.yours.none': 'ⵡⴰⵍⵓ: ⴰⴱⵔⵉⴷ ⵢⵓⵛⴽⴰ ⴷ ⵙⴳ ⵜⴰⵙⵏⴰ ⵢⴰⴹⵏ ⴳ ⵓⵙⵉⵜ, ⵏⵖ ⵍⵏⴰⴱⵉⴳⴰⵜⵓⵔ ⴰ ⵓⵔ ⵉⵏⵏⵉ ⵎⴰⵏⵉ ⵙⴳ ⴷ ⵢⵓⵛⴽⴰ.',
	'counting.yours.live':
		'ⵓⵔ ⵉⵍⵍⵉ ⴷⴰ ⵓⵟⵟⵓⵏ ⵉⴷⴷⵔⵏ: ⴰⵥⵕⴰⵢ ⵏⵏⵙ ⵙⵏⴰⵜ ⵜⵡⴰⵍⵉⵡⵉⵏ ⵉⵇⵇⴰⴷⴷⴰ ⴰⴷ ⵉⵙⵙⵏ ⵢⴰⵏ ⵉⵙ ⴷ ⵢⵓⵛⴽⴰ ⴽⵔⴰ.',
	'counting.what': 'ⵎⴰ ⵉⵜⵜⵢⴰⵙⵙⵉⴹⵏⵏ, ⵙ ⵜⵙⵇⵇⵉ',
	'counting.head.what': 'ⵓⵟⵟⵓⵏ',
	'counting.head.each': 'ⴽⵓ',
	'counting.head.noise': 'ⵜⴰⵙⵖⴰⵔⵜ (t)',
	'counting.head.epsilon': 'ⵉⴱⵙⵉⵍⵓⵏ',
	'counting.family.page': 'ⵜⵉⵡⴰⵛⴽⴰ ⵙ ⵡⴰⵏⴰⵡ ⵏ ⵜⴰⵙⵏⴰ: ⴰⵙⵏⵓⴱⴳ, ⵉⵙⵏⵜⴰⵍ, ⴰⵍⵎⵎⵓⴷ, ⵉⵎⴰⵙⵙⵏ, ⵍⵇⴰⵏⵓⵏ, ⴰⵖⴰⵡⴰⵙ',
	'counting.family.language': 'ⵜⵉⵡⴰⵛⴽⴰ ⵙ ⵜⵓⵜⵍⴰⵢⵜ',
	'counting.family.place': 'ⵜⵉⵡⴰⵛⴽⴰ ⵙ ⵜⴰⵏⴳⴰⵍⵜ ⵏ ⵢⴰⵜ ⵜⵍⵡⵉⵃⵜ, ⵙ ⵜⴰⵙⴳⴰ ⵏ ⵜⵍⵡⵉⵃⵜ',
	'counting.family.campaign': 'ⵜⵉⵡⴰⵛⴽⴰ ⵙ ⵜⴰⵏⴳⴰⵍⵜ, ⵙ ⵓⵙⵙⵡⵡⴰⴳ ⴷ ⵓⴱⵔⵉⴷ ⵏⵏⵙ',
	'counting.family.helped': 'ⵜⵉⵎⵔⴰⵔⵓⵜⵉⵏ: ⵉⵙ ⵜⵓⵡⵙ ⵜⴰⵙⵏⴰ ⴰ?',
	'counting.family.protected': 'ⴰⵃⵟⵟⵓ ⵏⵏⴰ ⵉⵜⵜⵓⵙⵍⴽⵏⵏ, ⴷⴼⴼⵉⵔ ⵏ ⵜⵙⵖⴰⵔⵜ ⴳ ⵓⵜⵉⵍⵉⴼⵓⵏ',
	'counting.family.pressed': 'ⵉⵙⵉⴷⵔⵎⵏ ⵏ ⵉⵎⴰⵍⴰⵙⵙ ⵅⴼ ⵍⴱⵓⵟⵓⵏⴰ ⵏ ⵓⵃⵟⵟⵓ, ⴰⴼⴰⴷ ⵉⴱⴰⵏ ⵓⵖⵓⵛⵛⵓ',
	'counting.each.month': 'ⴰⵢⵢⵓⵔ',
	'counting.each.quarter': 'ⴽⵕⴰⴹ ⵡⴰⵢⵢⵓⵔⵏ',
	'counting.sum':
		'ⵢⴰⵜ ⵜⵡⴰⵛⴽⴰ ⵙ ⵜⴰⵏⴳⴰⵍⵜ ⴰⵔ ⵜⵙⵙⵔⵓⵃ ⵉⴱⵙⵉⵍⵓⵏ {one} ⴳ ⵡⵓⵟⵟⵓⵏⵏ ⴽⵓⵍⵍⵓ; ⵙⵎⵎⵓⵙⵜ ⵙⴳ ⵢⴰⵜ ⵜⵡⵊⴰ ⴳ ⴽⵕⴰⴹ ⵡⴰⵢⵢⵓⵔⵏ {five} ⵙ ⵓⴳⴳⴰⵔ; ⵎⵔⴰⵡ {ten}.',
	'counting.exact': 'ⵉ ⵡⴰⵏⵏⴰ ⵉⵔⴰⵏ ⵜⴰⵙⵇⵇⵉ',
	'counting.exact-arrival':
		'ⵜⴰⵡⴰⵛⴽⴰ ⵜⴳⴰ ⵜⵓⵜⵔⴰ GET ⴳ ⵍⵍⴰⵏ Sec-Fetch-Mode=navigate, Sec-Fetch-Dest=document, Sec-Fetch-Site=none ⵏⵖ cross-site, ⴱⵍⴰ prefetch, ⵏⵏⴰ ⵎⵉ ⵢⵓⵔⴰⵔ ⵓⵎⴰⴽⴽⴰⵢ 200. ⵓⵔ ⵜⵜⵓⵖⵔⴰⵏⵜ ⵜⴰⵏⵙⴰ ⵏ ⵓⵥⵟⵟⴰ, ⵓⵍⴰ Referer, ⵓⵍⴰ ⴰⵏⴰⵡ ⵏ ⵍⵏⴰⴱⵉⴳⴰⵜⵓⵔ. ⵍⵏⴰⴱⵉⴳⴰⵜⵓⵔ ⵏⵏⴰ ⵓⵔ ⵜⵏ ⵉⵜⵜⴰⵣⵏⵏ ⵓⵔ ⵉⵜⵜⵢⴰⵙⵙⵉⴹⵏ.',
	'counting.exact-noise':
		'ⴽⵓ ⵜⴰⵃⴰⵏⵓⵜ ⴰⵔ ⵜⵜⵍⴰⵍⴰ ⵙ ⵜⵙⵖⴰⵔⵜ ⵏ Laplace, ⵙ ⵡⵓⵟⵟⵓⵏⵏ ⵉⵎⴷⴷⴰⴷⵏ ⵙⴳ ⵓⵎⴰⵙⵙ (Canonne, Kamath, Steinke, 2020). ⴷⴼⴼⵉⵔⴰⵙ ⴷⴰ ⵉⵔⵏⵏⵓ ⵖⴰⵙ ⵢⴰⵏ. ⵓⵟⵟⵓⵏ ⵏⵏⴰ ⵉⴼⴼⵖⵏ ⵉⴳⴰ ⵡⴰⵏⵏⴰ ⵉⵜⵜⵓⵃⴹⴰⵏ: ⵓⵔ ⵜⵍⵍⵉ ⵜⵙⵖⴰⵔⵜ ⵜⵉⵙⵙ ⵙⵏⴰⵜ. ⴳ ⵓⴹⴱⵙⵉ ⵉⵍⵍⴰ ⵓⴱⵍⵓⴽ ⵉⵇⵇⵏⵏ, ⵜⴰⵙⴰⵔⵓⵜ ⵏⵏⵙ ⵓⵔ ⵜⵍⵍⵉ ⴳ ⵜⵙⵉⵍⴰ ⵏ ⵉⵙⴼⴽⴰ ⵓⵍⴰ ⴳ ⵜⵏⵖⵍⵉⵡⵉⵏ.',
	'counting.exact-limit':
		'ⵜⵉⵡⴰⵛⴽⴰ ⵙ ⵜⴰⵏⴳⴰⵍⵜ ⴷⴰⵔⵙⵏⵜ ⴰⵡⵜⵜⵓ: ⵙⵎⵎⵓⵙⵜ ⵉ ⵜⴰⵙⴳⴰ, ⵙⴰⴽⵉⵏ ⵢⴰⵜ ⴽⵓ 120 ⵏ ⵜⵙⵉⵏⵜ. ⵎⴰ ⵉⵣⵔⵉⵏ ⴰⵔ ⵉⵜⴷⴷⵓ ⵖⵔ ⵜⵃⴰⵏⵓⵜ «ⵏⵏⵉⴳ ⵏ ⵓⵡⵜⵜⵓ». ⴽⵓⵥⵎⵔⴰⵡ ⵏ ⵉⵏⵍⵎⴰⴷⵏ ⴳ ⵎⵔⴰⵡⵜ ⵜⵓⵙⴷⴰⴷⵉⵏ ⵓⵥⵏ ⵜⵥⴰ.',
	'counting.exact-shown':
		'ⴽⵓ ⵓⵟⵟⵓⵏ ⴷⴰⵔⵙ ⴰⵣⵎⵓⵍ ⵏ 95 %: ± 60 ⵉ ⵜⴰⵙⴳⴰ, ± 300 ⵉ ⵡⵉⵢⵢⴰⴹ. ⵓⵔ ⵉⵜⵜⵢⴰⵡⵙⴽⵏ ⵎⴰ ⵉⴷⵔⵓⵙⵏ ⵅⴼ 120 ⵏⵖ 600. ⴰⴳⵔⴰⵡ ⵏ ⵜⵙⴳⵉⵡⵉⵏ ⴷ ⵓⴳⵔⴰⵡ ⵏ ⵜⵎⵓⵔⵜ ⴷⴰⵔⵙⵏ ⵜⵉⵙⵖⴰⵔⵉⵏ ⵢⴰⴹⵏ: ⵓⵔ ⵉⵎⵎⵉⵜⵏ ⴰⴷ ⵎⵙⴰⵙⴰⵏ.',
	'counting.exact-device':
		'ⵉ ⵓⵃⵟⵟⵓ, ⴰⵜⵉⵍⵉⴼⵓⵏ ⴰⵔ ⵉⵙⵜⵜⴰⵢ ⵢⴰⵏ ⵙⴳ ⴽⵕⴰⴹ, ⵉⵏⵏⴰ ⵜⵉⴷⵜ ⴽⵕⴰⴹⵜ ⵜⵡⴰⵍⵉⵡⵉⵏ ⵙⴳ ⴽⴽⵓⵥⵜ, ⴰⵎⴳⴳⴰⵍ ⵢⴰⵜ (ⵉⴱⵙⵉⵍⵓⵏ 1,10). ⵓⵟⵟⵓⵏ ⵉⴳⴰ «ⵙⴳ ⵡⵉⵏⵏⴰ ⵉⴷⵔⵎⵏ», ⵓⵔ ⵉⴳⵉ ⵙⴳ ⵜⵡⵊⵉⵡⵉⵏ ⴽⵓⵍⵍⵓ.',
	'counting.exact-not':
		'ⵎⴰ ⵓⵔ ⵉⵃⵟⵟⵓ ⵓⵢⴰ: ⴳⵔ ⵙⵏⴰⵜ ⵜⵎⵓⵃⴹⵉⵡⵉⵏ (4 ⴰⵔ 8 ⵏ ⵜⵙⵔⴰⴳⵉⵏ) ⵎⴰ ⵉⵔⵏⴰⵏ ⵉⵍⵍⴰ ⴳ ⵜⵎⴽⵜⵉⵜ ⵏ ⵓⵎⴰⴽⴽⴰⵢ. ⵡⴰⵏⵏⴰ ⵉⵙⵡⵓⴷⴷⵓⵏ ⴰⵎⴰⴽⴽⴰⵢ ⵙ ⵓⵏⵎⵔⴰ ⵢⵉⵅⵛⵏ ⵉⵣⵎⵔ ⴰⴷ ⵢⴰⵔⴰ ⵜⴰⵏⵙⵉⵡⵉⵏ, ⵏⵖ ⴰⴷ ⵉⴽⴼ ⴰⵖⴰⵡⴰⵙ ⵢⴰⴹⵏ. ⵡⴰⵏⵏⴰ ⴷ ⵉⵜⵜⴰⵛⴽⴰⵏ ⴱⴰⵀⵔⴰ ⵉⵎⵎⵓⵃⴹⴰ ⴷⵔⵓⵙ.',
	'counting.ledger': 'ⵙⵙⵉⵊⵉⵍ ⵏ ⵓⵙⵙⵉⴹⵏ',
	'counting.ledger.text':
		'ⴽⵓ ⵓⵟⵟⵓⵏ, ⵎⵍⵎⵉ ⵉⵍⵓⵍ, ⵎⵍⵎⵉ ⵉⴼⴼⵖ, ⵎⵏⵏⴰⵡⵜ ⴰⵢ ⵉⵔⵓⵃⵏ. ⴽⵓ ⴰⵙⵔⵉⴳ ⴰⵔ ⵉⴽⵛⵛⵎ ⴰⵡⴷ ⵙⵙⵉⵊⵉⵍ ⵉⵕⵥⵎⵏ.',
	'counting.ledger.none': 'ⵓⵔ ⵜⴰ ⵉⴱⴷⵉ ⵓⵙⵙⵉⴹⵏ.',
	'counting.head.period': 'ⴰⴽⵓⴷ',
	'counting.head.born': 'ⵉⵍⵓⵍ',
	'counting.head.state': 'ⴰⴷⴷⴰⴷ',
	'counting.outcome.counting': 'ⴷⴰ ⵉⵜⵜⵢⴰⵙⵙⵉⴹⵏ',
	'counting.outcome.released': 'ⵉⴼⴼⵖ',
	'counting.outcome.key-lost': 'ⵓⵔ ⵉⵜⵜⵢⴰⵙⵙⵉⴹⵏ: ⵜⵣⵍⴰ ⵜⵙⴰⵔⵓⵜ',
	'counting.days': 'ⵓⵙⵙⴰⵏ ⵏ ⵓⵙⵙⵉⴹⵏ: {n} ⵙⴳ {of}',
	'counting.act.born': 'ⵉⴱⴷⴰ ⵓⵙⵙⵉⴹⵏ ⵏ ⵢⴰⵏ ⵡⴰⴽⵓⴷ',
	'counting.act.released': 'ⴼⴼⵖⵏ ⵡⵓⵟⵟⵓⵏⵏ ⵏ ⵢⴰⵏ ⵡⴰⴽⵓⴷ',
	'counting.helped': 'ⵉⵙ ⵜⵓⵡⵙ ⵜⴰⵙⵏⴰ ⴰ?',
	'counting.helped.yes': 'ⵢⴰⵀ',
	'counting.helped.some': 'ⵉⵎⵉⴽ',
	'counting.helped.no': 'ⵓⵀⵓ',
	'counting.helped.how': 'ⵜⴰⵎⵔⴰⵔⵓⵜ ⵖⴰⵙ ⴰⵢ ⵉⵜⵜⵢⴰⵙⵙⵉⴹⵏⵏ, ⵓⵔ ⵏⵙⵙⵉⵏ ⵡⵉⵏ ⵎⵉ ⵜⴳⴰ.',
	'counting.helped.thanks': 'ⵜⴰⵏⵎⵎⵉⵔⵜ. ⵜⴰⵎⵔⴰⵔⵓⵜ ⵜⵔⵏⴰ ⵖⵔ ⵓⵟⵟⵓⵏ.',
	'counting.protected': 'ⵢⴰⵏ ⵢⴰⴹⵏ ⴳ ⵓⵟⵟⵓⵏ?',
	'counting.protected.text':
		'ⵉ ⵡⴰⵏⵏⴰ ⵉⵔⴰⵏ: ⴰⵜⵉⵍⵉⴼⵓⵏ ⴰⵔ ⵉⴳⴳⴰⵔ ⵜⴰⵙⵖⴰⵔⵜ, ⵢⴰⵣⵏ ⵢⴰⵜ ⵜⵎⵔⴰⵔⵓⵜ, ⵜⵉⴷⵜ ⵏⵖ ⴰⵎⴳⴳⴰⵍ. ⵓⵔ ⵉⵙⵙⵉⵏ ⴰⵡⴷ ⵢⴰⵏ ⵎⴰⵏ ⵜⵉⵏ; ⵙ ⴽⵉⴳⴰⵏ ⵏ ⵜⵎⵔⴰⵔⵓⵜⵉⵏ ⴷⴰ ⵏⵙⵙⴰⵏ ⵎⵏⵏⴰⵡⵜ ⵏ ⵜⴳⵎⵎⴰ ⴰⵢ ⵉⵎⵎⵓⵃⴹⴰⵏ.',
	'counting.protected.no-script': 'ⴰⵢⴰ ⵉⵔⴰ JavaScript: ⵜⴰⵙⵖⴰⵔⵜ ⴰⵔ ⵜⵜⵓⴳⴰⵔ ⴳ ⵓⵜⵉⵍⵉⴼⵓⵏ, ⵓⵔ ⵉⴳⵉ ⴷⴰⵔⵏⵖ.',
	'counting.protected.region': 'ⵜⴰⵙⴳⴰ (ⵙ ⵜⵓⵙⵜⵜⴰⵢⵜ)',
	'counting.protected.nowhere': 'ⴱⵍⴰ ⵜⴰⵙⴳⴰ',
	'counting.protected.send': 'ⵜⵉⵔⵏⵉ ⵏ ⵜⵎⵔⴰⵔⵓⵜ',
	'counting.protected.sending': 'ⵉⵅⴷⴷⵎ ⵓⵜⵉⵍⵉⴼⵓⵏ ⵉⵎⵉⴽ…',
	'counting.protected.sent': 'ⵜⵔⵏⴰ. ⵓⵔ ⵉⵜⵜⵓⵃⴹⵉ ⵡⴰⵍⵓ ⴳ ⵓⵜⵉⵍⵉⴼⵓⵏ ⴰ.',
	'counting.protected.failed': 'ⵓⵔ ⵜⵍⴽⵉⵎ. ⵓⵔ ⵉⵍⵍⵉ ⵍⵎⵓⵛⴽⵉⵍ.',
	'counting.numbers': 'ⵎⴰ ⵉⴼⴽⴰ ⵓⵙⵙⵉⴹⵏ',
	'counting.numbers.text':
		'ⴽⵓ ⵓⵟⵟⵓⵏ ⵎⴰⵎⴽ ⵉⴼⴼⵖ, ⵙ ⵓⵣⵎⵓⵍ ⵏⵏⵙ. ⵉ ⵎⴰ ⵉⵎⵥⵥⵉⵏ ⴱⴰⵀⵔⴰ, ⵓⵟⵟⵓⵏ ⵏ ⵉⵣⵔⵉⵔⵉⴳⵏ ⵖⴰⵙ ⴰⵢ ⵉⵜⵜⵢⴰⵏⵏⴰⵏ. ⴰⴽⵓⴷⵏ ⵣⵔⵉⵏⵉⵏ ⵍⵍⴰⵏ ⴳ ⵙⵙⵉⵊⵉⵍ.',
	'counting.numbers.none': 'ⵓⵔ ⵜⴰ ⵉⴼⴼⵉⵖ ⴽⵔⴰ ⵏ ⵡⴰⴽⵓⴷ. ⵓⵟⵟⵓⵏ ⵎⵣⵡⴰⵔⵓ ⴷⴰ ⵉⵜⵜⴱⴰⵢⴰⵏ ⵢⴰⵏ ⵡⴰⵢⵢⵓⵔ ⴷⴼⴼⵉⵔ ⵏ ⵜⴳⵉⵔⴰ ⵏⵏⵙ.',
	'counting.few': 'ⵓⵟⵟⵓⵏⵏ ⵎⵥⵥⵉⵢⵏⵉⵏ ⵓⵔ ⵉⵜⵜⴱⴰⵢⴰⵏⵏ: {n}',
	'counting.slot': 'ⵜⴰⵏⴳⴰⵍⵜ ⵏ ⵓⵙⵙⵡⵡⴰⴳ, ⵜⴰⵃⴰⵏⵓⵜ {n}',
	'counting.helped.of': 'ⵏⵏⴰⵏ ⵢⴰⵀ',
	'counting.page.front': 'ⴰⵙⵏⵓⴱⴳ',
	'counting.page.topics': 'ⵉⵙⵏⵜⴰⵍ',
	'counting.page.skills': 'ⴰⵍⵎⵎⵓⴷ',
	'counting.page.tools': 'ⵉⵎⴰⵙⵙⵏ',
	'counting.page.law': 'ⵍⵇⴰⵏⵓⵏ',
	'counting.page.programme': 'ⴰⵖⴰⵡⴰⵙ',
	'counting.code.no-place': 'ⵜⴰⵏⴳⴰⵍⵜ ⴱⵍⴰ ⵜⴰⵙⴳⴰ',
	'counting.code.over-limit': 'ⵏⵏⵉⴳ ⵏ ⵓⵡⵜⵜⵓ',
	'counting.protection.search': 'ⴰⵔⵣⵣⵓ ⵉⵚⴼⴰⵏ',
	'counting.protection.bypass': 'ⵉⴱⵔⵉⴷⵏ ⵢⴰⴹⵏ ⵔⴳⵍⵏ',
}
