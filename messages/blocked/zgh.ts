import type { Translated } from '../counted.ts'
import type { blocked as keys } from './ar.ts'

/** Words of the page that stands in place of a blocked address, in Tamazight. */
export const blocked: Translated<typeof keys, 'zgh'> = {
	'blocked.title': 'ⵜⴰⵏⵙⴰ ⴰ ⵜⵔⴳⵍ',
	'blocked.intro': 'ⵜⵔⴳⵍ ⵛⵛⴰⵔⵉⴽⴰ ⵏ ⵓⵏⵜⵉⵔⵏⵉⵜ ⵜⴰⵏⵙⴰ ⴰ ⵃⵎⴰ ⴰⴷ ⵜⵃⴹⵓ ⵉⵔⴱⴰⵏ. ⵓⵔ ⵉⴳⵉ ⵍⵖⴰⵍⴰⴹ ⵏ ⵡⴰⵏⵏⴰ ⴷ ⵉⵍⴽⵎⵏ ⴷⴰ.',
	'blocked.private': 'ⵓⵔ ⴷⴰ ⵜⵜⴰⵔⴰ ⵜⴰⵙⵏⴰ ⴰ ⵎⴰ ⴷ ⵉⵍⴽⵎⵏ, ⵓⵍⴰ ⵜⴰⵏⵙⴰ ⵏⵏⴰ ⵉⵔⴰ.',
	'blocked.talk': 'ⵃⵎⴰ ⴰⴷ ⵜⵙⴰⵡⵍⴷ',
	'blocked.talk-text': 'ⵎⴽ ⵜⵥⵕⵉⴷ ⴽⵔⴰ ⵉⵛⵇⴰⵏ, ⵉⵣⵎⵔ ⴰⴷ ⴽ ⵉⵙⵙⵉⵡⴷ. ⵍⵍⴰⵏ ⵎⵉⴷⴷⵏ ⵏⵏⴰ ⵉⵙⴼⵍⴷⵏ, ⵏⵏⴰ ⵉⵜⵜⴰⵡⵙⵏ.',
	'blocked.mistake': 'ⵎⴽ ⵉⴳⴰ ⴰⵢⴰ ⵍⵖⴰⵍⴰⴹ',
	'blocked.mistake-text':
		'ⵎⴽ ⵜⴳⴰ ⵜⴰⵏⵙⴰ ⴰ ⵜⵉⵏⵏⵓⵏ, ⵏⵖ ⵜⵔⴳⵍ ⵙ ⵍⵖⴰⵍⴰⴹ, ⴰⵔ ⵜⵜⵇⵇⵍ ⵜⵔⴰⴱⴱⵓⵜ ⵏⵏⴰ ⵉⵃⵟⵟⵓⵏ ⵜⴰⵍⴳⴰⵎⵜ ⴳ ⴽⵓ ⴰⵙⵓⵜⵔ. ⵜⴰⵙⵏⴰ ⴰ ⴰⵔ ⵜⵜⵉⵏⵉ ⵎⴰ ⵉⵜⵜⵔⴰⵔⴰⵏ, ⵎⴰⵎⵏⴽ ⴰⵙ ⵜⵜⴰⵔⴰⵏ:',
	'blocked.ends': 'ⴽⵓ ⴰⵔⴳⴰⵍ ⴰⵔ ⵉⵜⵜⴼⵓⴽⴽⵓ ⴷⴼⴼⵉⵔ ⵏ 90 ⵏ ⵡⴰⵙⵙ. ⵓⵔ ⵉⵜⵜⵄⴰⵡⴰⴷ ⵖⴰⵙ ⵎⴽ ⴷⵉⵙ ⵇⵇⵍⵏ ⵙⵉⵏ ⵎⵉⴷⴷⵏ ⴷⴰⵖ.',
}
