/** Addresses under which the public sees us: `ORIGIN`, and an onion address beside it for who asks over Tor. */
import { locales } from '#base'
import type { Config } from '#platform'

/** Where a request came in, as its pages are to name it. */
export type Place = {
	host: string
	protocol: 'http' | 'https'
	/** As browsers send it with a form; `undefined`: whatever the request says. */
	origin: string | undefined
	isOnion: boolean
}

/**
 * Gives what finds the place of a request by its `Host`. A request that names the onion address is there, whichever way it came: it gets pages that name that address, and
 * nothing that it would not get elsewhere.
 */
export const createPlaces = ({
	origin,
	onion,
}: Pick<Config, 'origin' | 'onion'>): ((asked: string | undefined) => Place) => {
	const toPlace = (address: string, isOnion: boolean): Place => {
		const { host, protocol } = new URL(address)
		return { host, protocol: protocol === 'https:' ? 'https' : 'http', origin: address, isOnion }
	}
	const own = origin === undefined ? undefined : toPlace(origin, false)
	const hidden = onion === undefined ? undefined : toPlace(onion, true)
	return (asked) =>
		hidden && asked?.toLowerCase() === hidden.host
			? hidden
			: (own ?? { host: asked ?? 'localhost', protocol: 'http', origin: undefined, isOnion: false })
}

/** Pages for the public, and neither files nor machines nor the desk. */
const pagePath = new RegExp(`^/(?:(?:${locales.join('|')})(?:/[\\w/-]*)?)?$`, 'u')

/** Where a page that was asked for at ORIGIN is over Tor, for `Onion-Location`. Of what is searched nothing is repeated. */
export const findOnionAddress = (
	onion: string | undefined,
	{ protocol }: Pick<Place, 'protocol'>,
	url: string,
): string | undefined => {
	const [path = '/'] = url.split('?')
	return onion === undefined || protocol !== 'https' || !pagePath.test(path) ? undefined : `${onion}${path}`
}
