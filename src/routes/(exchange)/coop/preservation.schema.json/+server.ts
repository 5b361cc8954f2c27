import { machineCopySchema } from '#domains/exchange/preservation'
import type { RequestHandler } from './$types'

/** Schema of the copy for machines of a preservation request. */
export const GET: RequestHandler = () =>
	Response.json(machineCopySchema, {
		headers: { 'content-type': 'application/schema+json', 'cache-control': 'public, max-age=3600' },
	})
