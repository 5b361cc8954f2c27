import type { search as keys } from './ar.ts'

/** Words of the search over the law, in Tamazight (Tifinagh). */
export const search: Readonly<Record<keyof typeof keys, string>> = {
	'law.search.empty': 'ⴰⵔⴰ ⵓⵟⵟⵓⵏ ⵣⵓⵏⴷ ⵎⴽ ⵜ ⵜⵙⵙⵏⴷ, ⵏⵖ ⵎⴰ ⵉⵊⵔⴰⵏ ⵣⵓⵏⴷ ⵎⴽ ⵜⵙⴰⵡⴰⵍⴷ.',
	'law.search.exact': 'ⴰⴹⵕⵉⵚ ⵏⵏⴰ ⵜⵔⵣⵣⵓⴷ',
	'law.search.missing': 'ⵓⵔ ⵖⵓⵔⵏⵖ ⵉⵍⵍⵉ ⵓⴹⵕⵉⵚ ⵙ ⵡⵓⵟⵟⵓⵏ ⴰ. ⵉⵣⵎⵔ ⴰⴷ ⵉⵍⵉ: ⵓⵔ ⵖⵓⵔⵏⵖ ⵉⵍⵍⵉⵏ ⵉⴹⵕⵉⵚⵏ ⴽⵓⵍⵍⵓ.',
	'law.search.situations': 'ⵎⴽ ⵉⵊⵔⴰ ⵓⵢⴰ',
	'law.search.nearest': 'ⵉⵣⵎⵔ ⴰⴷ ⵉⴳ ⵢⴰⵏ ⵙⴳ ⵡⵉ',
	'law.search.texts': 'ⵉⴹⵕⵉⵚⵏ ⵏⵏⴰ ⵉⵙⴰⵡⴰⵍⵏ ⵅⴼ ⵓⵢⴰ',
	'law.search.none': 'ⵓⵔ ⵏⵓⴼⵉ ⴰⴹⵕⵉⵚ ⵙ ⵡⴰⵡⴰⵍ ⴰ. ⵓⵔ ⵉⵍⵍⵉ ⵍⵎⵓⵛⴽⵉⵍ: ⵙⵜⵢ ⵎⴰ ⵉⵔⵡⵙⵏ ⵎⴰ ⵉⵊⵔⴰⵏ.',
	'law.search.site': 'ⵎⴰ ⵙⴽⴰⵔⵖ? ⵔⵣⵓ ⴳ ⵜⵡⵉⵙⵉ',
	'law.search.in-law': 'ⵎⴰ ⵉⵏⵏⴰ ⵍⵇⴰⵏⵓⵏ?',
	'law.search.only-law': 'ⵔⵣⵓ ⵅⴼ ⵓⵢⴰ ⴳ ⵍⵇⴰⵏⵓⵏ',
}
