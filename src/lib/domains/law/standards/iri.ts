import type { Instrument } from '../corpus/instrument.ts'
import { getIndex, type Law } from '../corpus/law.ts'
import type { Provision } from '../corpus/provision.ts'
import { findArticleEliPath, findEliPath, toArticlePart } from './eli/eli.ts'

/** Address of the JSON-LD of an instrument. */
export const toJsonLdPath = (instrument: string): string => `/law/data/jsonld/${instrument}.jsonld`

/** Address of the Akoma Ntoso file of an instrument. */
export const toAkomaNtosoPath = (instrument: string): string => `/law/data/akn/${instrument}.xml`

/** The name of an instrument among machines: its ELI address, or a place in its JSON-LD. Without the site's address. */
export const toInstrumentIri = (instrument: Instrument): string =>
	findEliPath(instrument) ?? `${toJsonLdPath(instrument.id)}#instrument`

/** The name of the article of a provision among machines; variants of one article share it. */
export const toProvisionIri = (law: Law, provision: Provision): string => {
	const eli = findArticleEliPath(law, provision)
	if (eli) return eli
	const instrument = getIndex(law).instruments.get(provision.instrument)?.id ?? provision.instrument
	return `${toJsonLdPath(instrument)}#${toArticlePart(provision.article) ?? provision.id}`
}
