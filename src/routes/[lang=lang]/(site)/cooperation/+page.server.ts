import { getLanguage } from '#base'
import { findBudapestDay, findPublicPartners } from '#server/public/cooperation'
import { findPublishedFigures } from '#server/public/figures'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ params, setHeaders }) => {
	setHeaders({ 'cache-control': 'public, max-age=3600' })
	const language = getLanguage(params.lang)
	return {
		known: await findPublicPartners(language),
		bound: findBudapestDay(),
		figures: (await findPublishedFigures())?.exchange ?? [],
	}
}
