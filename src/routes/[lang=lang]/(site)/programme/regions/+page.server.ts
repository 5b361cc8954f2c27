import { redirect } from '@sveltejs/kit'
import { getHourBuilt, getScoreboard, allPlaces, stayWhile } from '#server/public/scoreboard'
import { findTable, listLatest, listPeriodsOf } from '#domains/programme/scoreboard'
import type { PageServerLoad } from './$types'

/** All regions; `?code=`, which the picker sends, is the way to one; `?indicator=` and `?period=` choose the number. */
export const load: PageServerLoad = async ({ params, url, locals }) => {
	const code = url.searchParams.get('code')
	const region = allPlaces.find((place) => place.kind === 'region' && place.code === code)
	if (region) redirect(303, `/${params.lang}/programme/regions/${region.code}`)
	const built = await getScoreboard()
	locals.shell = stayWhile(built, 'figures')
	const { published, indicators } = built.frozen
	const ids = indicators.map(({ id }) => id)
	const codes = allPlaces.map((place) => place.code)
	const tables = listLatest(published, codes, ids)
	const asked = url.searchParams.get('indicator')
	const newest = tables.find(({ indicator }) => indicator === asked) ?? tables[0]
	const period = url.searchParams.get('period') ?? newest?.period
	const table =
		newest && period !== undefined
			? (findTable(published, codes, { indicator: newest.indicator, period }) ?? newest)
			: undefined
	return {
		places: allPlaces,
		indicators,
		table,
		built: getHourBuilt(built),
		choices: tables.map(({ indicator }) => indicator),
		periods: newest ? listPeriodsOf(published, codes, newest.indicator) : [],
	}
}
