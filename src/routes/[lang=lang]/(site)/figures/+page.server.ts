import { error } from '@sveltejs/kit'
import { figuresCache, findPublishedFigures } from '#server/public/figures'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ setHeaders }) => {
	const found = await findPublishedFigures()
	if (!found) error(404, 'page.not-found')
	setHeaders({ 'cache-control': figuresCache })
	return found
}
