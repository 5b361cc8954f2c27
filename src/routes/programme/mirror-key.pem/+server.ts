import { findMirrorKey } from '#server/public/programme/mirror-key'
import { error } from '@sveltejs/kit'
import type { RequestHandler } from './$types'

/** The key of copies of the site, as `openssl` and `npm run mirror:verify` read it. */
export const GET: RequestHandler = async () => {
	const pem = await findMirrorKey()
	if (pem === undefined) error(404, 'page.not-found')
	return new Response(pem, {
		headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'public, max-age=600' },
	})
}
