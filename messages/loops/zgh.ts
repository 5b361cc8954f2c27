import type { Translated } from '../counted.ts'
import type { loops as arabic } from './ar.ts'

/** Words of the pictures that move, in Tamazight. */
export const loops: Translated<typeof arabic, 'zgh'> = {
	'loops.title': 'ⵉⴼⵉⵍⵎⵏ ⴱⵍⴰ ⴰⵡⴰⵍ',
	'loops.intro': 'ⴽⵕⴰⴹ ⵉⴼⵉⵍⵎⵏ ⵙ ⵓⵏⵓⵖ, ⵙⵉⵎⵔⴰⵡ ⵏ ⵜⵙⵉⵏⵜ ⵉ ⴽⵓ ⵢⴰⵏ',
	'loops.kind': 'ⴰⴼⵉⵍⵎ ⴱⵍⴰ ⴰⵡⴰⵍ',
	'loops.play': 'ⵙⵎⵓⵙⵙⵓ ⵜⴰⵡⵍⴰⴼⵜ',
	'loops.stop': 'ⵙⴱⴷⴷ',
	'loops.print': 'ⵜⵉⵡⵍⴰⴼⵉⵏ ⵉ ⵓⵙⵉⴳⴳⵣ',
	'loops.frame': 'ⵜⴰⵡⵍⴰⴼⵜ {n}',
	'loops.how':
		'ⴱⴱⵉ ⵜⵉⵡⵍⴰⴼⵉⵏ, ⵙⵎⵙⴰⵙⴰ ⵜⵏⵜ ⵙⴳ 1. ⵙⴷⵓⴽⵍ ⵜⵏⵜ ⵙⴳ ⵜⵙⴳⴰ ⵏ ⵓⵟⵟⵓⵏ, ⵙⵖⵍⵉ ⵜⵏⵜ ⵙ ⵜⴰⵣⵍⴰ; ⵏⵖ ⵙⵎⵔⴽⵙ ⵜⵏⵜ: ⵜⴰⵣⴰⵏⵉⵏ ⴰⴷ ⵜⵏⵜ ⵙⵎⵙⴰⵙⴰⵏ, ⴰⵔ ⵜⵜⴰⵍⵙⵏ.',
	'loops.tells.chain':
		'ⵢⴰⵏ ⵓⴼⵔⵓⵅ ⵢⵓⵎⵥ ⵜⴰⵡⵍⴰⴼⵜ ⵏ ⵓⵔⴱⴰ, ⵢⴰⵣⵏ ⵜⵜ. ⵜⴰⴼⵔⵓⵅⵜ ⵜⵓⵙⵉ ⴰⴼⵓⵙ: ⴱⴷⴷ. ⵜⴷⴷⴰ ⵖⵔ ⵓⵔⴱⴰ, ⵜⵇⵇⵉⵎ ⴷⵉⴷⵙ.',
	'loops.tells.hook': 'ⵜⵓⵏⵓⵎⵜ ⵜⴼⴼⵖ ⴷ ⵙⴳ ⵡⵓⵔⴰⵔ. ⵉⵥⵔⴰ ⵓⴼⵔⵓⵅ ⴰⵙⵏⵏⴰⵔ, ⵉⵏⵏⴰ: ⵓⵀⵓ, ⵉⴷⴷⴰ ⵖⵔ ⴱⴰⴱⴰⵙ, ⵉⵏⵏⴰ ⴰⵙ.',
	'loops.tells.secret':
		'ⵍⵙⵔⵔ ⵉⴳⴰ ⴰⵣⵔⵓ, ⴰⵔ ⵉⵜⵜⵉⵎⵖⵓⵔ. ⵜⴰⴼⵔⵓⵅⵜ ⵜⵓⵙⵉ ⵜ ⵡⴰⵃⴷⵙ. ⵜⵏⵏⴰ ⵉ ⵢⴰⵏ ⵓⵎⵇⵇⵔⴰⵏ, ⵢⴰⵙⵉ ⵜ ⴷⵉⴷⵙ: ⵉⴼⵙⵓⵙ.',
}
