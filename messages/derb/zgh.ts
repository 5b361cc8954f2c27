import type { Translated } from '../counted.ts'
import type { derb as arabic } from './ar.ts'

/** Words of the street of Najma, in Tamazight. */
export const derb: Translated<typeof arabic, 'zgh'> = {
	'derb.title': 'ⴷⴷⵔⴱ ⵏ ⵏⴰⵊⵎⴰ',
	'derb.intro': 'ⵎⵔⴰⵡⵜ ⵜⵓⵍⵍⵉⵙⵉⵏ ⵙ ⵜⵡⵍⴰⴼⵉⵏ, ⵜⴰⴳⴳⵓⵔⵜ ⵏ ⵢⴰⵏ ⵓⵎⵇⵇⵔⴰⵏ ⴳ ⵜⴳⵉⵔⴰ',
	'derb.hello': 'ⵏⴽⴽⵉ ⴷ ⵏⴰⵊⵎⴰ. ⴹⴰⵔⵜ ⴽⵓ ⵜⴰⴳⴳⵓⵔⵜ ⵜⵍⵍⴰ ⵜⵓⵍⵍⵉⵙⵜ.',
	'derb.night': 'ⵎⵔⴰⵡⵜ ⵜⴳⴳⵓⵔⴰ ⵔⵥⵎⵏⵜ! ⵏⴰⵊⵎⴰ ⵜⵟⵟⵚ.',
	'derb.door': 'ⵜⴰⴳⴳⵓⵔⵜ {n}',
	'derb.now': 'ⴷ ⴷⵖⵉ?',
	'derb.fault': 'ⵓⵔ ⵜⵖⵍⵉⴹⴷ. ⵜⴰⴳⴳⵓⵔⵜ ⵜⵔⵥⵎ ⴰⴱⴷⴰ.',
	'derb.again': 'ⵙⵜⵉ ⴷⴰⵖ',
	'derb.open': 'ⵔⵥⵎ ⵜⴰⴳⴳⵓⵔⵜ',
	'derb.call': 'ⵢⴰⵏ ⵓⵎⵇⵇⵔⴰⵏ ⵉⵣⵎⵔ ⴰⴷ ⵉⵖⵔ',
	'derb.tile': 'ⵢⴰⵏ ⵓⵣⵍⵍⵉⵊ ⵉ ⴽⵢⵢⵉⵏ! ⵙⵜⵉ ⴽⵍⵓ ⵏⵏⵙ.',
	'derb.zellige': 'ⴰⵣⵍⵍⵉⵊ ⵉⵏⵓ',
	'derb.doors': 'ⵜⵉⴳⴳⵓⵔⴰ ⵢⴰⴹⵏⵉⵏ',
	'derb.more': 'ⵜⵉⵡⵍⴰⴼⵉⵏ ⵢⴰⴹⵏⵉⵏ',
	'derb.recolour': 'ⵜⴰⴳⴳⵓⵔⵜ {n}: ⴽⵍⵓ ⵢⴰⴹⵏ',
	'derb.drawn': 'ⴰⵣⵍⵍⵉⵊ ⵙ ⵎⵔⴰⵡ ⵉⴳⵣⵎⵏ',
	'derb.colour.majorelle': 'ⴰⵣⵉⴳⵣⴰⵡ ⵏ ⵉⵍⵍ',
	'derb.colour.mint': 'ⴰⵣⴳⵣⴰⵡ',
	'derb.colour.saffron': 'ⴰⵡⵔⴰⵖ',
	'derb.colour.terra': 'ⴰⵣⴳⴳⵯⴰⵖ',
	'derb.colour.plum': 'ⴰⵎⴷⴰⴷⵉ',
	'derb.colour.sky': 'ⴰⵙⵎⴰⵏⵡⵉ',
}
