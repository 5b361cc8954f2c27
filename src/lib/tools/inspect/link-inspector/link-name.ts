import { parse } from 'tldts'
import { toUnicodeName } from './punycode.ts'
import type { RawLink } from './raw-link.ts'

/** The name in a link, as the browser understands it. */
export type LinkName = {
	/** As written, without port. */
	raw: string
	/** As the network sees it: lower case, other letters in Punycode, addresses in their usual writing. */
	ascii: string
	/** As people read it. */
	unicode: string
	/** The registered domain: the part that says whose it is. Empty for an address or a local name. */
	domain: string
	/** Labels before {@link domain}, without the dot. */
	before: string
	/** The ending under which anyone can register. */
	ending: string
	/** The port when it is not the usual one. */
	port: string
	/** True when anyone can have a page under the ending: `github.io`, `web.app`. */
	isHosted: boolean
	/** True when a browser would refuse the name. */
	isBroken: boolean
}

/** Longer names do not exist (RFC 1035); they are not even parsed. */
const longest = 255

const parseName = (raw: string, scheme: string): URL | undefined => {
	if (raw.length > longest) return undefined
	return URL.parse(`${scheme === '' ? 'http' : scheme}://${raw}/`) ?? undefined
}

/** Reads the name of a link. */
export const toLinkName = ({ scheme, authority }: RawLink): LinkName => {
	const port = /:(\d*)$/u.exec(authority)?.[1] ?? ''
	const raw = authority.replace(/:\d*$/u, '')
	const url = parseName(raw, scheme)
	const ascii = (url?.hostname ?? raw.slice(0, longest).toLowerCase()).replace(/\.$/u, '')
	const options = { extractHostname: false, validateHostname: false }
	const own = parse(ascii, { ...options, allowPrivateDomains: true })
	const { domain, subdomain, publicSuffix } = own.domain === null ? parse(ascii, options) : own
	const usual = { http: '80', https: '443', '': '443', ftp: '21', ws: '80', wss: '443' }[scheme] ?? ''
	return {
		raw,
		ascii,
		unicode: toUnicodeName(ascii),
		domain: domain ?? '',
		before: domain === null ? '' : (subdomain ?? ''),
		ending: publicSuffix ?? '',
		port: port === usual || (scheme === '' && port === '80') ? '' : port,
		isHosted: own.isPrivate === true && own.domain !== null,
		isBroken: url === undefined,
	}
}

/** The label that its owner chose: `evil` of `shop.evil.example`, as people read it. */
export const getOwnLabel = ({ domain, ending }: LinkName): string =>
	toUnicodeName(domain.slice(0, Math.max(0, domain.length - ending.length - 1)))
