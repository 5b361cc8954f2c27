import { bandEnds, bands, type Band, type Family, type Network } from './family/family.ts'
import { toReviewDay } from './plan-day.ts'
import { getFirmness, type Hold, type PlanRules, type PlanStep } from './plan-step.ts'

/** A step for this family: which of its bands it is for, and on how many devices it is done. */
export type PlannedStep = {
	step: PlanStep
	bands: readonly { band: Band; hold: Hold }[]
	/** 0: on no device in particular. */
	devices: number
}

type Loosening = { id: string; from: Hold; to?: Hold | undefined }

/** Agreement with one band, when it is reviewed, and what then becomes freer. */
export type PlannedBand = {
	band: Band
	tools: readonly { id: string; hold: Hold }[]
	/** `2027-02-28`. */
	review: string
	/** Changes at the birthday that ends the band; `to` is missing where it is taken away. */
	next: { age: number; loosens: readonly Loosening[] }
}

export type Plan = {
	/** The day it was made. */
	day: string
	network: Network
	tonight: readonly PlannedStep[]
	week: readonly PlannedStep[]
	later: readonly PlannedStep[]
	/** Steps that can wait until after the first review. */
	more: readonly string[]
	bands: readonly PlannedBand[]
}

/** Few first: a family that begins with forty steps ends with none. */
export const sizes = { tonight: 3, week: 4, all: 12, tonightMinutes: 10 } as const

const isOne = <Id>(wanted: readonly Id[] | undefined, has: (id: Id) => boolean): boolean =>
	wanted === undefined || wanted.some(has)

const toPlanned = (step: PlanStep, family: Family): PlannedStep => ({
	step,
	bands: bands.flatMap((band) => {
		const hold = step.bands[band]
		return hold !== undefined && family.children[band] > 0 ? [{ band, hold }] : []
	}),
	devices: (step.needs.devices ?? []).reduce((sum, device) => sum + family.devices[device], 0),
})

const isFor = (step: PlanStep, family: Family): boolean =>
	isOne(step.needs.devices, (device) => family.devices[device] > 0) &&
	isOne(step.needs.networks, (network) => family.network === network) &&
	isOne(step.needs.services, (service) => family.services.includes(service))

/** Holds that need nothing now: shown with the band, not as a step. */
const isAllNotYet = ({ bands: own }: PlannedStep): boolean => own.every(({ hold }) => hold === 'not-yet')

const getPrice = ({ cost }: PlanStep): number => (cost === 0 ? 0 : cost.dirhams)

/** Free first, then what helps most; of two that help alike, the one that makes able, then the shorter one. */
const compareSteps = ({ step: a }: PlannedStep, { step: b }: PlannedStep): number =>
	Math.sign(getPrice(a)) - Math.sign(getPrice(b)) ||
	b.effect - a.effect ||
	Number(a.does === 'limit') - Number(b.does === 'limit') ||
	a.minutes - b.minutes

/** The talk first, then what protects on the device itself and takes few minutes, then the next short ones. */
const pickTonight = (ordered: readonly PlannedStep[]): PlannedStep[] =>
	ordered.filter(({ step }) => step.minutes <= sizes.tonightMinutes).slice(0, sizes.tonight)

type Tool = { step: PlanStep; hold: Hold }

/** Steps that become freer when a child leaves a band. */
export const loosen = (band: Band, tools: readonly Tool[]): Loosening[] => {
	const after = bands[bands.indexOf(band) + 1]
	return tools.flatMap(({ step, hold }) => {
		const to = after && step.bands[after]
		return getFirmness(to) < getFirmness(hold) ? [{ id: step.id, from: hold, to }] : []
	})
}

const toPlannedBand = (
	band: Band,
	{ rules, day, tools: all }: { rules: PlanRules; day: string; tools: readonly PlannedStep[] },
): PlannedBand => {
	const tools = all.flatMap(({ step }) => {
		const hold = step.bands[band]
		return hold === undefined ? [] : [{ step, hold }]
	})
	return {
		band,
		tools: tools.map(({ step, hold }) => ({ id: step.id, hold })),
		review: toReviewDay(day, rules.review[band]),
		next: { age: bandEnds[band], loosens: loosen(band, tools) },
	}
}

/**
 * The plan of a family: what to do tonight, this week and later, and for each band what is agreed, until when.
 *
 * @param day - the day it is made, `2026-11-25`
 */
export const makePlan = (rules: PlanRules, family: Family, day: string): Plan => {
	const found = rules.steps
		.filter((step) => isFor(step, family))
		.map((step) => toPlanned(step, family))
		.filter((planned) => planned.bands.length > 0)
	const ordered = found.filter((planned) => !isAllNotYet(planned)).sort(compareSteps)
	const tonight = pickTonight(ordered)
	const rest = ordered.filter((planned) => !tonight.includes(planned))
	const kept = [...tonight, ...rest].slice(0, sizes.all)
	const tools = [...kept, ...found.filter(isAllNotYet)]
	const inFamily = bands.filter((band) => family.children[band] > 0)
	return {
		day,
		network: family.network,
		tonight,
		week: kept.slice(tonight.length, tonight.length + sizes.week),
		later: kept.slice(tonight.length + sizes.week),
		more: rest.slice(sizes.all - tonight.length).map(({ step }) => step.id),
		bands: inFamily.map((band) => toPlannedBand(band, { rules, day, tools })),
	}
}

/** All steps of a plan in the order in which they are done. */
export const getSteps = ({ tonight, week, later }: Plan): PlannedStep[] => [...tonight, ...week, ...later]

/** The one step to begin with: the first setting of tonight, or the talk where there is nothing to set. */
export const findFirstStep = ({ tonight }: Pick<Plan, 'tonight'>): PlannedStep | undefined =>
	tonight.find(({ step }) => step.reach !== 'people') ?? tonight[0]
