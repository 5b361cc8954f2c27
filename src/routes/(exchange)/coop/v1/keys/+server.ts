import { getPartnerChannel } from '#server/process/exchange'
import type { RequestHandler } from './$types'

/** Our public keys for partners as a JWK set, with the times of each. Open data: whoever uses a key compares it with a person first. */
export const GET: RequestHandler = async () =>
	new Response(`${JSON.stringify(await getPartnerChannel().keys.publish(), undefined, '\t')}\n`, {
		headers: { 'content-type': 'application/jwk-set+json', 'cache-control': 'public, max-age=300' },
	})
