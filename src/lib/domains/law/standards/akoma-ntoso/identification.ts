import { getEli } from '../eli/eli.ts'
import { toInstrumentIri } from '../iri.ts'
import { xml, type XmlElement } from '../xml.ts'
import { getBirth, type AknDocument } from './document.ts'

const value = (name: string, of: string, more: Readonly<Record<string, string>> = {}): XmlElement =>
	xml(name, { value: of, ...more })

const identify = (iri: string): XmlElement[] => [value('FRBRthis', iri), value('FRBRuri', iri)]

/** Kind of the text, in the words of its address. */
const getSubtype = ({ instrument }: AknDocument): string => {
	const eli = getEli(instrument)
	return typeof eli === 'string' ? instrument.kind : eli.type
}

const makeWork = (document: AknDocument): XmlElement => {
	const { instrument } = document
	const { id, number, name, level, kind, status } = instrument
	const birth = getBirth(document)
	return xml(
		'FRBRWork',
		{},
		...identify(toInstrumentIri(instrument)),
		value('FRBRalias', id, { name: 'thiqa' }),
		// the schema wants a day: where none is known this is the day on which we looked, and its name says so
		xml('FRBRdate', {
			date: birth ?? status.asOf,
			name: birth ? (instrument.promulgation.day ? 'promulgation' : 'adoption') : 'day-unknown-looked-up-on',
		}),
		xml('FRBRauthor', { href: '#maker' }),
		value('FRBRcountry', level === 'national' ? 'ma' : 'xx'),
		value('FRBRsubtype', getSubtype(document)),
		...(number === null ? [] : [value('FRBRnumber', number)]),
		...Object.entries(name).map(([language, text]) => xml('FRBRname', { value: text, 'xml:lang': language })),
		value('FRBRprescriptive', String(kind !== 'bill')),
	)
}

/** Three languages of our own words are one expression: none is a translation of the text of the law. */
export const toExpressionIri = ({ instrument }: AknDocument): string =>
	`${toInstrumentIri(instrument)}/mul@${instrument.status.asOf}`

const makeExpression = (document: AknDocument): XmlElement =>
	xml(
		'FRBRExpression',
		{},
		...identify(toExpressionIri(document)),
		xml('FRBRdate', { date: document.instrument.status.asOf, name: 'status-looked-up' }),
		xml('FRBRauthor', { href: '#thiqa', as: '#editor' }),
		value('FRBRauthoritative', 'false'),
		...['ara', 'fra', 'eng'].map((language) => xml('FRBRlanguage', { language })),
	)

const makeManifestation = (document: AknDocument): XmlElement =>
	xml(
		'FRBRManifestation',
		{},
		...identify(`${toExpressionIri(document)}.xml`),
		xml('FRBRdate', { date: document.dataset.day, name: 'published-as-data' }),
		xml('FRBRauthor', { href: '#thiqa', as: '#editor' }),
		value('FRBRformat', 'application/akn+xml'),
	)

/** Work: the law. Expression: our words about it. Manifestation: this file. */
export const makeIdentification = (document: AknDocument): XmlElement =>
	xml(
		'identification',
		{ source: '#thiqa' },
		makeWork(document),
		makeExpression(document),
		makeManifestation(document),
	)

/** The issue of the Bulletin Officiel, Arabic edition first; nothing where no day is known. */
export const makePublication = ({ instrument }: AknDocument): XmlElement[] => {
	const names = { ar: 'الجريدة الرسمية', fr: 'Bulletin officiel' } as const
	for (const edition of ['ar', 'fr'] as const) {
		const { day, number } = instrument.bulletin[edition]
		if (day !== null)
			return [
				xml('publication', {
					date: day,
					name: 'Bulletin Officiel',
					showAs: names[edition],
					number: number ?? undefined,
				}),
			]
	}
	return []
}
