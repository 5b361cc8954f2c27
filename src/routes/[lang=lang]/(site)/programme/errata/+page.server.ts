import { listErrata } from '#domains/programme/scoreboard'
import { getHourBuilt, getScoreboard, allPlaces, stayWhile } from '#server/public/scoreboard'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals }) => {
	const built = await getScoreboard()
	locals.shell = stayWhile(built, 'figures')
	const { published, indicators } = built.frozen
	return { places: allPlaces, indicators, errata: listErrata(published), built: getHourBuilt(built) }
}
