import { locales } from '#base'
import { getConventions, getFigures, getMatrix, getProgress } from '#domains/law'
import { makeHeatMap, toGapRow } from '#domains/law/gaps'
import { law } from '#domains/law/server'
import type { EntryGenerator, PageServerLoad } from './$types'

export const prerender = true

export const entries: EntryGenerator = () => locales.map((lang) => ({ lang }))

export const load: PageServerLoad = () => ({
	tables: getConventions(law).map((convention) => ({
		convention,
		rows: getMatrix(law, { convention: convention.id }).map((row) => toGapRow(law, row)),
	})),
	counts: getFigures(law).counts,
	map: makeHeatMap(law),
	first: getProgress(law)[0]?.day,
})
