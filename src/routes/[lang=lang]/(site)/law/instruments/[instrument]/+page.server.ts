import { locales } from '#base'
import { findInstrumentView } from '#domains/law'
import { law } from '#domains/law/server'
import { findDiscoveryLinks } from '#domains/law/standards'
import { toLegislation } from '#domains/law/standards/json-ld'
import { dataset } from '#domains/law/standards/server'
import { getDatedState } from '#domains/law/texts'
import { error } from '@sveltejs/kit'
import type { EntryGenerator, PageServerLoad } from './$types'

export const prerender = true

export const entries: EntryGenerator = () =>
	locales.flatMap((lang) => law.instruments.map(({ id }) => ({ lang, instrument: id })))

export const load: PageServerLoad = ({ params, url }) => {
	const now = new Date()
	const view = findInstrumentView(law, params.instrument, now)
	if (!view) error(404, 'page.not-found')
	const { id } = view.instrument
	return {
		view,
		today: getDatedState(law, id, now),
		links: findDiscoveryLinks(law, id),
		legislation: toLegislation({ law, dataset, origin: url.origin }, id),
	}
}
