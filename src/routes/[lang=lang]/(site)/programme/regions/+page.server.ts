import { redirect } from '@sveltejs/kit'
import { getHourBuilt, getScoreboard, allPlaces, stayWhile } from '#server/public/scoreboard'
import { listLatest } from '#domains/programme/scoreboard'
import type { PageServerLoad } from './$types'

/** All regions; with `?code=`, which the picker sends, the way to one. */
export const load: PageServerLoad = async ({ params, url, locals }) => {
	const code = url.searchParams.get('code')
	const region = allPlaces.find((place) => place.kind === 'region' && place.code === code)
	if (region) redirect(303, `/${params.lang}/programme/regions/${region.code}`)
	const built = await getScoreboard()
	locals.shell = stayWhile(built, 'figures')
	const { published, indicators } = built.frozen
	const ids = indicators.map(({ id }) => id)
	const codes = allPlaces.map((place) => place.code)
	return {
		...{
			places: allPlaces,
			indicators,
			tables: listLatest(published, codes, ids),
			built: getHourBuilt(built),
		},
	}
}
