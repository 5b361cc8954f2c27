import { isIpAddress } from '#tools/dns-filter'
import { parseHostNames } from './host-name.ts'

/** A comment of a hosts file, of a list of domains (`#`) or of an ad blocker (`!` at the start of a line). */
const withoutComment = (line: string): string => line.replace(/^\s*!.*$|(^|\s)#.*$/u, '')

/** `0.0.0.0 name` is a line of a hosts file: the address says nothing. */
const withoutAddress = (words: readonly string[]): readonly string[] => {
	const [first = '', ...rest] = words
	return rest.length > 0 && isIpAddress(first) ? rest : words
}

/** The name in what people paste: an address of a page, `*.name`, a rule of an ad blocker. Anything else stays as it is. */
const toName = (word: string): string =>
	/^(?:[a-z][a-z0-9+.-]*:\/\/)?(?<host>[^\s/?#:@]+)(?::\d{1,5})?(?:[/?#].*)?$/iu.exec(
		word.replace(/^\|\|(?<name>[^\s^|$/]+)\^$/u, '$<name>').replace(/^\*\.(?=[^*])/u, ''),
	)?.groups?.host ?? word

/** Entries of a list as a person types or pastes it, in order: one for each name, comments and addresses of hosts files left out. */
export const toTypedNames = (text: string): string[] =>
	text
		.split(/[\r\n]+/u)
		.flatMap((line) =>
			withoutAddress(
				withoutComment(line)
					.split(/[\s,;]+/u)
					.filter((word) => word !== ''),
			),
		)
		.map(toName)

/** Faults of a list as it was typed: entries that are no name, or more than fit. */
export type ListFault = { wrong: readonly string[]; fits?: number; first?: string }

/** Most entries that are shown again to whoever typed them, and most characters of each. */
const shownAgain = { entries: 8, characters: 60 }

/** The entries that stop a list, in the words of who typed it; `undefined` when the list can be used. */
export const findListFault = (text: string): ListFault | undefined => {
	const entries = toTypedNames(text)
	const parsed = parseHostNames(entries)
	if (parsed.ok) return undefined
	const named = parsed.issues
		.slice(0, shownAgain.entries)
		.map(({ path }) => (entries[Number(path)] ?? '').slice(0, shownAgain.characters))
	const fits = /^must be (\d+) names at most$/u.exec(parsed.issues[0]?.message ?? '')?.[1]
	return fits === undefined ? { wrong: named } : { wrong: [], fits: Number(fits), first: named[0] ?? '' }
}
