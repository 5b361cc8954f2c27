import { day } from '#base'
import { readConfig } from '#platform'
import type { RequestHandler } from './$types'

export const prerender = true

/** The moment of the build, or the one that it is told, so that others build the same bytes (https://reproducible-builds.org/specs/source-date-epoch/). */
const getBuilt = (): number => Number(process.env.SOURCE_DATE_EPOCH ?? '') * 1000 || Date.now()

/** Where to report a weakness (RFC 9116). `Expires` is a year after the build, as the standard asks. */
export const GET: RequestHandler = ({ url }) => {
	const expires = new Date(getBuilt() + 364 * day).toISOString().replace(/\.\d+/u, '')
	const { securityContact, securityKey, securityPolicy } = readConfig()
	const lines = [
		`Contact: ${securityContact ?? `${url.origin}/en/privacy`}`,
		...(securityKey === undefined ? [] : [`Encryption: ${securityKey}`]),
		...(securityPolicy === undefined ? [] : [`Policy: ${securityPolicy}`]),
		`Expires: ${expires}`,
		'Preferred-Languages: ar, fr, en',
		`Canonical: ${url.origin}/.well-known/security.txt`,
	]
	return new Response(`${lines.join('\n')}\n`)
}
