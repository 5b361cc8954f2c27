import type { DeviceScreen } from '#tools/drawing/device-screen'
import type { Band, Device, Network, Service } from './family/family.ts'

/**
 * Firmness of a step, the firmest first: `not-yet` waits for an age, `strict`, `balanced` and `gentle` are the levels
 * of a filter, `together` restricts nothing.
 */
export const holds = ['not-yet', 'strict', 'balanced', 'gentle', 'together'] as const
export type Hold = (typeof holds)[number]

/** Rank of a hold, 0 for one that is not there. Never rises with age. */
export const getFirmness = (hold: Hold | undefined): number =>
	hold === undefined ? 0 : holds.length - 1 - holds.indexOf(hold)

/** Target of a step: a guide, a configuration target another page of ours. */
export type StepLink = { guide: string } | { file: string } | { page: string }

/** Values that are typed by hand: the name and the addresses of the resolver that is proposed first. */
export type PlanValues = { 'private-dns': string; addresses: string }

/** A thing to do, as the rules know it; its words stand in `content/protect/plan/<language>.yaml`. */
export type PlanStep = {
	id: string
	/** `enable` makes able and restricts nobody; `limit` restricts. */
	does: 'enable' | 'limit'
	/** On the device itself, in an account, in the network at home, or between people. */
	reach: 'device' | 'account' | 'network' | 'people'
	minutes: number
	/** 0, or a price in dirhams with its source. */
	cost: 0 | { dirhams: number; every: 'month' | 'year' | 'once'; source: string }
	/** Effect, 3 the most. */
	effect: 1 | 2 | 3
	/** Requirements of a family for it; of each kind one is enough. */
	needs: {
		devices?: readonly Device[] | undefined
		networks?: readonly Network[] | undefined
		services?: readonly Service[] | undefined
	}
	/** For whom, and how firmly. */
	bands: Readonly<Partial<Record<Band, Hold | undefined>>>
	link?: StepLink | undefined
	/** The screen on which it begins; missing where nobody has read or drawn one. */
	screen?: DeviceScreen | undefined
	/** Ways to see that it is on: by hand as its words say; `is-it-on` where our page can see it as well. */
	verify: 'is-it-on' | 'by-hand'
	/** A value to type ({@link PlanValues}); or what is agreed, further down in the plan. */
	shows?: keyof PlanValues | 'agreed' | undefined
}

/** Everything that {@link makePlan} decides by. */
export type PlanRules = {
	/** Days until a family looks again, by band. */
	review: Readonly<Record<Band, number>>
	steps: readonly PlanStep[]
}
