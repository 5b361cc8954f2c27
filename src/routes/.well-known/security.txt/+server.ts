import { day } from '#base'
import { readConfig } from '#platform'
import type { RequestHandler } from './$types'

export const prerender = true

/** Where to report a weakness (RFC 9116). `Expires` is a year after the build, as the standard asks. */
export const GET: RequestHandler = ({ url }) => {
	const expires = new Date(Date.now() + 364 * day).toISOString().replace(/\.\d+/u, '')
	const lines = [
		`Contact: ${readConfig().securityContact ?? `${url.origin}/en/privacy`}`,
		`Expires: ${expires}`,
		'Preferred-Languages: ar, fr, en',
		`Canonical: ${url.origin}/.well-known/security.txt`,
	]
	return new Response(`${lines.join('\n')}\n`)
}
