import { getLanguage, toLocalDay } from '#base'
import { library } from '#domains/guide/server'
import { makePlan } from '#domains/protect/plan'
import { parseFamilyFields } from '#domains/protect/plan/family'
import { getPlanTexts, planRules, planValues, toPlanPaper } from '#domains/protect/plan/server'
import { getPdfMaker, toPdfResponse } from '#platform'
import { sources, templates } from '#ui/paper'
import { createWords } from '#ui/words'
import { error } from '@sveltejs/kit'
import type { RequestHandler } from './$types'

export const prerender = false

/** The sheet for the fridge, for whoever sends the choices of a family: made from them, kept nowhere. */
export const GET: RequestHandler = ({ params, url }) => {
	const family = parseFamilyFields(url.searchParams)
	if (!family.ok) error(400, 'page.not-found')
	const now = new Date()
	const day = toLocalDay(now, library.calendar.zone)
	const texts = getPlanTexts(getLanguage(params.lang))
	const paper = toPlanPaper(makePlan(planRules, family.value, day), {
		words: createWords(params.lang),
		texts,
		values: planValues,
	})
	return toPdfResponse(getPdfMaker(sources)(templates.plan, paper, now), 'thiqa-plan')
}
