import { error } from '@sveltejs/kit'
import { getLanguage } from '#base'
import { getPlaceName } from '#domains/programme/places'
import { listActionsOf, listLatest, listTargetsOf } from '#domains/programme/scoreboard'
import { getHourBuilt, getScoreboard, listLawNames, allPlaces, stayWhile } from '#server/public/scoreboard'
import type { PageServerLoad } from './$types'

/** Promises for a region, and what happened there. */
export const load: PageServerLoad = async ({ params, locals }) => {
	const region = allPlaces.find(({ kind, code }) => kind === 'region' && code === params.code)
	if (!region) error(404, 'page.not-found')
	const built = await getScoreboard()
	locals.shell = stayWhile(built, region.code)
	const { board, published, indicators } = built.frozen
	const own = allPlaces.filter(({ code, parent }) => code === region.code || parent === region.code)
	const codes = own.map(({ code }) => code)
	return {
		name: getPlaceName(region, getLanguage(params.lang)).words,
		region,
		places: allPlaces,
		own,
		indicators,
		actions: listActionsOf(board, region.code),
		tables: listLatest(
			published,
			codes,
			indicators.map(({ id }) => id),
		),
		targets: listTargetsOf(published, region.code, indicators),
		laws: listLawNames(built),
		built: getHourBuilt(built),
	}
}
