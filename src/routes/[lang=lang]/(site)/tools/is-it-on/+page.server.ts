import { getLanguage } from '#base'
import { pickWords } from '#domains/guide'
import { library } from '#domains/guide/server'
import { findVerifyView, getTargetCards, targetGroups } from '#domains/protect'
import { protection } from '#domains/protect/server'
import type { PageServerLoad } from './$types'

/** It depends on the operator's domain, which is known where it runs and not where it is built. */
export const prerender = false

export const load: PageServerLoad = ({ locals, params, url }) => {
	const { canaryDomain } = locals
	if (canaryDomain !== undefined) locals.connectTo = [`https://*.${canaryDomain}`]
	const language = getLanguage(params.lang)
	const chosen = url.searchParams.get('with') ?? ''
	const cards = getTargetCards(protection, language)
	const words = pickWords(protection.targetWords, language)
	return {
		canaryDomain,
		regions: library.regions.map(({ code, name }) => ({ code, name })),
		isOther: chosen === 'other',
		view: findVerifyView(protection, chosen, language),
		groups: targetGroups.map((group) => ({
			group,
			title: words?.words.groups[group] ?? group,
			language: words?.language ?? language,
			cards: cards.filter((card) => card.group === group),
		})),
	}
}
