import { parse } from 'tldts'

/** A link cut into its parts as a browser cuts it (URL Standard), each as it was written. */
export type RawLink = {
	/** Lower case, without the colon; empty when none was written. */
	scheme: string
	/** Separator of scheme and name: `//`, or what a browser takes for it. */
	slashes: string
	/** Text before the last `@` of the name, without the `@`. */
	user?: string
	/** Name and port. */
	authority: string
	/** Path, query and fragment, as written. */
	rest: string
}

const wrapping = /^[\s\p{Cf}\p{Cc}<>«»"'“”‘’()[\]{}*_`]+|[\s\p{Cf}\p{Cc}<>«»"'“”‘’{}*`,;:!?.،؛؟…]+$/gu

/** Security people write links so that nobody opens them by accident: `hxxps://evil[.]example`. */
const arm = (text: string): string =>
	text
		.replace(/^hxxp/iu, 'http')
		.replace(/\[:\](?=\/\/)/u, ':')
		.replace(/\[\.\]|\(\.\)|\{\.\}|\[dot\]/giu, '.')

const webScheme = /(?:https?|hxxps?|ftp|wss?)(?:\[:\]|:)/iu

/** Endings kept for tests (RFC 2606), so that examples are links too. */
const isTestEnding = (host: string): boolean =>
	/\.(?:example|test|invalid|localhost|local|onion)\.?$/iu.test(host)

const isName = (host: string): boolean => {
	if (host.length > 255 || !/^[\p{L}\p{N}][^\s]*\.[^\s.]+\.?$/u.test(host)) return false
	if (/^[\d.]+$/u.test(host)) return /^(?:\d{1,3}\.){3}\d{1,3}$/u.test(host)
	const { isIcann, isPrivate } = parse(host.toLowerCase(), {
		extractHostname: false,
		validateHostname: false,
	})
	return isIcann === true || isPrivate === true || isTestEnding(host)
}

/** A word that is a link without saying so: `bank.example/login`, `www.bank.example`. */
const isBareLink = (word: string): boolean => {
	const authority = /^[^/\\?#]*/u.exec(word)?.[0] ?? ''
	const host = authority.slice(authority.lastIndexOf('@') + 1).replace(/:\d*$/u, '')
	return !authority.includes('@') || word.length > authority.length || /^www\./iu.test(word)
		? isName(host)
		: false
}

const trim = (word: string): string => word.replace(wrapping, '')

/** A name, or at least a beginning of one, behind the scheme. */
const hasName = /^[a-z]+:[/\\]*[^\s/\\?#.]/iu

/** Links that begin with a scheme of the web or look like a name, in the order in which they stand in the text. */
export const findWebLinks = (text: string): string[] => {
	const links: string[] = []
	for (const word of text.split(/\s+/u).slice(0, 400)) {
		const start = word.search(webScheme)
		const link = start >= 0 ? word.slice(start) : word
		const bare = arm(trim(link))
		if (start >= 0 ? hasName.test(bare) : isBareLink(bare)) links.push(bare)
	}
	return links
}

/** Cuts a link of the web into its parts; one without a scheme is read as browsers read what is typed. */
export const toRawLink = (link: string): RawLink => {
	const scheme = /^(https?|ftp|wss?):/iu.exec(link)?.[1]?.toLowerCase() ?? ''
	const after = scheme === '' ? link : link.slice(scheme.length + 1)
	const slashes = scheme === '' ? '' : (/^[/\\]*/u.exec(after)?.[0] ?? '')
	const whole = after.slice(slashes.length)
	const end = whole.search(/[/\\?#]/u)
	const place = end < 0 ? whole : whole.slice(0, end)
	const at = place.lastIndexOf('@')
	return {
		scheme,
		slashes,
		...(at < 0 ? {} : { user: place.slice(0, at) }),
		authority: place.slice(at + 1),
		rest: end < 0 ? '' : whole.slice(end),
	}
}
