import type { DnsFilter } from './dns-filter.ts'

/**
 * Checks for a tool that writes configuration: a name that holds a line break or a quotation mark would
 * be an instruction in the file of somebody else's router. Input from outside is parsed where it comes in; here a wrong
 * value is a bug, and it stops.
 */

const label = '[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?'
const hostName = /* @__PURE__ */ new RegExp(`^(?=.{3,253}$)${label}(?:\\.${label})+$`)
const ipv4 = /^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?!$)|$)){4}$/
const dohUrl = /* @__PURE__ */ new RegExp(
	`^https://${label}(?:\\.${label})+(?::\\d{1,5})?/[A-Za-z0-9._~/-]*$`,
)
const listUrl = /* @__PURE__ */ new RegExp(
	`^https?://${label}(?:\\.${label})*(?::\\d{1,5})?/[A-Za-z0-9._~/%?=&+-]*$`,
)

/** Is it a host name in lower case, as the wire carries it (`xn--` for other scripts)? */
export const isHostName = (text: string): boolean => hostName.test(text)

const isIpv4 = (text: string): boolean => ipv4.test(text)
const isIpv6 = (text: string): boolean => {
	const [before = '', after, ...more] = text.split('::')
	const groups = [before, after ?? ''].flatMap((part) => (part === '' ? [] : part.split(':')))
	const wellFormed = more.length === 0 && groups.every((group) => /^[0-9a-f]{1,4}$/.test(group))
	return wellFormed && (after === undefined ? groups.length === 8 : groups.length < 8)
}

/** Is it an IPv4 or IPv6 address? */
export const isIpAddress = (text: string): boolean => isIpv4(text) || isIpv6(text)

/** The filter as it is; throws if a name, address or URL in it is not what it should be. Labels are free text. */
export const checkDnsFilter = (filter: DnsFilter): DnsFilter => {
	const check = (where: string, good: (text: string) => boolean, values: readonly string[]): void => {
		const at = values.findIndex((value) => !good(value))
		if (at !== -1) throw new Error(`DNS filter: ${where}, entry ${at + 1}, is not of its form`)
	}
	const { resolver, rewrites, addresses, lists } = filter
	check('resolver.ipv4', isIpv4, resolver.ipv4)
	check('resolver.ipv6', isIpv6, resolver.ipv6)
	if (resolver.doh !== undefined) check('resolver.doh', (url) => dohUrl.test(url), [resolver.doh])
	if (resolver.dot !== undefined) check('resolver.dot', isHostName, [resolver.dot])
	check(
		'rewrites',
		isHostName,
		rewrites.flatMap(({ name, target }) => [name, target]),
	)
	check('addresses', isHostName, Object.keys(addresses))
	for (const known of Object.values(addresses)) {
		check('addresses ipv4', isIpv4, known.ipv4)
		check('addresses ipv6', isIpv6, known.ipv6)
	}
	for (const part of ['blocked', 'allowed', 'empty'] as const) check(part, isHostName, filter[part])
	check(
		'lists',
		(url) => listUrl.test(url),
		lists.flatMap(({ urls }) => Object.values(urls)),
	)
	return filter
}

/** A label as one line of printable text for a comment: no control, no invisible character, 100 characters at most. */
export const toPlainLine = (text: string): string =>
	text
		.replace(/[\p{C}\p{Z}]+/gu, ' ')
		.trim()
		.slice(0, 100)
