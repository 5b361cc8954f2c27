import { toFiguresCsv } from '#domains/cases/figures'
import { error } from '@sveltejs/kit'
import { figuresCache, findPublished } from '#server/public/figures'
import type { RequestHandler } from './$types'

/** Published figures as a table, one number a line. */
export const GET: RequestHandler = async () => {
	const found = await findPublished()
	if (!found) error(404, 'page.not-found')
	return new Response(toFiguresCsv(found.published, found.isDemonstration), {
		headers: { 'content-type': 'text/csv; charset=utf-8', 'cache-control': figuresCache },
	})
}
