import { getIndex, type Law } from '../corpus/law.ts'
import { findArticleEliPath, findEliPath } from './eli/eli.ts'
import { toAkomaNtosoPath, toJsonLdPath } from './iri.ts'
import { dataFolder } from './open-data/files.ts'

/** The attributes of a `<link>` in the head of a page. */
export type DiscoveryLink = { rel: string; type: string; title: string; href: string }

const toFile = (type: string, title: string, href: string): DiscoveryLink => ({
	rel: 'alternate',
	type,
	title,
	href,
})

/**
 * Addresses at which machines find what a page of the law is about. `LegislationHead.svelte` writes them into a page.
 *
 * @param id - an instrument or a provision; without one, the catalogue of all data
 */
export const findDiscoveryLinks = (law: Law, id?: string): DiscoveryLink[] => {
	const catalogue = toFile('application/ld+json', 'DCAT', `${dataFolder}/index.json`)
	if (id === undefined) return [catalogue]
	const { instruments, provisions } = getIndex(law)
	const provision = provisions.get(id)
	const instrument = instruments.get(provision?.instrument ?? id)
	if (!instrument || instrument.kind === 'announcement') return [catalogue]
	const eli = provision ? findArticleEliPath(law, provision) : findEliPath(instrument)
	return [
		...(eli ? [{ rel: 'describedby', type: 'text/html', title: 'ELI', href: eli }] : []),
		toFile('application/ld+json', 'JSON-LD', toJsonLdPath(instrument.id)),
		toFile('application/akn+xml', 'Akoma Ntoso', toAkomaNtosoPath(instrument.id)),
		catalogue,
	]
}
