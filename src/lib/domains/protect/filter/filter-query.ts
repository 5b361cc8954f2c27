import type { Result } from '#base'
import { bypasses, type Closes } from '../bypass.ts'
import type { FilterChoice } from './filter.ts'
import { parseFilterChoice } from './filter.ts'
import type { ProtectFacts } from '../protect-facts.ts'
import { toTypedNames } from './typed-names.ts'

/** Fields of the form in which a filter is chosen, as they stand in an address. */
export const filterFields = {
	resolver: 'resolver',
	level: 'level',
	close: 'close',
	blocked: 'blocked',
	allowed: 'allowed',
} as const

const closeAll: Closes = { canary: true, privateRelay: true, ddr: true, doh: true }

/** The choice that is proposed and proved: the first resolver, strict, every bypass closed. */
export const getDefaultChoice = (facts: ProtectFacts): FilterChoice => {
	const first = facts.resolvers.find(({ offer }) => offer === 'first')
	if (!first) throw new Error('getting the default choice: no resolver is proposed first')
	return { resolver: first.id, level: 'strict', closes: closeAll }
}

/** Reads a choice from the query of an address; an empty query is the default choice. */
export const parseFilterQuery = (
	facts: ProtectFacts,
	query: URLSearchParams,
	canary?: string,
): Result<FilterChoice> => {
	const usual = getDefaultChoice(facts)
	const isEmpty = !query.has(filterFields.level) && !query.has(filterFields.resolver)
	const closed = query.getAll(filterFields.close)
	return parseFilterChoice(facts, {
		resolver: query.get(filterFields.resolver) ?? usual.resolver,
		level: query.get(filterFields.level) ?? usual.level,
		closes: isEmpty
			? usual.closes
			: Object.fromEntries(bypasses.map((bypass) => [bypass, closed.includes(bypass)])),
		blocked: toTypedNames(query.get(filterFields.blocked) ?? ''),
		allowed: toTypedNames(query.get(filterFields.allowed) ?? ''),
		...(canary !== undefined && { canary }),
	})
}

/** The query that {@link parseFilterQuery} reads as this choice; what the operator adds is left out. */
export const toFilterQuery = ({
	resolver,
	level,
	closes,
	blocked = [],
	allowed = [],
}: FilterChoice): string => {
	const query = new URLSearchParams({ resolver, level })
	for (const bypass of bypasses) if (closes[bypass]) query.append(filterFields.close, bypass)
	if (blocked.length > 0) query.set(filterFields.blocked, blocked.join(' '))
	if (allowed.length > 0) query.set(filterFields.allowed, allowed.join(' '))
	return query.toString()
}
