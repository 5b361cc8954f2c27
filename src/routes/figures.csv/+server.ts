import { error } from '@sveltejs/kit'
import { figuresCache, findPublishedFigures, toOpenTable } from '#server/public/figures'
import type { RequestHandler } from './$types'

/** Published figures as a table, one number a line. */
export const GET: RequestHandler = async () => {
	const found = await findPublishedFigures()
	if (!found) error(404, 'page.not-found')
	return new Response(toOpenTable(found), {
		headers: { 'content-type': 'text/csv; charset=utf-8', 'cache-control': figuresCache },
	})
}
