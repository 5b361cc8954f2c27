import { bypasses, type Closes } from './bypass.ts'
import { levels, type Level } from './fact.ts'
import { makeFilter, type FilterChoice } from './filter/filter.ts'
import { getDefaultChoice } from './filter/filter-query.ts'
import type { HostName } from './filter/host-name.ts'
import type { ProtectFacts } from './protect-facts.ts'
import type { Target } from './targets.ts'

/** Options of a target: only what changes a file. */
export type Offered = {
	levels: readonly Level[]
	bypasses: readonly (keyof Closes)[]
	blocked: boolean
	allowed: boolean
}

/** A name nobody has, to see whether an own name changes a file. */
const probe = 'blocked.example' as HostName
const probeBelow = 'open.blocked.example' as HostName

/** Levels whose files differ from those of a stricter one. Where nothing is rewritten a level promises what it cannot do. */
const findLevels = (target: Target, write: (change: Partial<FilterChoice>) => string): Level[] => {
	if (!target.canRewrite) return []
	const texts = levels.map((level) => write({ level }))
	const differing = levels.filter((_, at) => !texts.slice(at + 1).includes(texts[at] ?? ''))
	return differing.length > 1 ? differing : []
}

const found = new WeakMap<ProtectFacts, Map<string, Offered>>()

/** Tries every choice on the target itself: what changes no byte of a file is not offered. */
export const getOffered = (facts: ProtectFacts, target: Target): Offered => {
	const known = found.get(facts) ?? new Map<string, Offered>()
	found.set(facts, known)
	const before = known.get(target.id)
	if (before) return before
	const usual = getDefaultChoice(facts)
	const write = (change: Partial<FilterChoice>): string =>
		JSON.stringify(target.make(makeFilter(facts, { ...usual, ...change })))
	const [plain, blocking] = [write({}), write({ blocked: [probe] })]
	const offered: Offered = {
		levels: findLevels(target, write),
		bypasses: bypasses.filter((bypass) => write({ closes: { ...usual.closes, [bypass]: false } }) !== plain),
		blocked: blocking !== plain,
		allowed: write({ blocked: [probe], allowed: [probeBelow] }) !== blocking,
	}
	known.set(target.id, offered)
	return offered
}
