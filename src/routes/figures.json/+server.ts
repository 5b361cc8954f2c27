import { error } from '@sveltejs/kit'
import { figuresCache, findPublishedFigures, toOpenFigures } from '#server/public/figures'
import type { RequestHandler } from './$types'

/** Published figures as open data. */
export const GET: RequestHandler = async () => {
	const found = await findPublishedFigures()
	if (!found) error(404, 'page.not-found')
	return Response.json(toOpenFigures(found), {
		headers: { 'cache-control': figuresCache },
	})
}
