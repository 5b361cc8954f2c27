import type { Language } from '#base'
import type { Instrument } from '../../corpus/instrument.ts'
import { getIndex, type Law } from '../../corpus/law.ts'
import type { Version } from '../../corpus/version.ts'
import type { LawDataset } from '../dataset.ts'
import { toInstrumentIri, toProvisionIri } from '../iri.ts'
import { ccBy, known, type JsonLd } from './json-ld.ts'

/** Data that descriptions are made from: the corpus, its words, and the address of the site without a slash at its end. */
export type StandardsContext = { law: Law; dataset: LawDataset; origin: string }

/** Another instrument, named. */
export const toRef = ({ origin, law }: StandardsContext, id: string): JsonLd => {
	const instrument = getIndex(law).instruments.get(id)
	if (!instrument) throw new Error(`naming instrument ${id}: the corpus was checked and does not hold it`)
	return known({
		'@type': 'Legislation',
		'@id': origin + toInstrumentIri(instrument),
		legislationIdentifier: instrument.number,
	})
}

const toArticleRef = ({ origin, law }: StandardsContext, id: string): JsonLd[] => {
	const provision = getIndex(law).provisions.get(id)
	return provision
		? [
				{
					'@type': 'Legislation',
					'@id': origin + toProvisionIri(law, provision),
					legislationIdentifier: provision.article,
				},
			]
		: []
}

const uniqueById = (nodes: readonly JsonLd[]): JsonLd[] => [
	...new Map(nodes.map((node) => [node['@id'], node])).values(),
]

/** Changes that it made in other instruments (`changes`), and in which articles that we hold (`amends`). */
export const toChanges = (context: StandardsContext, versions: readonly Version[]) => ({
	legislationChanges: uniqueById(versions.map(({ instrument }) => toRef(context, instrument))),
	legislationAmends: uniqueById(
		versions.flatMap(({ provisions }) => provisions.flatMap((id) => toArticleRef(context, id))),
	),
})

/** The changing texts, seen from what they changed. */
export const toChangedBy = (
	context: StandardsContext,
	key: string,
	ids: readonly string[],
): JsonLd | undefined => {
	const by = uniqueById(ids.map((id) => toRef(context, id)))
	return by.length > 0 ? { [key]: by } : undefined
}

const toSources = ({ law }: StandardsContext, ids: readonly string[]): JsonLd[] =>
	[...new Set(ids)].flatMap((id) => {
		const source = getIndex(law).sources.get(id)
		return source ? [known({ '@type': 'CreativeWork', name: source.title, url: source.url })] : []
	})

const pageLanguages: readonly Language[] = ['ar', 'fr', 'zgh', 'en']

/** Our pages about it. They, and not the law, cite our sources. */
export const toPages = (context: StandardsContext, path: string, sources: readonly string[]): JsonLd[] =>
	pageLanguages.map((language) => ({
		'@type': 'WebPage',
		'@id': `${context.origin}/${language}${path}`,
		inLanguage: language,
		license: ccBy,
		isAccessibleForFree: true,
		citation: toSources(context, sources),
	}))

const gazettes = {
	ar: { language: 'ar', name: 'الجريدة الرسمية' },
	fr: { language: 'fr', name: 'Bulletin officiel' },
} as const

/** The issues of the Bulletin Officiel in which it was published. */
export const toIssues = ({ bulletin }: Instrument): JsonLd[] =>
	(['ar', 'fr'] as const).flatMap((edition) => {
		const { number, day, page } = bulletin[edition]
		if (number === null && day === null) return []
		return [
			known({
				'@type': 'PublicationIssue',
				name: gazettes[edition].name,
				inLanguage: edition,
				issueNumber: number,
				datePublished: day,
				pageStart: page,
			}),
		]
	})
