import type { ConfigFile, DnsFilter } from '#tools/dns-filter'
import type { Question } from './is-it-on.ts'

/** Places where a file is put: on a phone, a computer, in a browser, in the box at home, on a network, in a school, on a screen. */
export const targetGroups = ['phone', 'computer', 'browser', 'home', 'network', 'school', 'screen'] as const
export type TargetGroup = (typeof targetGroups)[number]

/**
 * Targets as people look for them: at home without a word of technique, for a router or a small server of one's own, and what only
 * technicians of a school or a network put in place.
 */
export const shelves = {
	family: ['phone', 'screen'],
	router: ['home'],
	network: ['school', 'network', 'browser', 'computer'],
} as const satisfies Record<string, readonly TargetGroup[]>

export type Shelf = keyof typeof shelves

/** Limits of a target, as codes; the words for people stand in `messages`. */
export type TargetLimit =
	| 'cannot-rewrite'
	| 'cannot-block-names'
	| 'cannot-close-bypasses'
	| 'needs-refresh'
	| 'needs-addresses'
	| 'needs-administrator'
	| 'needs-reload'
	| 'plain-upstream'
	| 'removable-by-user'
	| 'this-device-only'
	| 'exact-names-only'
	| 'allowed-wins'

/** A place to put a filter, and the files that put it there. */
export type Target = {
	id: string
	group: TargetGroup
	/** The program that reads the files, by its own name. */
	program: string
	/** The Debian package that holds the program, where there is one: its proof is a run, else a grammar test. */
	package?: string
	/** The files; none when the program cannot ask this resolver (one that has no plain addresses, for instance). */
	make: (filter: DnsFilter) => ConfigFile[]
	/** True when it answers safe search names by itself; false when it relies on the resolver. */
	canRewrite: boolean
	/** False when nothing in the files says whom to ask: the program, or its machine, goes on asking whom it asked before. */
	usesResolver: boolean
	/**
	 * How a browser sees that its files are at work: by asking for canary names; only by opening them as a page, because a
	 * browser's own policy acts on pages; or not at all, because whoever is asked does not know these names.
	 */
	verify: 'fetch' | 'navigation' | 'by-hand'
	/** Questions of which its canary names tell nothing. */
	unseen?: readonly Question[]
	limits: readonly TargetLimit[]
}
