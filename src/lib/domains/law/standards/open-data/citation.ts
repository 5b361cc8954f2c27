import type { LawDataset } from '../dataset.ts'
import { ccBy } from '../json-ld/json-ld.ts'
import type { DataFile } from './files.ts'

const languages = ['ar', 'fr', 'en'] as const
const commas = { ar: '،', fr: ',', en: ',' } as const

/** Removes what BibTeX takes for mark-up. */
const toBibTex = (text: string): string => text.replace(/[{}\\%$#&_~^]/gu, '')

/** Citation of the data set: a sentence in three languages, and BibTeX. No DOI is named before one is registered. */
export const makeCitation = ({ title, creator, publisher, version, day, doi }: LawDataset) => {
	const year = day.slice(0, 4)
	const link = doi === null ? '' : ` https://doi.org/${doi}`
	const toText = (language: (typeof languages)[number]): string =>
		`${creator[language]} (${year}). ${title[language]} (${version}${commas[language]} ${day}). ${publisher[language]}. CC BY 4.0.${link}`
	const bibtex = [
		`@misc{thiqa-law-${version},`,
		`\tauthor = {{${toBibTex(creator.en)}}},`,
		`\ttitle = {${toBibTex(title.en)}},`,
		`\tyear = {${year}},`,
		`\tversion = {${version}},`,
		`\tpublisher = {${toBibTex(publisher.en)}},`,
		...(doi === null ? [] : [`\tdoi = {${doi}},`]),
		`\tnote = {CC BY 4.0}`,
		'}',
	].join('\n')
	return { text: { ar: toText('ar'), fr: toText('fr'), en: toText('en') }, bibtex, doi }
}

/** {@link makeCitation} as a page shows it. */
export type DataCitation = ReturnType<typeof makeCitation>

/**
 * The same as a Citation File (https://github.com/citation-file-format/citation-file-format, 1.2.0). Values are written as JSON, which
 * YAML reads.
 */
export const toCitationFile = ({ title, about, creator, version, day, doi, keywords }: LawDataset): string =>
	Object.entries({
		'cff-version': '1.2.0',
		message: 'If you use this data set, please cite it as below.',
		type: 'dataset',
		title: title.en,
		authors: [{ name: creator.en }],
		version,
		'date-released': day,
		license: 'CC-BY-4.0',
		abstract: about.en,
		keywords,
		...(doi !== null && { doi }),
	})
		.map(([key, value]) => `${key}: ${JSON.stringify(value)}\n`)
		.join('')

/** The fields that a DOI agency asks for (https://schema.datacite.org/meta/kernel-4/), ready but for the DOI. */
export const toDataCite = (dataset: LawDataset, files: readonly DataFile[]) => ({
	schemaVersion: 'http://datacite.org/schema/kernel-4',
	...(dataset.doi !== null && { doi: dataset.doi }),
	creators: [{ name: dataset.creator.en, nameType: 'Organizational' }],
	titles: languages.map((lang) => ({ title: dataset.title[lang], lang })),
	publisher: { name: dataset.publisher.en },
	publicationYear: dataset.day.slice(0, 4),
	types: { resourceTypeGeneral: 'Dataset', resourceType: 'Legal metadata' },
	subjects: dataset.keywords.map((subject) => ({ subject, lang: 'en' })),
	dates: [{ date: dataset.day, dateType: 'Updated' }],
	version: dataset.version,
	rightsList: [
		{
			rights: 'Creative Commons Attribution 4.0 International',
			rightsUri: ccBy,
			rightsIdentifier: 'CC-BY-4.0',
			rightsIdentifierScheme: 'SPDX',
			schemeUri: 'https://spdx.org/licenses/',
		},
	],
	descriptions: languages.map((lang) => ({
		description: dataset.about[lang],
		descriptionType: 'Abstract',
		lang,
	})),
	formats: [...new Set(files.map(({ type }) => type))],
})
