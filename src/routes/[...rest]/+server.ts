import { getLocaleOfPath, makePlainPage } from '#ui/plain-page'
import type { RequestHandler } from './$types'

/** An address in no language of ours. */
export const GET: RequestHandler = ({ url }) =>
	new Response(makePlainPage(getLocaleOfPath(url.pathname), 404), {
		status: 404,
		headers: { 'content-type': 'text/html; charset=utf-8' },
	})
