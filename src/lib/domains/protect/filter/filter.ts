import { failed, ok, type Issue, type Result } from '#base'
import type { DnsFilter } from '#tools/dns-filter'
import * as v from 'valibot'
import { toDnsList } from './block-list.ts'
import { getEncryptedDnsNames, type Closes } from '../bypass.ts'
import { level, type Level } from '../fact.ts'
import { isWithin, parseHostName, parseHostNames, type HostName } from './host-name.ts'
import type { ProtectFacts } from '../protect-facts.ts'
import { getResolverHosts, isOffered, toDnsResolver, type Resolver } from '../resolver.ts'
import { findSafeSearch } from './safe-search.ts'

/** Choices of a family or a school; names have been parsed. */
export type FilterChoice = {
	/** Id of an offered resolver. */
	resolver: string
	level: Level
	closes: Closes
	/** Own names to refuse, with everything below them. */
	blocked?: readonly HostName[]
	/** Own names to leave as they are. Between two lists the longer name wins. */
	allowed?: readonly HostName[]
	/** A domain of the operator whose names show from a browser whether the filter is on. */
	canary?: HostName
}

const rawChoice = v.strictObject({
	resolver: v.pipe(v.string(), v.maxLength(60)),
	level,
	closes: v.strictObject({
		canary: v.boolean(),
		privateRelay: v.boolean(),
		ddr: v.boolean(),
		doh: v.boolean(),
	}),
	blocked: v.optional(v.array(v.string()), []),
	allowed: v.optional(v.array(v.string()), []),
	canary: v.optional(v.string()),
})

const under = (path: string, issues: readonly Issue[]): Issue[] =>
	issues.map((issue) => ({ ...issue, path: issue.path ? `${path}.${issue.path}` : path }))

const findResolver = (facts: ProtectFacts, id: string): Resolver | undefined =>
	facts.resolvers.find((resolver) => resolver.id === id && isOffered(resolver))

const findConflicts = (
	own: Resolver | undefined,
	blocked: readonly string[],
	allowed: readonly string[],
): Issue[] =>
	blocked.flatMap((name) => {
		const path = `blocked.${blocked.indexOf(name)}`
		if (allowed.includes(name)) return [{ path, message: 'must not be allowed as well' }]
		return own && getResolverHosts(own).some((host) => isWithin(host, name))
			? [{ path, message: 'must not be the resolver itself' }]
			: []
	})

/** Reads a choice from outside: a form, a file that a family kept. */
export const parseFilterChoice = (facts: ProtectFacts, input: unknown): Result<FilterChoice> => {
	const raw = v.safeParse(rawChoice, input)
	if (!raw.success)
		return failed(...raw.issues.map((issue) => ({ path: v.getDotPath(issue) ?? '', message: issue.message })))
	const own = findResolver(facts, raw.output.resolver)
	const blocked = parseHostNames(raw.output.blocked)
	const allowed = parseHostNames(raw.output.allowed)
	const canary = raw.output.canary === undefined ? undefined : parseHostName(raw.output.canary)
	const issues = [
		...(own ? [] : [{ path: 'resolver', message: 'must be a resolver that is offered' }]),
		...(blocked.ok ? [] : under('blocked', blocked.issues)),
		...(allowed.ok ? [] : under('allowed', allowed.issues)),
		...(canary && !canary.ok ? under('canary', canary.issues) : []),
		...(blocked.ok && allowed.ok ? findConflicts(own, blocked.value, allowed.value) : []),
	]
	if (issues.length > 0 || !blocked.ok || !allowed.ok) return failed(...issues)
	return ok({
		resolver: raw.output.resolver,
		level: raw.output.level,
		closes: raw.output.closes,
		blocked: blocked.value,
		allowed: allowed.value,
		...(canary?.ok && { canary: canary.value }),
	})
}

const getBypassNames = (facts: ProtectFacts, own: Resolver, closes: Closes): string[] => [
	...(closes.canary ? facts.bypass.canary.names : []),
	...(closes.privateRelay ? facts.bypass.privateRelay.names : []),
	...(closes.doh ? getEncryptedDnsNames(facts.bypass, facts.resolvers, own) : []),
]

/** Lists that are proposed at a level, and those that close what a few names cannot. */
const getLists = (facts: ProtectFacts, { level: wanted, closes }: FilterChoice) =>
	facts.lists
		.filter(
			({ id, levels }) => levels.includes(wanted) || (closes.doh && facts.bypass.doh.lists.includes(id)),
		)
		.map(toDnsList)

/**
 * Names in order, without those that another one covers, and without those that are taken out. A name below an allowed
 * one stays: there the longer name decides.
 */
const tidy = (names: readonly string[], allowed: readonly string[]): string[] => {
	const kept = new Set(names.filter((name) => !allowed.includes(name)))
	const isCovered = (name: string): boolean => {
		for (let dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', dot + 1))
			if (kept.has(name.slice(dot + 1))) return !allowed.some((parent) => isWithin(name, parent))
		return false
	}
	return [...kept].filter((name) => !isCovered(name)).sort()
}

/** The filter that a choice means: pure data, which every tool writes down in the language of its program. */
export const makeFilter = (facts: ProtectFacts, choice: FilterChoice): DnsFilter => {
	const own = findResolver(facts, choice.resolver)
	if (!own) throw new Error('filter: the resolver is not one that is offered; parse the choice first')
	const { canary, blocked: ownBlocked = [], allowed: ownAllowed = [] } = choice
	const { rewrites, addresses, closed } = findSafeSearch(facts.safeSearch, choice.level)
	const canaryBlocked = canary ? [`blocked.${canary}`, ...(choice.closes.doh ? [`doh.${canary}`] : [])] : []
	const canaryRewrites = canary ? [{ name: `search.${canary}`, target: `search-safe.${canary}` }] : []
	const wanted = [...ownBlocked, ...canaryBlocked, ...closed, ...getBypassNames(facts, own, choice.closes)]
	const blocked = tidy(wanted, ownAllowed)
	const isOwnBlocked = (name: string) => ownBlocked.some((parent) => isWithin(name, parent))
	// The resolver stays reachable where a parent of its name is closed: devices may ask it by that name.
	const reachable = getResolverHosts(own).filter((host) => blocked.some((parent) => isWithin(host, parent)))
	return {
		resolver: toDnsResolver(own),
		rewrites: [...rewrites, ...canaryRewrites]
			.filter(({ name }) => !ownAllowed.includes(name as HostName) && !isOwnBlocked(name))
			.sort((a, b) => (a.name < b.name ? -1 : 1)),
		addresses,
		blocked,
		allowed: [...new Set([...ownAllowed, ...reachable])].sort(),
		empty: (choice.closes.ddr ? facts.bypass.ddr.names : []).filter((name) => !ownAllowed.includes(name)),
		lists: getLists(facts, choice),
	}
}
