import { locales } from '#base'
import { getConventions, getMatrix } from '#domains/law'
import { findTheme, isTheme, makeHeatMap, toGapRow } from '#domains/law/gaps'
import { law } from '#domains/law/server'
import { error } from '@sveltejs/kit'
import type { EntryGenerator, PageServerLoad } from './$types'

export const prerender = true

const map = makeHeatMap(law)

export const entries: EntryGenerator = () =>
	locales.flatMap((lang) =>
		map.rows.flatMap(({ theme, tiles }) => [
			{ lang, theme },
			...map.conventions.filter((_, at) => tiles[at]).map((convention) => ({ lang, theme, convention })),
		]),
	)

export const load: PageServerLoad = ({ params: { theme, convention: wanted } }) => {
	if (!isTheme(theme)) error(404, 'page.not-found')
	const tables = getConventions(law)
		.filter(({ id }) => wanted === undefined || id === wanted)
		.map((convention) => ({
			convention,
			rows: getMatrix(law, { convention: convention.id })
				.filter(({ asks }) => findTheme(asks.id) === theme)
				.map((row) => toGapRow(law, row)),
		}))
		.filter(({ rows }) => rows.length > 0)
	if (tables.length === 0) error(404, 'page.not-found')
	return {
		here: { theme, convention: map.conventions.find((id) => id === wanted) },
		map: { ...map, rows: map.rows.filter((row) => row.theme === theme) },
		tables,
	}
}
