import { getLanguage, toLocalDay } from '#base'
import { library } from '#domains/guide/server'
import { getRefusal, parseFamilyFields, toFamilyFields } from '#domains/protect/plan/family'
import { makePlan } from '#domains/protect/plan'
import { getQuestionScenes, getStepScenes } from '#server/public/protect-scenes'
import { getPlanTexts, planRules, planValues } from '#domains/protect/plan/server'
import type { PageServerLoad } from './$types'

export const prerender = false

/** Without script the choices come as a query: the plan is made from them, and nothing is kept. */
export const load: PageServerLoad = ({ params, url, setHeaders }) => {
	setHeaders({ 'cache-control': 'no-store' })
	const family = parseFamilyFields(url.searchParams)
	const day = toLocalDay(new Date(), library.calendar.zone)
	return {
		audience: 'parents' as const,
		texts: getPlanTexts(getLanguage(params.lang)),
		values: planValues,
		scenes: { ...getQuestionScenes(params.lang), ...getStepScenes(params.lang) },
		...(family.ok
			? { plan: makePlan(planRules, family.value, day), answers: `?${toFamilyFields(family.value)}` }
			: { refusal: getRefusal(family.issues) }),
	}
}
