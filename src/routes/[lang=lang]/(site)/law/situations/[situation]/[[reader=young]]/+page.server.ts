import { getLanguage, locales } from '#base'
import { getEmergency } from '#domains/guide'
import { library } from '#domains/guide/server'
import {
	findHelpSituation,
	findLawSituationView,
	getSituationAdvice,
	getSituationArticles,
	getSituationDoors,
	getSituationTiles,
	isSituationStale,
	type SituationReader,
	youngReaders,
} from '#domains/law'
import { law } from '#domains/law/server'
import { error } from '@sveltejs/kit'
import type { EntryGenerator, PageServerLoad } from './$types'

export const prerender = true

export const entries: EntryGenerator = () =>
	locales.flatMap((lang) =>
		law.situations.flatMap(({ id }) =>
			[undefined, ...youngReaders].map((reader) => ({ lang, situation: id, ...(reader && { reader }) })),
		),
	)

export const load: PageServerLoad = ({ params }) => {
	const language = getLanguage(params.lang)
	const view = findLawSituationView(law, params.situation, language)
	if (!view) error(404, 'page.not-found')
	const { situation } = view
	const reader: SituationReader = params.reader ?? 'adults'
	return {
		...(params.reader && { audience: params.reader }),
		isSensitive: situation.raisesHelpPanel,
		view,
		reader,
		picture:
			getSituationTiles(law, library, language).find(({ id }) => id === situation.id)?.picture ?? 'seal',
		articles: getSituationArticles(view, language),
		doors: getSituationDoors(library, situation, reader),
		emergency: getEmergency(library),
		advice: getSituationAdvice(library, situation, { reader, language }),
		help: findHelpSituation(situation),
		isStale: isSituationStale(view, new Date()),
	}
}
