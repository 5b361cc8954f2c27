/**
 * What is counted, as data: families of cells, each cell fixed from birth and born with noise of the discrete Laplace distribution.
 * Numbers after decision 084. An act (an arrival, a vote, a press) changes at most `moved` units of one family, so epsilon = moved / t.
 */
import { languages } from '#base'

/** Kinds of pages whose arrivals are counted; no other page is. */
export const pageKinds = ['front', 'topics', 'skills', 'tools', 'law', 'programme'] as const
export type PageKind = (typeof pageKinds)[number]

/** Answers to "did this help?". */
export const helpAnswers = ['yes', 'some', 'no'] as const
export type HelpAnswer = (typeof helpAnswers)[number]

/** Protections that the check of a browser can see: a filter, safe search, no way round the filter. */
export const protections = ['filter', 'search', 'bypass'] as const
export type SeenProtection = (typeof protections)[number]

/** Campaigns have one of these many places each, fixed before anybody arrives. */
export const campaignSlots = 64

/** Cells of family `place` that are no province: a code that belongs to none, and what came above the limit. */
export const [noPlace, overLimit] = ['none', 'over']

/** Weeks that a quarter can touch. */
const weeks = 14

/** Names for cells. Codes and ids as the guide has them. */
export type Facts = { provinces: readonly string[]; regions: readonly string[]; topics: readonly string[] }

/** Span after which a family begins anew. */
export type Pace = 'month' | 'quarter'

type Family = {
	pace: Pace
	/** Scale of the noise. */
	t: number
	/** Units by which one act can change the family. */
	moved: number
	of: 'arrival' | 'vote' | 'press'
	/** Names of the cells, in a fixed order. */
	list: (facts: Facts) => readonly string[]
}

const listAreas = ({ regions }: Facts): readonly string[] => [...regions, noPlace]
const count = (length: number): readonly string[] => Array.from({ length }, (_, at) => String(at))
const cross = (one: readonly string[], other: readonly string[]): readonly string[] =>
	one.flatMap((first) => other.map((second) => `${first}/${second}`))

export const families = {
	page: { pace: 'month', t: 100, moved: 1, of: 'arrival', list: () => pageKinds },
	language: { pace: 'month', t: 100, moved: 1, of: 'arrival', list: () => languages },
	place: {
		pace: 'quarter',
		t: 20,
		moved: 1,
		of: 'arrival',
		list: ({ provinces }) => [...provinces, noPlace, overLimit],
	},
	campaign: { pace: 'quarter', t: 100, moved: 1, of: 'arrival', list: () => count(campaignSlots) },
	helped: {
		pace: 'month',
		t: 5,
		moved: 1,
		of: 'vote',
		list: ({ topics }) => cross(topics, helpAnswers),
	},
	// The limit of an hour can put one press in the place of another: two cells change.
	protected: {
		pace: 'quarter',
		t: 2,
		moved: 2,
		of: 'press',
		list: (facts) => cross(cross(listAreas(facts), protections), ['0', '1']),
	},
	pressed: {
		pace: 'quarter',
		t: 40,
		moved: 2,
		of: 'press',
		list: (facts) => cross(listAreas(facts), count(weeks)),
	},
} as const satisfies Readonly<Record<string, Family>>
export type FamilyId = keyof typeof families

/** Every family, in the order in which its cells stand in a sheet. */
export const familyIds = Object.keys(families) as readonly FamilyId[]

/** Epsilon that one act spends in a family. */
export const getEpsilon = (id: FamilyId): number => families[id].moved / families[id].t

/** Epsilon that one act spends in all families together. */
export const getEpsilonOf = (act: Family['of']): number =>
	familyIds.reduce((sum, id) => (families[id].of === act ? sum + getEpsilon(id) : sum), 0)

/** Name of a cell in a sheet: `place:MA-TAT`. */
export const toCellName = (family: FamilyId, cell: string): string => `${family}:${cell}`

/** Names of all cells of a sheet, family by family. */
export const listCells = (pace: Pace, facts: Facts): readonly string[] =>
	familyIds
		.filter((id) => families[id].pace === pace)
		.flatMap((id) => families[id].list(facts).map((cell) => toCellName(id, cell)))
