import { getLanguage, locales } from '#base'
import { findProvisionView, getLawSituationCards } from '#domains/law'
import { law } from '#domains/law/server'
import { findDiscoveryLinks } from '#domains/law/standards'
import { toProvisionLegislation } from '#domains/law/standards/json-ld'
import { dataset } from '#domains/law/standards/server'
import { getDatedState } from '#domains/law/texts'
import { error } from '@sveltejs/kit'
import type { EntryGenerator, PageServerLoad } from './$types'

export const prerender = true

export const entries: EntryGenerator = () =>
	locales.flatMap((lang) => law.provisions.map(({ id }) => ({ lang, provision: id })))

export const load: PageServerLoad = ({ params, url }) => {
	const view = findProvisionView(law, params.provision)
	if (!view) error(404, 'page.not-found')
	const { id } = view.provision
	const situations = new Set(view.situations.map(({ situation }) => situation.id))
	const cards = getLawSituationCards(law, getLanguage(params.lang)).filter((card) => situations.has(card.id))
	return {
		isSensitive: cards.some(({ raisesHelpPanel }) => raisesHelpPanel),
		view,
		cards,
		today: getDatedState(law, id, new Date()),
		links: findDiscoveryLinks(law, id),
		legislation: toProvisionLegislation({ law, dataset, origin: url.origin }, id),
	}
}
