import { getHourBuilt, getScoreboard, listLawNames, allPlaces, stayWhile } from '#server/public/scoreboard'
import { country } from '#domains/programme/places'
import { listLatest, listTargetsOf } from '#domains/programme/scoreboard'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals }) => {
	const built = await getScoreboard()
	locals.shell = stayWhile(built, 'all')
	const { published, indicators } = built.frozen
	const ids = indicators.map(({ id }) => id)
	return {
		indicators,
		tables: listLatest(published, [country], ids),
		targets: listTargetsOf(published, country, indicators),
		board: built.frozen.board,
		overdue: built.frozen.overdue,
		laws: listLawNames(built),
		regions: allPlaces.filter(({ kind }) => kind === 'region'),
		built: getHourBuilt(built),
	}
}
