import { getIndex } from '../../corpus/law.ts'
import type { Provision } from '../../corpus/provision.ts'
import { toArticlePart } from '../eli/eli.ts'
import { xml, type XmlElement } from '../xml.ts'
import type { AknDocument } from './document.ts'

/** Namespace of what the standard has no element for. */
export const ownNamespace = 'urn:thiqa:law:1'

const list = (ids: readonly string[]): string | undefined => (ids.length > 0 ? ids.join(' ') : undefined)

const toRecord = ({ id, article, kind, confidence, review, sources, questions }: Provision): XmlElement => {
	const part = toArticlePart(article)
	return xml('own:provision', {
		id,
		article: part && `#${part}`,
		kind,
		confidence,
		sources: list(sources),
		questions: list(questions),
		review: review === 'none' ? 'none' : `${review.by}, ${review.on}`,
	})
}

/** Evidence of each record, and every change, also those whose day nobody has found. */
export const makeProprietary = (document: AknDocument): XmlElement => {
	const { instrument, amendedBy, articles, law, dataset } = document
	const provisions = articles.flatMap((article) => article.provisions)
	const sources = new Set([instrument, ...provisions].flatMap((record) => record.sources))
	return xml(
		'proprietary',
		{ source: '#thiqa' },
		xml('own:data', { version: dataset.version, day: dataset.day, licence: 'CC-BY-4.0' }),
		xml('own:instrument', {
			id: instrument.id,
			status: instrument.status.is,
			statusAsOf: instrument.status.asOf,
			consolidatedTo: instrument.status.consolidatedTo ?? undefined,
			confidence: instrument.confidence,
			questions: list(instrument.questions),
			review: instrument.review === 'none' ? 'none' : `${instrument.review.by}, ${instrument.review.on}`,
		}),
		...provisions.map(toRecord),
		...amendedBy.map(({ version }) =>
			xml('own:change', {
				id: version.id,
				by: version.by,
				change: version.change,
				day: version.day ?? 'unknown',
				basis: version.basis ?? undefined,
				provisions: list(version.provisions),
				confidence: version.confidence,
			}),
		),
		...[...sources].flatMap((id) => {
			const source = getIndex(law).sources.get(id)
			return source
				? [
						xml('own:source', {
							id,
							title: source.title,
							href: source.url ?? undefined,
							quality: source.quality,
						}),
					]
				: []
		}),
	)
}
