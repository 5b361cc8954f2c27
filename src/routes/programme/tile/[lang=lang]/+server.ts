import { answerTile } from '#server/public/programme/tile'
import type { RequestHandler } from './$types'

/** The tile for pages of others, at the address that it had first. */
export const GET: RequestHandler = ({ params, url, locals }) => {
	locals.mayBeFramed = true
	return answerTile(params.lang, url.origin)
}
