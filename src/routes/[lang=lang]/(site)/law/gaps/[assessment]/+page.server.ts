import { locales } from '#base'
import { assessments, getConventions, getFigures, getMatrix, isAssessment } from '#domains/law'
import { toGapRow } from '#domains/law/gaps'
import { law } from '#domains/law/server'
import { error } from '@sveltejs/kit'
import type { EntryGenerator, PageServerLoad } from './$types'

export const prerender = true

export const entries: EntryGenerator = () =>
	locales.flatMap((lang) => assessments.map((assessment) => ({ lang, assessment })))

export const load: PageServerLoad = ({ params }) => {
	const { assessment } = params
	if (!isAssessment(assessment)) error(404, 'page.not-found')
	return {
		assessment,
		counts: getFigures(law).counts,
		tables: getConventions(law)
			.map((convention) => ({
				convention,
				rows: getMatrix(law, { convention: convention.id, assessment }).map((row) => toGapRow(law, row)),
			}))
			.filter(({ rows }) => rows.length > 0),
	}
}
