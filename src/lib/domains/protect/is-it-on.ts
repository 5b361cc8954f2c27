/** "Is it really on?": which names a browser asks for, and what its answers prove. Says "on" only where other names work. */

/** `site` is the website itself; `fresh` is a random label, new each time, so that no cache answers. */
export const probeNames = ['site', 'open', 'fresh', 'blocked', 'search', 'search-safe', 'doh'] as const
export type ProbeName = (typeof probeNames)[number]

/**
 * Outcome of a probe: our answer, through the plain or the safe address; an answer that is not ours; a refusal; nothing in
 * time.
 */
export type Outcome = 'plain' | 'safe' | 'strange' | 'failed' | 'timed-out'
export type Probe = { name: ProbeName; outcome: Outcome }

/** Controls before and after; what is refused is asked twice. */
const rounds: readonly (readonly ProbeName[])[] = [
	['site', 'open', 'fresh'],
	['blocked', 'search', 'search-safe', 'doh'],
	['blocked', 'search', 'doh'],
	['open', 'fresh'],
]

/** The host of a canary name; `token` is new for each `fresh` one. */
export const toProbeHost = (name: Exclude<ProbeName, 'site'>, domain: string, token: string): string =>
	`${name === 'fresh' ? `${token}.r` : name}.${domain}`

/** Reads an answer of the helper: ours if it names what was asked for. */
export const readOutcome = (name: ProbeName, answer: unknown): Outcome => {
	if (typeof answer !== 'object' || answer === null) return 'strange'
	const { name: given, at } = answer as { name?: unknown; at?: unknown }
	return given === name && (at === 'plain' || at === 'safe') ? at : 'strange'
}

/** Asks for everything in its order; where the controls fail at the start, for nothing more. */
export const runProbes = async (ask: (name: ProbeName) => Promise<Outcome>): Promise<Probe[]> => {
	const probes: Probe[] = []
	for (const round of rounds) {
		const asked = round.map(async (name) => ({ name, outcome: await ask(name) }))
		probes.push(...(await Promise.all(asked)))
		if (findTrouble(probes)) break
	}
	return probes
}

/** Questions of a family. */
export const questions = ['filter', 'search', 'doh'] as const
export type Question = (typeof questions)[number]

/** Reasons why nothing can be said about any question. */
export const unknownReasons = ['offline', 'canary', 'portal', 'helper'] as const
type UnknownReason = (typeof unknownReasons)[number]

/**
 * Reasons why nothing can be said about one question: the names say nothing of it for this file; or they were reached, and the
 * filter that somebody has may never have heard of them.
 */
export const silentReasons = ['unseen', 'elsewhere'] as const
type SilentReason = (typeof silentReasons)[number]

/** Findings on a question, beside {@link unknownReasons} and {@link silentReasons}. */
export const reasons = {
	filter: ['refused', 'unclear', 'sometimes', 'reached'],
	search: ['safe', 'unclear', 'sometimes', 'plain', 'unreachable'],
	doh: ['refused', 'unclear', 'sometimes', 'reached'],
} as const satisfies Record<Question, readonly string[]>

/** Short answers to a question: yes, probably, no, not always, cannot tell. */
export const answers = ['on', 'on-perhaps', 'off', 'off-perhaps', 'unknown'] as const

type Finding<Reason extends string = string> =
	| { state: 'on' | 'off'; certainty: 'sure' | 'perhaps'; reason: Reason }
	| { state: 'unknown'; certainty: 'cannot-tell'; reason: Reason | UnknownReason | SilentReason }

/** The target that somebody has put in place, as far as a verdict needs it. */
export type Scope = {
	/** Its file holds the canary names: that one is reached means that it is not at work. */
	knowsNames: boolean
	/** Questions of which its canary names tell nothing. */
	unseen: readonly Question[]
}

export type Verdict = { [Key in Question]: Finding<(typeof reasons)[Key][number]> }

/** The short answer that a finding gives. */
export const toAnswer = ({ state, certainty }: Finding): (typeof answers)[number] =>
	state === 'unknown' || certainty === 'sure' ? state : `${state}-perhaps`

const outcomesOf = (probes: readonly Probe[], ...names: readonly ProbeName[]): Outcome[] =>
	probes.filter(({ name }) => names.includes(name)).map(({ outcome }) => outcome)

/**
 * Finds why the answers prove nothing, if so: names that every network should answer did not come back as ours.
 * A sign-in page of a network answers for everything; a helper whose two addresses lead to one place tells nothing apart.
 */
const findTrouble = (probes: readonly Probe[]): UnknownReason | undefined => {
	const [site, open, fresh] = (['site', 'open', 'fresh'] as const).map((name) => outcomesOf(probes, name))
	const controls = [...(open ?? []), ...(fresh ?? [])]
	if (controls.includes('strange')) return 'portal'
	if (controls.includes('safe') || outcomesOf(probes, 'search-safe').includes('plain')) return 'helper'
	const isWhole =
		open?.length !== 0 && fresh?.length !== 0 && controls.every((outcome) => outcome === 'plain')
	if (isWhole) return undefined
	return site?.some((outcome) => outcome === 'plain') ? 'canary' : 'offline'
}

const isReached = (outcome: Outcome): boolean => outcome === 'plain' || outcome === 'safe'

/** A name that a filter refuses: sure if it was refused quickly, twice. */
const judgeRefused = (
	outcomes: readonly Outcome[],
): Finding<'refused' | 'unclear' | 'sometimes' | 'reached'> => {
	if (outcomes.length > 0 && outcomes.every(isReached))
		return { state: 'off', certainty: 'sure', reason: 'reached' }
	if (outcomes.some(isReached)) return { state: 'off', certainty: 'perhaps', reason: 'sometimes' }
	if (outcomes.length === 0) return { state: 'unknown', certainty: 'cannot-tell', reason: 'unclear' }
	return outcomes.length > 1 && outcomes.every((outcome) => outcome === 'failed')
		? { state: 'on', certainty: 'sure', reason: 'refused' }
		: { state: 'on', certainty: 'perhaps', reason: 'unclear' }
}

/** A name that a filter rewrites: sure if it was reached through one address only. */
const judgeRewritten = (outcomes: readonly Outcome[]): Verdict['search'] => {
	const [isSafe, isPlain] = [outcomes.includes('safe'), outcomes.includes('plain')]
	if (isSafe && isPlain) return { state: 'off', certainty: 'perhaps', reason: 'sometimes' }
	if (isPlain) return { state: 'off', certainty: 'sure', reason: 'plain' }
	if (!isSafe) return { state: 'unknown', certainty: 'cannot-tell', reason: 'unreachable' }
	return outcomes.every(isReached)
		? { state: 'on', certainty: 'sure', reason: 'safe' }
		: { state: 'on', certainty: 'perhaps', reason: 'unclear' }
}

/** Says nothing where nothing can be known of a question: never "no" about a filter that does not know the names. */
const limitTo =
	({ knowsNames, unseen }: Scope) =>
	<Reason extends string>(question: Question, finding: Finding<Reason>): Finding<Reason> => {
		const silent = { state: 'unknown', certainty: 'cannot-tell' } as const
		if (unseen.includes(question)) return { ...silent, reason: 'unseen' }
		return finding.state === 'off' && !knowsNames ? { ...silent, reason: 'elsewhere' } : finding
	}

/** Judges what the answers of one browser, on one device, at one moment, prove about what somebody has put in place. */
export const judge = (probes: readonly Probe[], scope: Scope): Verdict => {
	const trouble = findTrouble(probes)
	if (trouble) {
		const finding = { state: 'unknown', certainty: 'cannot-tell', reason: trouble } as const
		return { filter: finding, search: finding, doh: finding }
	}
	const filter = judgeRefused(outcomesOf(probes, 'blocked'))
	const doh = judgeRefused(outcomesOf(probes, 'doh'))
	// Somebody else refuses that name where our filter is not at work: what else they refuse is not known.
	const isAlone = doh.state === 'on' && filter.state !== 'on'
	const limit = limitTo(scope)
	return {
		filter: limit('filter', filter),
		search: limit('search', judgeRewritten(outcomesOf(probes, 'search'))),
		doh: limit('doh', isAlone ? { state: 'on', certainty: 'perhaps', reason: 'unclear' } : doh),
	}
}
