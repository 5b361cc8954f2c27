/**
 * An address in the one spelling that is hashed. Older than the URL Standard and not the same: percent signs are resolved until none is left,
 * the host too (https://developers.google.com/safe-browsing/v4/urls-hashing#canonicalization).
 */

/** Every character is one byte: what is not ASCII stands in percent signs. */
export type CanonicalUrl = {
	host: string
	/** Begins with a slash. */
	path: string
	/** Without its question mark; empty when there is none. */
	query: string
}

const toByteText = (text: string): string => {
	let bytes = ''
	for (const byte of new TextEncoder().encode(text)) bytes += String.fromCharCode(byte)
	return bytes
}

const unescape = (text: string): string =>
	text.replaceAll(/%([\da-f]{2})/giu, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)))

/** Levels of percent signs in percent signs; more is no address. */
const maxDepth = 1024

const unescapeWhole = (text: string): string | undefined => {
	let before = text
	for (let depth = 0; depth < maxDepth; depth++) {
		const after = unescape(before)
		if (after === before) return after
		before = after
	}
	return undefined
}

const escape = (bytes: string): string =>
	bytes.replaceAll(
		/[^!-~]|[#%]/gu,
		(character) => `%${character.charCodeAt(0).toString(16).padStart(2, '0')}`,
	)

/** One part of an address in numbers, as C reads it: `0x12`, `022`, `18`; `undefined` for anything else. */
const parseNumber = (part: string): number | undefined => {
	if (/^0x[\da-f]{1,8}$/iu.test(part)) return Number.parseInt(part, 16)
	if (/^0[0-7]{0,11}$/u.test(part)) return Number.parseInt(part, 8)
	return /^[1-9]\d{0,9}$/u.test(part) ? Number(part) : undefined
}

/** `18.67.68.1` of `0x12.0x43.0x44.0x01`, `195.127.0.11` of `3279880203`; `undefined` for a name. */
const findIpAddress = (host: string): string | undefined => {
	const written = (host.length <= 15 && /^(?:\d{1,3}\.){3}\d{1,3}(?= )/u.exec(host)?.[0]) || host
	const parts = written.split('.')
	const numbers = parts.map(parseNumber)
	if (parts.length > 4) return undefined
	const bytes: number[] = []
	for (const [at, number] of numbers.entries()) {
		if (number === undefined || number > 0xff_ff_ff_ff) return undefined
		const count = at === parts.length - 1 ? 5 - parts.length : 1
		for (let place = count - 1; place >= 0; place--) bytes.push(Math.floor(number / 256 ** place) % 256)
	}
	return bytes.join('.')
}

/** The host in ASCII letters; `undefined` when a name in other letters is none. */
const toAsciiHost = (host: string): string | undefined => {
	const bytes = unescape(host)
	if (!/[\u0081-\u00ff]/u.test(bytes)) return host
	try {
		const named = new TextDecoder('utf-8', { fatal: true }).decode(
			Uint8Array.from(bytes, (byte) => byte.charCodeAt(0)),
		)
		return URL.parse(`http://${named}/`)?.hostname
	} catch {
		return undefined
	}
}

const toHost = (authority: string): string | undefined => {
	const afterUser = authority.slice(authority.lastIndexOf('@') + 1)
	if (afterUser.startsWith('[') && !afterUser.includes(']')) return undefined
	const ascii = toAsciiHost(afterUser.replace(/:\d+$/u, ''))
	const host = ascii?.replaceAll(/\.+/gu, '.').replaceAll(/^\.|\.$/gu, '')
	return host && (findIpAddress(host) ?? host.toLowerCase())
}

const toPath = (written: string): string => {
	const parts: string[] = []
	for (const part of written.split('/'))
		if (part === '..') parts.pop()
		else if (part !== '' && part !== '.') parts.push(part)
	return `/${parts.join('/')}${parts.length > 0 && written.endsWith('/') ? '/' : ''}`
}

/** The one spelling of an address; `undefined` when it has no host. The scheme may be missing. */
export const parseCanonicalUrl = (url: string): CanonicalUrl | undefined => {
	const withoutFragment = url
		.replace(/#.*$/su, '')
		.trim()
		.replaceAll(/[\t\r\n]/gu, '')
	const bytes = unescapeWhole(toByteText(withoutFragment))
	if (bytes === undefined) return undefined
	const [, scheme, rest = ''] = /^(?:([a-z][a-z\d+.-]*):)?(.*)$/isu.exec(escape(bytes)) ?? []
	if (scheme !== undefined && !rest.startsWith('//')) return undefined
	const [place = '', ...queries] = (scheme === undefined ? rest : rest.slice(2)).split('?')
	const slash = place.indexOf('/')
	const host = toHost(slash === -1 ? place : place.slice(0, slash))
	if (!host) return undefined
	return { host, path: slash === -1 ? '/' : toPath(place.slice(slash)), query: queries.join('?') }
}
