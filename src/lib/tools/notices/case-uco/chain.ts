import { type Issue } from '#base'

/** Whoever acts: a person, never by name but by what they are here, or an organisation. */
export type Actor = { key: string; kind: 'person' | 'organization'; name: string; roles: readonly string[] }

/** Nature of an exhibit: a file by its digest (never its bytes), an address, an account of a service. */
export type ExhibitThing =
	| { kind: 'file'; name: string; bytes: number; sha256: string; isEncrypted?: boolean }
	| { kind: 'address'; url: string }
	| { kind: 'account'; service: string; name: string }

/** An exhibit: a thing under a number of the case. */
export type Exhibit = { key: string; number: string; thing: ExhibitThing; note?: string }

/** Something that was done. Actors, tools, places and exhibits by their keys. */
export type CustodyAct = {
	key: string
	name: string
	at: Date
	until?: Date
	by: string
	/** Whom it was done towards. */
	to?: readonly string[]
	with?: readonly string[]
	where?: string
	/** Exhibits that it was done to, and those that came of it. */
	on?: readonly string[]
	gives?: readonly string[]
	/** Where it is written down besides: an id there, the digest that stands there (SHA-256, hex), what that place is. */
	record?: { id: string; sha256: string; context: string }
	note?: string
}

/** An investigation from its first act on. Acts stand in their order: each follows from the one before. */
export type Chain = {
	/** UUID. All ids are made from it: the same chain has the same ids. */
	seed: string
	name: string
	/** Its subject, in a few words. */
	focus: string
	status?: string
	made: Date
	actors: readonly Actor[]
	tools: readonly { key: string; name: string; version?: string; kind?: string }[]
	/** `country`: ISO 3166-1 alpha-2. */
	locations: readonly { key: string; name: string; country?: string }[]
	exhibits: readonly Exhibit[]
	acts: readonly CustodyAct[]
}

const digest = /^[0-9a-f]{64}$/u
const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u

const isGoodTime = (at: Date | undefined): boolean => at === undefined || !Number.isNaN(at.getTime())

type Check = readonly [path: string, isGood: boolean, wanted: string]

const checkThing = ({ thing }: Exhibit, path: string): Check[] =>
	thing.kind === 'file'
		? [
				[`${path}.sha256`, digest.test(thing.sha256), '64 hex digits, lower case'],
				[`${path}.bytes`, Number.isSafeInteger(thing.bytes) && thing.bytes >= 0, 'a number of bytes'],
			]
		: []

const checkAct = (act: CustodyAct, path: string, has: (key: string) => boolean): Check[] => {
	const named = [act.by, ...[act.to, act.with, act.on, act.gives].flatMap((keys) => keys ?? [])]
	return [
		[`${path}.name`, act.name.trim() !== '', 'what was done'],
		[`${path}.at`, isGoodTime(act.at) && isGoodTime(act.until), 'a time'],
		[`${path}.until`, act.until === undefined || act.until >= act.at, 'an end after the beginning'],
		[path, [...named, ...(act.where === undefined ? [] : [act.where])].every(has), 'keys that stand here'],
		[`${path}.record`, act.record === undefined || digest.test(act.record.sha256), '64 hex digits'],
	]
}

/** Finds everything that keeps a chain from being written down: `message` says what was wanted. Empty when nothing does. */
export const findChainIssues = (chain: Chain): Issue[] => {
	const keyed = [chain.actors, chain.tools, chain.locations, chain.exhibits, chain.acts].flat()
	const keys = new Set(keyed.map(({ key }) => key))
	const { acts } = chain
	const checks: Check[] = [
		['seed', uuid.test(chain.seed), 'a UUID'],
		['name', chain.name.trim() !== '', 'a name'],
		['made', isGoodTime(chain.made), 'a time'],
		['keys', keys.size === keyed.length && !keys.has(''), 'each key once'],
		['acts', acts.length > 0, 'at least one act'],
		['acts', acts.every(({ at }, n) => n === 0 || at >= (acts[n - 1]?.at ?? at)), 'acts in their order'],
		...chain.exhibits.flatMap((exhibit, n) => checkThing(exhibit, `exhibits.${n}`)),
		...acts.flatMap((act, n) => checkAct(act, `acts.${n}`, (key) => keys.has(key))),
	]
	return checks.filter(([, isGood]) => !isGood).map(([path, , wanted]) => ({ path, message: wanted }))
}
