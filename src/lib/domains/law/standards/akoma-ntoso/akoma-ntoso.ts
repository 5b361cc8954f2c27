import type { Law } from '../../corpus/law.ts'
import type { LawTexts } from '../../corpus/law-words.ts'
import type { LawDataset } from '../dataset.ts'
import type { Article } from '../eli/eli.ts'
import { toSummaries } from '../own-words.ts'
import { toXml, xml, type XmlElement } from '../xml.ts'
import { findAknDocument, findSince, type AknDocument } from './document.ts'
import { makeAnalysis, makeLifecycle, makeTemporalData } from './history.ts'
import { makeIdentification, makePublication } from './identification.ts'
import { makeProprietary, ownNamespace } from './records.ts'
import { makeReferences } from './references.ts'

/** Words of ours: each is an editorial remark, never the text of the law. */
const makeRemarks = (texts: LawTexts, id?: string): XmlElement[] =>
	Object.entries(texts).map(([language, text]) =>
		xml(
			'p',
			{ 'xml:lang': language, class: id },
			xml('remark', { status: 'editorial', refersTo: '#own-words' }, text),
		),
	)

const makeArticle = (document: AknDocument, article: Article): XmlElement => {
	const { part, number, provisions } = article
	const period = document.periods.get(findSince(article) ?? '')
	return xml(
		'article',
		{ eId: part, status: 'incomplete', period: period && `#${period.eId}` },
		xml('num', {}, number),
		xml(
			'content',
			{ eId: `${part}__content` },
			...provisions.flatMap((provision) =>
				makeRemarks(toSummaries(document.dataset, provision), provision.id),
			),
		),
	)
}

/** The articles that we hold; a body without any says so, because the schema wants one. */
const makeBody = (document: AknDocument): XmlElement => {
	const { articles, dataset } = document
	if (articles.length > 0)
		return xml('body', { status: 'incomplete' }, ...articles.map((article) => makeArticle(document, article)))
	const eId = 'hcontainer_1'
	return xml(
		'body',
		{ status: 'incomplete' },
		xml(
			'hcontainer',
			{ eId, name: 'no-article-held', status: 'incomplete' },
			xml('content', { eId: `${eId}__content` }, ...makeRemarks(dataset.noText)),
		),
	)
}

const makePreface = ({ instrument, dataset }: AknDocument): XmlElement =>
	xml(
		'preface',
		{},
		...Object.entries(instrument.name).map(([language, text]) =>
			xml('p', { 'xml:lang': language }, xml('docTitle', {}, text)),
		),
		...makeRemarks(dataset.noText),
		...makeRemarks(toSummaries(dataset, instrument), instrument.id),
	)

/**
 * An instrument as Akoma Ntoso 3.0 (http://docs.oasis-open.org/legaldocml/akn-core/v1.0/): what it is, its days, what it changes and
 * is changed by, and the articles that we hold, each with a summary of ours. `undefined` for an announcement and an unknown id.
 */
export const toAkomaNtoso = (law: Law, dataset: LawDataset, id: string): string | undefined => {
	const document = findAknDocument(law, dataset, id)
	if (!document) return undefined
	const { kind } = document.instrument
	return toXml(
		xml(
			'akomaNtoso',
			{ xmlns: 'http://docs.oasis-open.org/legaldocml/ns/akn/3.0', 'xmlns:own': ownNamespace },
			xml(
				kind === 'bill' ? 'bill' : 'act',
				{ name: kind, contains: 'singleVersion' },
				xml(
					'meta',
					{},
					makeIdentification(document),
					...makePublication(document),
					...makeLifecycle(document),
					...makeAnalysis(document),
					...makeTemporalData(document),
					makeReferences(document),
					makeProprietary(document),
				),
				makePreface(document),
				makeBody(document),
			),
		),
	)
}
