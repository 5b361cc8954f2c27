import { readFileSync } from 'node:fs'
import type { DnsFilter } from '../../src/lib/tools/dns-filter/index.ts'
import {
	factFiles,
	makeFilter,
	parseFilterChoice,
	parseProtectFacts,
	type FilterChoice,
	type Level,
	type ProtectFacts,
} from '../../src/lib/domains/protect/index.ts'

const root = new URL('../../', import.meta.url)

/** The facts as they stand in `content/protect/`. */
export const readProtectFacts = (): ProtectFacts => {
	const files = new Map(
		Object.values(factFiles).map((path) => [path, readFileSync(new URL(path, root), 'utf8')]),
	)
	const facts = parseProtectFacts(files)
	if (!facts.ok) throw new Error(facts.issues.map(({ path, message }) => `${path}: ${message}`).join('\n'))
	return facts.value
}

export const closeAll = { canary: true, privateRelay: true, ddr: true, doh: true } as const

/** Own names of the test filter: every program must refuse the first ones and leave the others alone. */
export const ownNames = {
	blocked: [
		'casino.example.ma',
		'bad.example.ma',
		'deep.ok.bad.example.ma',
		'jeux.example.ma',
		'play.example.ma',
	],
	allowed: ['ok.bad.example.ma', 'x.y.z.jeux.example.ma', 'a.b.play.example.ma'],
	canary: 'canary.example.ma',
} as const

/** A filter with every rule in it, at a level; `changes` are those of a choice from outside. */
export const makeTestFilter = (wanted: Level, changes: Record<string, unknown> = {}): DnsFilter => {
	const facts = readProtectFacts()
	const input = { resolver: 'cloudflare-family', level: wanted, closes: closeAll, ...ownNames, ...changes }
	const choice = parseFilterChoice(facts, input)
	if (!choice.ok) throw new Error(JSON.stringify(choice.issues))
	return makeFilter(facts, choice.value)
}

/** The choice whose files the proofs are about: first resolver, strictest level, every bypass closed, no own names. */
export const defaultChoice: FilterChoice = {
	resolver: 'cloudflare-family',
	level: 'strict',
	closes: closeAll,
}

/** The filter of {@link defaultChoice}. */
export const makeDefaultFilter = (): DnsFilter => makeFilter(readProtectFacts(), defaultChoice)
