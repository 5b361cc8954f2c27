import { getHourBuilt, getScoreboard, stayWhile } from '#server/public/scoreboard'
import { getOverview } from '#server/public/programme/overview'
import { country } from '#domains/programme/places'
import { listLatest } from '#domains/programme/scoreboard'
import type { PageServerLoad } from './$types'

const overview = getOverview()

/** Figures are published while the product runs; everything else is counted from the content of the build. */
export const load: PageServerLoad = async ({ locals }) => {
	const built = await getScoreboard()
	locals.shell = stayWhile(built, 'all')
	const { published, indicators } = built.frozen
	const ids = indicators.map(({ id }) => id)
	return {
		overview,
		indicators,
		tables: listLatest(published, [country], ids),
		isInvented: getHourBuilt(built).isInvented,
	}
}
