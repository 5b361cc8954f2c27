import type { RequestHandler } from './$types'

/** The process answers. Nothing else is asked: what is wrong beside it is not mended by a restart. */
export const GET: RequestHandler = () =>
	Response.json({ status: 'ok' }, { headers: { 'cache-control': 'no-store' } })
