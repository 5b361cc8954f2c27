import type { Instrument } from '../../corpus/instrument.ts'
import { getIndex } from '../../corpus/law.ts'
import type { Provision } from '../../corpus/provision.ts'
import type { LawDataset } from '../dataset.ts'
import { findArticle, findEliPath, getArticles, toArticlePart, type Article } from '../eli/eli.ts'
import { toInstrumentIri, toProvisionIri } from '../iri.ts'
import { ccBy, known, toTexts, type JsonLd } from './json-ld.ts'
import {
	toChangedBy,
	toChanges,
	toIssues,
	toPages,
	toRef,
	type StandardsContext,
} from './legislation-links.ts'
import { toSummaries } from '../own-words.ts'

const legalForces: Readonly<Partial<Record<Instrument['status']['is'], string>>> = {
	'in-force': 'https://schema.org/InForce',
	'in-force-amended': 'https://schema.org/InForce',
	bill: 'https://schema.org/NotInForce',
	withdrawn: 'https://schema.org/NotInForce',
}

const toArticleNode = (context: StandardsContext, instrument: Instrument, article: Article): JsonLd => {
	const { law, dataset, origin } = context
	const [first] = article.provisions
	const changes = article.provisions.flatMap(({ id }) => getIndex(law).versionsOf.get(id) ?? [])
	return known({
		'@type': 'Legislation',
		'@id': origin + toProvisionIri(law, first),
		name: `Article ${article.number}`,
		legislationIdentifier: article.number,
		isPartOf: toRef(context, instrument.id),
		legislationDateVersion: instrument.status.asOf,
		abstract: article.provisions.flatMap((provision) => toTexts(toSummaries(dataset, provision))),
		keywords: [...new Set(article.provisions.flatMap(({ tags }) => tags))],
		temporalCoverage: getCoverage(article.provisions),
		'@reverse': toChangedBy(
			context,
			'legislationAmends',
			changes.map(({ by }) => by),
		),
		subjectOf: article.provisions.flatMap(({ id, sources }) =>
			toPages(context, `/law/provisions/${id}`, sources),
		),
	})
}

/** Since when the article reads as it does, where every record of it knows the same day. */
const getCoverage = (provisions: readonly Provision[]): string | undefined => {
	const days = new Set(provisions.map(({ since }) => since?.day))
	const [day] = days
	return days.size === 1 && day !== undefined ? `${day}/..` : undefined
}

/** Author of the description, which is not the author of the law. */
const toMaker = ({ day, publisher }: LawDataset): JsonLd => ({
	sdLicense: ccBy,
	sdDatePublished: day,
	sdPublisher: { '@type': 'Organization', name: publisher.en },
})

const isText = ({ kind }: Instrument): boolean => kind !== 'announcement'

/**
 * An instrument as schema.org describes legislation (https://schema.org/Legislation), with the articles that we hold: only their names,
 * or all that we know of them. What is unknown is left out. `undefined` for an announcement, which is no legal text.
 */
export const toLegislation = (
	context: StandardsContext,
	id: string,
	parts: 'names' | 'whole' = 'names',
): JsonLd | undefined => {
	const { law, dataset, origin } = context
	const index = getIndex(law)
	const instrument = index.instruments.get(id)
	if (!instrument || !isText(instrument)) return undefined
	const { kind, level, number, name, status, promulgation, treaty, inForce } = instrument
	const eli = findEliPath(instrument)
	const issues = toIssues(instrument)
	const legalForce = legalForces[status.is]
	const toPart = (article: Article): JsonLd =>
		parts === 'whole'
			? toArticleNode(context, instrument, article)
			: {
					'@type': 'Legislation',
					'@id': origin + toProvisionIri(law, article.provisions[0]),
					name: `Article ${article.number}`,
					legislationIdentifier: article.number,
				}
	return known({
		'@context': 'https://schema.org',
		'@type': 'Legislation',
		'@id': origin + toInstrumentIri(instrument),
		name: toTexts(name),
		legislationIdentifier: [...(number === null ? [] : [number]), ...(eli ? [origin + eli] : [])],
		legislationType: kind,
		legislationJurisdiction: level === 'national' ? 'MA' : undefined,
		legislationDate: promulgation.day ?? treaty?.adopted,
		legislationDateVersion: status.asOf,
		legislationLegalForce: legalForce,
		temporalCoverage: legalForce === legalForces['in-force'] && inForce ? `${inForce}/..` : undefined,
		datePublished: issues
			.flatMap(({ datePublished }) => (typeof datePublished === 'string' ? [datePublished] : []))
			.sort()[0],
		inLanguage: issues.flatMap(({ inLanguage }) => inLanguage ?? []),
		isPartOf: issues,
		...toChanges(
			context,
			law.versions.filter(({ by }) => by === id),
		),
		'@reverse': toChangedBy(
			context,
			'legislationChanges',
			(index.changesOf.get(id) ?? []).map(({ by }) => by),
		),
		abstract: toTexts(toSummaries(dataset, instrument)),
		hasPart: getArticles(law, id).map(toPart),
		subjectOf: toPages(context, `/law/instruments/${id}`, instrument.sources),
		...toMaker(dataset),
	})
}

/** The article that a provision belongs to, as schema.org describes legislation; `undefined` when there is no such record. */
export const toProvisionLegislation = (context: StandardsContext, provision: string): JsonLd | undefined => {
	const { law, dataset } = context
	const { provisions, instruments } = getIndex(law)
	const record = provisions.get(provision)
	const instrument = record && instruments.get(record.instrument)
	if (!instrument || !isText(instrument)) return undefined
	const article = findArticle(law, instrument.id, toArticlePart(record.article) ?? '')
	return (
		article && {
			'@context': 'https://schema.org',
			...toArticleNode(context, instrument, article),
			...toMaker(dataset),
		}
	)
}
