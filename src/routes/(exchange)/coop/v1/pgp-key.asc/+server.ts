import { findOwnPgpKey } from '#server/process/mail-ways'
import type { RequestHandler } from './$types'

/** Our OpenPGP key for mail to partners, armored; 404 where no mail leaves. */
export const GET: RequestHandler = async () => {
	const key = findOwnPgpKey()
	if (!key) return new Response('no mail leaves this desk\n', { status: 404 })
	return new Response(await key.publish(), {
		headers: { 'content-type': 'application/pgp-keys', 'cache-control': 'public, max-age=300' },
	})
}
