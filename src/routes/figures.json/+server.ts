import { toOpenData } from '#domains/cases/figures'
import { error } from '@sveltejs/kit'
import { figuresCache, findPublished } from '#server/public/figures'
import type { RequestHandler } from './$types'

/** Published figures as open data. */
export const GET: RequestHandler = async () => {
	const found = await findPublished()
	if (!found) error(404, 'page.not-found')
	return Response.json(toOpenData(found.published, found.isDemonstration), {
		headers: { 'cache-control': figuresCache },
	})
}
