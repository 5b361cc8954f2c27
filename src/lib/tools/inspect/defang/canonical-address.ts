import { refang } from './defang.ts'
import { isTracking } from './tracking.ts'

/** Longer is no address that anyone typed or shared; it is not worked on. */
const longest = 20_000

/** Percent codes in one spelling (RFC 3986, 6.2.2): upper case, and letters, digits, `-`, `.`, `_`, `~` in clear. */
const toPlainPercent = (text: string): string =>
	text.replace(/%([0-9a-f]{2})/giu, (_, hex: string) => {
		const letter = String.fromCharCode(Number.parseInt(hex, 16))
		return /[A-Za-z0-9._~-]/u.test(letter) ? letter : `%${hex.toUpperCase()}`
	})

const toPlainQuery = (host: string, query: string): string => {
	const kept = query
		.slice(1)
		.split('&')
		.map(toPlainPercent)
		.filter((pair) => pair !== '' && !isTracking(host, pair.split('=')[0] ?? ''))
	return kept.length > 0 ? `?${kept.join('&')}` : ''
}

/** `#:~:text=…` marks words in a page and leads nowhere else. */
const toPlainFragment = (fragment: string): string => {
	const plain = toPlainPercent(fragment.replace(/:~:.*$/su, ''))
	return plain === '#' ? '' : plain
}

/**
 * One spelling for all the ways in which an address of the web is written, so that reports of the same place are found
 * together: defanged or not, with or without a scheme, case and script of the host, port that goes without saying, dot at
 * its end, user name, percent codes, parameters of tracking. `undefined` for what is no address of the web.
 *
 * Two answers that differ may still be the same place; two that are equal are. Order and names of other parameters, `www.`
 * and the scheme are kept, because they may lead elsewhere.
 *
 * @example toCanonicalAddress('hxxps://WWW.Example[.]org:443/%7Euser?utm_source=x#') // https://www.example.org/~user
 */
export const toCanonicalAddress = (text: string): string | undefined => {
	if (text.length > longest) return undefined
	const plain = refang(text)
	const hasScheme = /^[a-z][a-z0-9+.-]*:(?!\d)/iu.test(plain)
	const full = hasScheme ? plain : `https://${plain.replace(/^[\\/]+/u, '')}`
	if (!URL.canParse(full)) return undefined
	const url = new URL(full)
	if (!/^https?:$/u.test(url.protocol)) return undefined
	const host = url.hostname.replace(/\.$/u, '')
	if (host === '' || !/[.:]/u.test(host)) return undefined
	const port = url.port && `:${url.port}`
	// Decoding may bring dots to light that the parser has to take out (`/%2E%2E/`), so the path is parsed once more.
	const path = new URL(`https://a/${toPlainPercent(url.pathname).slice(1)}`).pathname
	return `${url.protocol}//${host}${port}${path}${toPlainQuery(host, url.search)}${toPlainFragment(url.hash)}`
}
