import type { Instrument } from '../../corpus/instrument.ts'
import { toInstrumentIri } from '../iri.ts'
import { xml, type XmlElement } from '../xml.ts'
import { toRefId, type AknDocument } from './document.ts'

/** The nearest name of an instrument that there is. */
const getName = ({ name, number, id }: Instrument): string => name.fr ?? name.ar ?? name.en ?? number ?? id

const makeRef = (element: string, eId: string, instrument: Instrument): XmlElement =>
	xml(element, { eId, href: toInstrumentIri(instrument), showAs: getName(instrument) })

const unique = (instruments: readonly (Instrument | undefined)[]): Instrument[] => [
	...new Set(instruments.filter((instrument) => instrument !== undefined)),
]

/** Everything that the document names: other instruments, who made what, the concepts of its dates and its words. */
export const makeReferences = (document: AknDocument): XmlElement => {
	const { instrument, amends, amendedBy, approves, approvedBy, dataset } = document
	const passive = unique([...amendedBy.map((change) => change.instrument), approvedBy])
	const active = unique([...amends.map((change) => change.instrument), ...approves])
	return xml(
		'references',
		{ source: '#thiqa' },
		makeRef('original', 'original', instrument),
		...passive.map((other) => makeRef('passiveRef', toRefId('passive', other.id), other)),
		...active.map((other) => makeRef('activeRef', toRefId('active', other.id), other)),
		xml('TLCOrganization', {
			eId: 'thiqa',
			href: '/ontology/organization/thiqa',
			showAs: dataset.publisher.en,
		}),
		xml('TLCOrganization', {
			eId: 'maker',
			href: `/ontology/organization/${instrument.level === 'national' ? 'ma' : 'parties'}`,
			showAs: instrument.level === 'national' ? 'Kingdom of Morocco' : 'The parties',
		}),
		xml('TLCRole', { eId: 'editor', href: '/ontology/role/editor', showAs: 'Editor' }),
		xml('TLCConcept', { eId: 'in-force', href: '/ontology/concept/in-force', showAs: 'In force' }),
		xml('TLCConcept', {
			eId: 'own-words',
			href: '/ontology/concept/own-words',
			showAs: dataset.ownWords.en,
		}),
	)
}
