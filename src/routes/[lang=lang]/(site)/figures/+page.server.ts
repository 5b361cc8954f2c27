import { error } from '@sveltejs/kit'
import { figuresCache, findPublished } from '#server/public/figures'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ setHeaders }) => {
	const found = await findPublished()
	if (!found) error(404, 'page.not-found')
	setHeaders({ 'cache-control': figuresCache })
	return found
}
