import { getHourBuilt, getScoreboard, stayWhile } from '#server/public/scoreboard'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals }) => {
	const built = await getScoreboard()
	locals.shell = stayWhile(built, 'all')
	const { version, indicators } = built.frozen
	const hasNoise = indicators.some(({ interval }) => interval === 'noise')
	return { version, indicators, hasNoise, built: getHourBuilt(built) }
}
