import { answerTile } from '#server/public/programme/tile'
import type { RequestHandler } from './$types'

/** The tile for pages of others, at the address of version 1 of the widget, which is kept as long as the widget is. */
export const GET: RequestHandler = ({ params, url, locals }) => {
	locals.mayBeFramed = true
	return answerTile(params.lang, url.origin)
}
