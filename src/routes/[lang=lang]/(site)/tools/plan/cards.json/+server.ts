import { getLanguage, locales } from '#base'
import { getOpenDates, getPlanTexts, planRules, planValues } from '#domains/protect/plan/server'
import PlanCards from '#domains/protect/ui/plan/PlanCards.svelte'
import { getStepScenes } from '#server/public/protect-scenes'
import { createWords } from '#ui/words'
import { render } from 'svelte/server'
import type { EntryGenerator, RequestHandler } from './$types'

export const prerender = true

export const entries: EntryGenerator = () => locales.map((lang) => ({ lang }))

/** All cards and rules, the same for everyone: from them a page builds the plan of a family without telling us of it. */
export const GET: RequestHandler = ({ params }) => {
	const words = createWords(params.lang)
	const texts = getPlanTexts(getLanguage(params.lang))
	const scenes = getStepScenes(params.lang)
	const { body } = render(PlanCards, {
		props: { words, texts, rules: planRules, values: planValues, scenes },
	})
	return Response.json({
		rules: planRules,
		dates: getOpenDates(words),
		html: body.replaceAll(/<!--.*?-->/gu, ''),
	})
}
