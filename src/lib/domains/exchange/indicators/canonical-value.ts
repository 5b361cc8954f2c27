import { toCanonicalAddress } from '#tools/inspect/defang'
import type { IndicatorKind } from './indicator.ts'

const hexLength: Readonly<Record<'sha256' | 'md5' | 'pdq', number>> = { sha256: 64, md5: 32, pdq: 64 }

/** A host name as the wire carries it: two labels or more, the last with a letter first, so that it is no address. */
const hostName =
	/^(?=.{4,253}$)(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9])?\.)+(?:[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?)$/u

const toDomain = (text: string): string | undefined => {
	const address = /[/?#@:\s]/u.test(text) ? undefined : toCanonicalAddress(text)
	const host = address === undefined ? undefined : new URL(address).hostname
	return host !== undefined && hostName.test(host) ? host : undefined
}

/**
 * The one spelling of a value of a kind: a name in lower case and Punycode without the dot at its end, an address as `toCanonicalAddress()`
 * (`#tools/inspect/defang`) writes it, digests in lower hexadecimal. Defanged writing (`example[.]org`) is understood. `undefined` for what
 * is none of its kind.
 */
export const toCanonicalValue = (kind: IndicatorKind, text: string): string | undefined => {
	const trimmed = text.trim()
	if (kind === 'domain') return toDomain(trimmed.replace(/\[\.\]/gu, '.'))
	if (kind === 'url') return trimmed === '' ? undefined : toCanonicalAddress(trimmed)
	const digest = trimmed.toLowerCase()
	return digest.length === hexLength[kind] && /^[0-9a-f]+$/u.test(digest) ? digest : undefined
}

/** The kind that a line of a pasted list is of, with its value; a digest of 64 digits is SHA-256. `undefined`: none can be seen in it. */
export const findKind = (text: string): { kind: IndicatorKind; value: string } | undefined => {
	for (const kind of ['sha256', 'md5', 'domain', 'url'] as const) {
		const value = toCanonicalValue(kind, text)
		if (value !== undefined) return { kind, value }
	}
	return undefined
}
