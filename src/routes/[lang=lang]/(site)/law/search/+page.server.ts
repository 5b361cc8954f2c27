import { getLanguage } from '#base'
import { getEmergency } from '#domains/guide'
import { library } from '#domains/guide/server'
import { getSituationTiles } from '#domains/law'
import { askLaw } from '#domains/law/search/server'
import { law } from '#domains/law/server'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = ({ url, params, setHeaders }) => {
	const language = getLanguage(params.lang)
	const query = (url.searchParams.get('q') ?? '').slice(0, 300)
	const found = askLaw(query, language)
	const tiles = getSituationTiles(law, library, language)
	setHeaders({ 'cache-control': 'no-store' })
	return {
		isSensitive: true,
		query,
		found,
		emergency: getEmergency(library),
		situations: found.situations.flatMap((id) => tiles.find((tile) => tile.id === id) ?? []),
		/** Where nothing was found, all of them are there to choose from. */
		all: found.isNothing ? tiles : [],
	}
}
