import { getProgrammeRecipient } from '#server/process/programme/programme-key'
import type { RequestHandler } from './$types'

/** The key that a phone seals entries to which are carried by hand. */
export const GET: RequestHandler = async ({ setHeaders }) => {
	setHeaders({ 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'public, max-age=3600' })
	return new Response(await getProgrammeRecipient())
}
