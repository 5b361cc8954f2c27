import type { data as keys } from './ar.ts'

/** Words of the open data of the law, in English. */
export const data: Readonly<Record<keyof typeof keys, string>> = {
	'law.data.title': 'The law as open data',
	'law.data.intro':
		'Everything that the law pages say can be taken away as files: to read, to check, to build on. It is free, and needs no account.',
	'law.data.version': 'Version {version}, {day}',
	'law.data.no-text':
		'These are summaries in our own words, not the text of the law. The official text is in the Bulletin Officiel.',
	'law.data.blank':
		'An empty cell means: not found yet. Every statement carries its source and how sure it is.',
	'law.data.files': 'The files',
	'law.data.records': 'Records: {n}',
	'law.data.schema': 'Meaning of the fields',
	'law.data.kind.instruments': 'Texts',
	'law.data.kind.provisions': 'Articles',
	'law.data.kind.mappings': 'Comparison with conventions',
	'law.data.kind.situations': 'Situations',
	'law.data.kind.questions': 'Questions for jurists',
	'law.data.kind.sources': 'Sources',
	'law.data.kind.versions': 'Changes of texts',
	'law.data.kind.figures': 'Figures of the study',
	'law.data.catalogue': 'The catalogue (DCAT)',
	'law.data.texts': 'Each text at its permanent address',
	'law.data.texts.intro':
		'An address in the manner of ELI that does not change, and two files for machines: JSON-LD and Akoma Ntoso. A text whose number or date nobody has found has no ELI address: we invent nothing.',
	'law.data.texts.show': 'Show the texts',
	'law.data.lack.not-moroccan': 'no ELI: a text between States',
	'law.data.lack.not-yet-law': 'no ELI: not a law yet',
	'law.data.lack.no-number': 'no ELI: number not found',
	'law.data.lack.no-year': 'no ELI: day of promulgation not found',
	'law.data.licence': 'Licence',
	'law.data.licence.text':
		'You may copy, change and publish it, even for sale, if you name the source: Thiqa.',
	'law.data.cite': 'How to cite',
	'law.data.cite.bibtex': 'For programs: BibTeX',
	'law.data.cite.no-doi': 'There is no DOI yet: please write none.',
	'law.data.changes': 'What has changed',
	'law.eli.page': 'The page of this text',
}
