import { failed, ok, type Issue, type Result } from '#base'
import { isHostName } from '#tools/dns-filter'
import * as v from 'valibot'

/** A name such as `example.org`: at least two labels, lower case, in characters that a name server reads. */
export type HostName = string & { readonly hostName: true }

/** Most names a person may put in one list. */
export const maxNames = 500

/** Most characters of one list: with both lists the address of a file stays within what a server reads. */
const maxCharacters = 20_000

/** Counts how many names, in their order, fit into an address and a file. */
const countFitting = (names: readonly string[]): number => {
	let characters = 0
	const over = names.findIndex((name, at) => {
		characters += name.length + 1
		return at >= maxNames || characters > maxCharacters
	})
	return over < 0 ? names.length : over
}

const message = 'must be a host name such as example.org'

/** Letters of any script, digits, hyphens and dots: nothing that an address parser or a configuration file reads as more. */
const plain = /^(?=.{3,253}$)[\p{L}\p{M}\p{N}-]+(\.[\p{L}\p{M}\p{N}-]+)+$/u

/** Names in other scripts become what name servers know: `مثال.المغرب` is answered as `xn--…`. */
const toAscii = (text: string): string => {
	try {
		return new URL(`http://${text}`).hostname
	} catch {
		return ''
	}
}

/** Longest name: a zone of rules puts its own name and `*.` around it, and the whole must stay below 253. */
const maxLength = 235

/** A name that a person may choose: no address in digits, no name for machines only (`_dmarc`). */
const isPublicName = (name: string): boolean =>
	isHostName(name) && name.length <= maxLength && !name.includes('_') && /[a-z][^.]*$/u.test(name)

/** One name as a person types it. */
export const parseHostName = (text: string): Result<HostName> => {
	const typed = text.trim().replace(/\.$/u, '').normalize('NFC').toLowerCase()
	const name = plain.test(typed) ? toAscii(typed) : ''
	return isPublicName(name) ? ok(name as HostName) : failed({ path: '', message })
}

/**
 * A list of names as a person types them: every wrong one is named by its place, none is repeated back. Of a list that is
 * too long the first name that does not fit is named, and nothing is cut.
 */
export const parseHostNames = (texts: readonly string[]): Result<HostName[]> => {
	const places = new Map<HostName, number>()
	const issues: Issue[] = []
	for (const [index, text] of texts.entries()) {
		const parsed = parseHostName(text)
		if (!parsed.ok) issues.push({ path: String(index), message })
		else if (!places.has(parsed.value)) places.set(parsed.value, index)
	}
	if (issues.length > 0) return failed(...issues)
	const names = [...places.keys()]
	const fits = countFitting(names)
	const first = names[fits]
	if (first !== undefined)
		return failed({ path: String(places.get(first)), message: `must be ${fits} names at most` })
	return ok(names.sort())
}

/** Schema of a name that stands in our own content: already in its final form. */
export const hostName = v.pipe(
	v.string(),
	v.check(isHostName, message),
	v.transform((name) => name as HostName),
)

/** True when `name` is `parent` or stands below it. */
export const isWithin = (name: string, parent: string): boolean =>
	name === parent || name.endsWith(`.${parent}`)
