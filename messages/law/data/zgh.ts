import type { data as keys } from './ar.ts'

/** Words of the open data of the law, in Tamazight (Tifinagh). */
export const data: Readonly<Record<keyof typeof keys, string>> = {
	'law.data.title': 'ⵉⵙⴼⴽⴰ ⵉⵕⵥⵎⵏ ⵏ ⵍⵇⴰⵏⵓⵏ',
	'law.data.intro':
		'ⵎⴰ ⵏⵏⴰⵏⵜ ⵜⴰⵙⵏⵉⵡⵉⵏ ⵏ ⵍⵇⴰⵏⵓⵏ ⴰⴽⴽⵯ, ⵜⵣⵎⵔⴷ ⴰⴷ ⵜ ⵜⴰⵡⵉⴷ ⴳ ⵉⴼⴰⵢⵍⵓⵜⵏ: ⵉ ⵜⵖⵓⵔⵉ, ⵉ ⵓⵙⵍⴽⵏ, ⵏⵖ ⵉ ⵓⵙⴽⴰⵔ ⵏ ⴽⵔⴰ ⵢⴰⴹⵏ. ⴱⵍⴰ ⴰⵜⵉⴳ, ⴱⵍⴰ ⴰⵎⵉⴹⴰⵏ.',
	'law.data.version': 'ⵜⵓⵏⵖⵉⵍⵜ {version}, {day}',
	'law.data.no-text': 'ⴰⵡⴰⵍ ⵏⵏⵖ ⵖⴰⵙ ⴰⵢⴰ, ⵓⵔ ⵉⴳⵉ ⴰⴹⵕⵉⵚ ⵏ ⵍⵇⴰⵏⵓⵏ. ⴰⴹⵕⵉⵚ ⵓⵏⵚⵉⴱ ⵉⵍⵍⴰ ⴳ ⵓⵖⵎⵉⵙ ⵓⵏⵚⵉⴱ.',
	'law.data.blank': 'ⵎⴽ ⵜⵅⵡⴰ ⵜⴰⵃⴰⵏⵓⵜ: ⵓⵔ ⵜⴰ ⵜ ⵏⵓⴼⵉ. ⴽⵓ ⴰⵡⴰⵍ ⴷⴰⵔⵙ ⴰⵖⴱⴰⵍⵓ, ⴷ ⵎⵏⵛⴽ ⵉⵚⵃⴰ.',
	'law.data.files': 'ⵉⴼⴰⵢⵍⵓⵜⵏ',
	'law.data.records': 'ⵜⴰⵡⵔⵉⵇⵉⵏ: {n}',
	'law.data.schema': 'ⵎⴰ ⵔⴰⵏⵜ ⴰⴷ ⵉⵏⵉⵏⵜ ⵜⵃⵓⵏⴰ',
	'law.data.kind.instruments': 'ⵉⴹⵕⵉⵚⵏ',
	'law.data.kind.provisions': 'ⵉⵎⴰⴳⵔⴰⴷⵏ',
	'law.data.kind.mappings': 'ⵎⴰ ⵙⵙⵓⵜⵓⵔⵏⵜ ⵍⵉⵜⵜⵉⴼⴰⵇⵉⵢⴰⵜ',
	'law.data.kind.situations': 'ⵎⴰ ⵉⵊⵔⵔⵓⵏ',
	'law.data.kind.questions': 'ⵉⵙⵇⵙⵉⵜⵏ ⵉ ⵉⵎⵙⵙⵏⵏ ⵏ ⵍⵇⴰⵏⵓⵏ',
	'law.data.kind.sources': 'ⵉⵖⴱⵓⵍⴰ',
	'law.data.kind.versions': 'ⵎⴰ ⵉⵏⵏⴼⵍⵏ ⴳ ⵉⴹⵕⵉⵚⵏ',
	'law.data.kind.figures': 'ⵓⵟⵟⵓⵏⵏ ⵏ ⵜⵣⵔⴰⵡⵜ',
	'law.data.catalogue': 'ⵜⴰⵍⴳⴰⵎⵜ (DCAT)',
	'law.data.texts': 'ⴽⵓ ⴰⴹⵕⵉⵚ ⴷ ⵜⴰⵏⵙⴰ ⵏⵏⵙ ⵉⵜⵜⵖⵉⵎⴰⵏ',
	'law.data.texts.intro':
		'ⵜⴰⵏⵙⴰ ⵣⵓⵏⴷ ELI ⵓⵔ ⵉⵜⵜⵏⴼⴰⵍⵏ, ⴷ ⵙⵉⵏ ⵉⴼⴰⵢⵍⵓⵜⵏ ⵉ ⵉⵎⴰⵙⵙⵏ: JSON-LD ⴷ Akoma Ntoso. ⴰⴹⵕⵉⵚ ⵏⵏⴰ ⵎⵓ ⵓⵔ ⵏⵓⴼⵉ ⵓⵟⵟⵓⵏ ⵏⵖ ⴰⵙⵙ, ⵓⵔ ⴷⴰⵔⵙ ELI: ⵓⵔ ⴷⴰ ⵏⵙⵏⵓⵍⴼⵓ ⵢⴰⵜ.',
	'law.data.texts.show': 'ⵥⵕ ⵉⴹⵕⵉⵚⵏ',
	'law.data.lack.not-moroccan': 'ⴱⵍⴰ ELI: ⴰⴹⵕⵉⵚ ⴳⵔ ⵜⵎⵓⵔⴰ',
	'law.data.lack.not-yet-law': 'ⴱⵍⴰ ELI: ⵓⵔ ⵜⴰ ⵉⴳⵉ ⵍⵇⴰⵏⵓⵏ',
	'law.data.lack.no-number': 'ⴱⵍⴰ ELI: ⵓⵔ ⵏⵓⴼⵉ ⵓⵟⵟⵓⵏ',
	'law.data.lack.no-year': 'ⴱⵍⴰ ELI: ⵓⵔ ⵏⵓⴼⵉ ⴰⵙⵙ ⴳ ⴷ ⵉⴼⴼⵖ',
	'law.data.licence': 'ⵜⵓⵔⴰⴳⵜ',
	'law.data.licence.text':
		'ⵜⵣⵎⵔⴷ ⴰⴷ ⵜⵙⵏⵖⵍⴷ, ⴰⴷ ⵜⵙⵏⴼⵍⴷ, ⴰⴷ ⵜⴼⵙⵔⴷ, ⵓⵍⴰ ⵉ ⵓⵣⵣⵏⵣ, ⵎⴽ ⵜⵏⵏⵉⴷ ⵎⴰⵏⵉ ⵙⴳ ⴷ ⵉⴷⴷⴰ: Thiqa.',
	'law.data.cite': 'ⵎⴰⵏⵎⴽ ⵔⴰⴷ ⵜ ⵜⴱⴷⵔⴷ',
	'law.data.cite.bibtex': 'ⵉ ⵉⵎⴰⵙⵙⵏ: BibTeX',
	'law.data.cite.no-doi': 'ⵓⵔ ⵜⴰ ⴷⴰⵔⵙ ⵉⵍⵍⵉ DOI: ⴰⴷ ⵓⵔ ⵜⵜⴰⵔⴰⴷ ⴽⵔⴰ.',
	'law.data.changes': 'ⵎⴰ ⵉⵏⵏⴼⵍⵏ',
	'law.eli.page': 'ⵜⴰⵙⵏⴰ ⵏ ⵓⴹⵕⵉⵚ ⴰ',
}
