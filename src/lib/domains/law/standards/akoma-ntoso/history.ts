import type { Change } from '../../instrument-view.ts'
import { getIndex } from '../../corpus/law.ts'
import { toArticlePart } from '../eli/eli.ts'
import { toInstrumentIri, toProvisionIri } from '../iri.ts'
import { xml, type XmlElement } from '../xml.ts'
import type { AknDocument } from './document.ts'

const inForce = '#in-force'

/** Days that records know; an entry into force is an event of no type of the schema. */
export const makeLifecycle = ({ events }: AknDocument): XmlElement[] =>
	events.length === 0
		? []
		: [
				xml(
					'lifecycle',
					{ source: '#thiqa' },
					...events.map(({ eId, day, type, source }) =>
						xml('eventRef', {
							eId,
							date: day,
							source: `#${source}`,
							type,
							refersTo: type === undefined ? inForce : undefined,
						}),
					),
				),
			]

/** Only what is known to have been inserted: our sources often do not say whether an article was added or changed. */
const isInsertion = ({ version }: Change): boolean =>
	version.change === 'added' && version.provisions.length > 0

const getParts = ({ version }: Change, { law }: AknDocument): string[] => [
	...new Set(
		version.provisions.flatMap((id) => {
			const provision = getIndex(law).provisions.get(id)
			return (provision && toArticlePart(provision.article)) ?? []
		}),
	),
]

const makePassive = (document: AknDocument, change: Change, eId: string): XmlElement => {
	const event = document.events.find(({ version }) => version === change.version)
	const period = event && [...document.periods.values()].find(({ start }) => start === event.eId)
	return xml(
		'textualMod',
		{ eId, type: 'insertion' },
		xml('source', { href: toInstrumentIri(change.instrument) }),
		...getParts(change, document).map((part) => xml('destination', { href: `#${part}` })),
		...(period ? [xml('force', { period: `#${period.eId}` })] : []),
	)
}

const makeActive = ({ law, instrument }: AknDocument, change: Change, eId: string): XmlElement => {
	const articles = change.version.provisions.flatMap((id) => {
		const provision = getIndex(law).provisions.get(id)
		return provision ? [toProvisionIri(law, provision)] : []
	})
	return xml(
		'textualMod',
		{ eId, type: 'insertion' },
		xml('source', { href: toInstrumentIri(instrument) }),
		...[...new Set(articles)].map((href) => xml('destination', { href })),
	)
}

/** Articles that were inserted, both ways. */
export const makeAnalysis = (document: AknDocument): XmlElement[] => {
	const active = document.amends
		.filter(isInsertion)
		.map((change, index) => makeActive(document, change, `active-mod_${index + 1}`))
	const passive = document.amendedBy
		.filter(isInsertion)
		.map((change, index) => makePassive(document, change, `passive-mod_${index + 1}`))
	const parts = [
		...(active.length > 0 ? [xml('activeModifications', {}, ...active)] : []),
		...(passive.length > 0 ? [xml('passiveModifications', {}, ...passive)] : []),
	]
	return parts.length > 0 ? [xml('analysis', { source: '#thiqa' }, ...parts)] : []
}

/** Since when articles read as they do. */
export const makeTemporalData = ({ periods }: AknDocument): XmlElement[] =>
	periods.size === 0
		? []
		: [
				xml(
					'temporalData',
					{ source: '#thiqa' },
					...[...periods.values()].map(({ eId, start }) =>
						xml('temporalGroup', { eId }, xml('timeInterval', { start: `#${start}`, refersTo: inForce })),
					),
				),
			]
