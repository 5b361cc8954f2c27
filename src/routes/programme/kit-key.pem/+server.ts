import { findKitKeys } from '#server/public/programme/kit-key'
import { error } from '@sveltejs/kit'
import type { RequestHandler } from './$types'

/** The key of kits for partners, as `openssl` reads it. */
export const GET: RequestHandler = async ({ url }) => {
	const keys = await findKitKeys(url.origin)
	if (!keys) error(404, 'page.not-found')
	return new Response(keys.pem, {
		headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'public, max-age=600' },
	})
}
