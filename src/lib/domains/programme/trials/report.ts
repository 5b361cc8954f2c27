/** The result of a trial: an effect for each outcome and moment, and what may be said of it. Same rules for every result, whatever it is. */
import {
	correctByHolm,
	getEffect,
	getPermutationP,
	getSmallestEffect,
	type Class,
	type Effect,
} from '#tools/statistics/cluster-trial'
import type { TrialTally } from './tally-sheet.ts'
import { highest, mostFear, type TrialMoment, type TrialOutcome, type Protocol } from './trial.ts'

/** A class of a trial with its arm. */
export type TrialClass = { label: string; stratum: string; hasLesson: boolean }

export type OutcomeReport = {
	outcome: TrialOutcome
	moment: Exclude<TrialMoment, 'before'>
	isPrimary: boolean
	effect: Effect
	/** By permutation for the primary outcome; corrected by Holm among all others. */
	p: number
}

/**
 * Said of the primary outcome. `higher`, `lower`: its interval leaves zero out, and other draws would seldom have shown as much (p < 0.05).
 * `none-seen`: one of both fails, which says no more than that there is no effect as large as the trial could have seen.
 */
export type TrialVerdict = 'higher' | 'lower' | 'none-seen'

/**
 * Forms that a trial was measured with: their version on the day of the draw, where it is known; `validated`: a pilot of that version was published when
 * the result was reported.
 */
export type FormsUsed = { version: number | undefined; validated: boolean }

export type TrialReport = {
	/** `undefined` where a study was stopped before what decides could be judged. */
	verdict: TrialVerdict | undefined
	/** Smallest effect that the trial, as it was carried out, could have seen with a power of 80 %, in standard deviations. */
	couldSee: number | undefined
	outcomes: readonly OutcomeReport[]
	/** True when fear stayed within {@link mostFear}; `undefined` when it was not measured. */
	fearHeld: boolean | undefined
	/** Classes that were drawn and are missing at the primary moment. */
	missing: readonly string[]
	permutations: number
	/** Not there in results of before it was kept: as good as not validated. */
	forms?: FormsUsed | undefined
}

const toClasses = (
	classes: readonly TrialClass[],
	tallies: readonly TrialTally[],
	{ outcome, moment }: { outcome: TrialOutcome; moment: TrialMoment },
): Class[] => {
	const find = (label: string, at: TrialMoment) =>
		tallies.find((tally) => tally.label === label && tally.outcome === outcome && tally.moment === at)?.counts
	return classes.flatMap(({ label, hasLesson }) => {
		const [before, after] = [find(label, 'before'), find(label, moment)]
		return before && after ? [{ hadLesson: hasLesson, before, after }] : []
	})
}

const later = ['after', 'w8'] as const

const listOthers = ({ primary, primaryAt }: Protocol) =>
	(Object.keys(highest) as TrialOutcome[]).flatMap((outcome) =>
		later
			.filter((moment) => outcome !== primary || moment !== primaryAt)
			.map((moment) => ({ outcome, moment })),
	)

const reportOthers = (
	protocol: Protocol,
	classes: readonly TrialClass[],
	tallies: readonly TrialTally[],
): OutcomeReport[] => {
	const others = listOthers(protocol).flatMap((one) => {
		const effect = getEffect(toClasses(classes, tallies, one), one.outcome === 'fear' ? 0.9 : 0.95)
		return effect ? [{ ...one, isPrimary: false, effect, p: effect.p }] : []
	})
	const corrected = correctByHolm(others.map(({ p }) => p))
	return others.map((one, index) => ({ ...one, p: corrected[index] ?? one.p }))
}

/** Further from zero than what is left over by counting in fractions: classes that are all alike differ by some 1e-17. */
const least = 1e-9

const findVerdict = ({ low, high }: Effect, p: number): TrialVerdict => {
	if (p >= 0.05) return 'none-seen'
	if (low > least) return 'higher'
	return high < -least ? 'lower' : 'none-seen'
}

/** The smallest effect that a design of this size could have seen: by the classes, sheets and correlation that came out, and no less correlation than planned for. */
const getCouldSee = ({ icc, sizeVariation }: Protocol, effect: Effect): number =>
	getSmallestEffect(
		{ pupils: effect.sheets / effect.classes, icc: Math.max(icc, effect.icc), sizeVariation },
		Math.max(2, Math.floor(effect.classes / 2)),
	)

const findFearHeld = (others: readonly OutcomeReport[]): boolean | undefined => {
	const fear = others.filter(({ outcome }) => outcome === 'fear')
	return fear.length === 0 ? undefined : fear.every((one) => one.effect.high <= mostFear)
}

/** A trial with what was measured of it. */
export type MeasuredTrial = {
	protocol: Protocol
	classes: readonly TrialClass[]
	tallies: readonly TrialTally[]
}

/**
 * Judges a trial.
 *
 * @param draws - arms by label of other draws that could have been
 * @returns `undefined` while the primary outcome cannot be judged: fewer than two classes an arm, or none measured before and then
 */
export const judgeTrial = (
	{ protocol, classes, tallies }: MeasuredTrial,
	draws: readonly ReadonlySet<string>[],
): TrialReport | undefined => {
	const primary = { outcome: protocol.primary, moment: protocol.primaryAt }
	const measured = toClasses(classes, tallies, primary)
	const effect = getEffect(measured)
	if (!effect) return undefined
	const isThere = ({ label }: TrialClass): boolean =>
		(['before', protocol.primaryAt] as const).every((at) =>
			tallies.some((one) => one.label === label && one.moment === at && one.outcome === protocol.primary),
		)
	const there = classes.filter(isThere)
	const byDraws = getPermutationP(
		measured,
		draws.map((chosen) => there.map(({ label }) => chosen.has(label))),
	)
	const p = draws.length > 0 && byDraws !== undefined ? byDraws : effect.p
	const others = reportOthers(protocol, classes, tallies)
	return {
		verdict: findVerdict(effect, p),
		couldSee: getCouldSee(protocol, effect),
		outcomes: [{ ...primary, isPrimary: true, effect, p }, ...others],
		fearHeld: findFearHeld(others),
		missing: classes.filter((one) => !isThere(one)).map(({ label }) => label),
		permutations: draws.length,
	}
}

/** Judges a trial that is stopped, by the same rules; where what decides cannot be judged, the rest stands without a verdict. */
export const judgeStopped = (trial: MeasuredTrial, draws: readonly ReadonlySet<string>[]): TrialReport => {
	const judged = judgeTrial(trial, draws)
	if (judged) return judged
	const outcomes = reportOthers(trial.protocol, trial.classes, trial.tallies)
	return {
		verdict: undefined,
		couldSee: undefined,
		outcomes,
		fearHeld: findFearHeld(outcomes),
		missing: [],
		permutations: 0,
	}
}
