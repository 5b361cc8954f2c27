/** Released cells as figures: value, interval, and nothing where noise would speak instead of people. Unclamped cells in, figures out. */
import { languages } from '#base'
import { country } from '../places/index.ts'
import {
	campaignSlots,
	families,
	helpAnswers,
	noPlace,
	overLimit,
	pageKinds,
	protections,
	toCellName,
	type FamilyId,
	type SeenProtection,
} from './families.ts'
import { estimateShare, hasRush, isImpossible } from './protection.ts'

/** A published number; shares go from 0 to 1. */
export type CountedFigure = {
	indicator: string
	place: string
	period: string
	value: number | undefined
	low: number | undefined
	high: number | undefined
	status: 'shown' | 'too-few' | 'not-counted' | 'withheld'
	method: string
}

/** Cells of a period by name as they were released; `undefined` when its key was lost. */
export type Released = { period: string; cells: ReadonlyMap<string, number> | undefined }

/** Name of the mechanism in the ledger, and of the methods that are printed with figures. */
export const countingMethod = 'counting/1'
const methods = [
	['arrivals', 'arrivals/1'],
	['helped-', 'helped/1'],
	['protections-', 'protections/1'],
] as const

/** A filter is the first protection that families put in place: its indicator has no other name. */
const toIndicator = (protection: SeenProtection): string =>
	`protections-verified${protection === 'filter' ? '' : `-${protection}`}`

const [leastVotes, leastPresses, leastOfRush] = [100, 1000, 120]

/**
 * Half the width of the 95 % interval of a cell, or of a sum of cells.
 *
 * @param t - scale of the noise
 */
export const getHalfWidth = (t: number, cells = 1): number =>
	cells === 1 ? Math.ceil(t * Math.log(20)) : Math.ceil(1.96 * t * Math.sqrt(2 * cells))

/** Smallest count that is shown: twice half the width. A true 19 reaches it in 3 of 1,000 cases. */
export const getFloor = (t: number, cells = 1): number => 2 * getHalfWidth(t, cells)

type Shown = Pick<CountedFigure, 'value' | 'low' | 'high' | 'status'>
type Named = Pick<CountedFigure, 'indicator' | 'place'> & { read: (cells: Cells) => Shown }
type Cells = (family: FamilyId, cell: string) => number

const hide = (status: Exclude<CountedFigure['status'], 'shown'>): Shown => ({
	value: undefined,
	low: undefined,
	high: undefined,
	status,
})

const readCount =
	(family: FamilyId, names: readonly string[]) =>
	(cells: Cells): Shown => {
		const value = names.reduce((sum, name) => sum + cells(family, name), 0)
		const half = getHalfWidth(families[family].t, names.length)
		if (value < 2 * half) return hide('too-few')
		return { value, low: value - half, high: value + half, status: 'shown' }
	}

const readHelped =
	(topic: string) =>
	(cells: Cells): Shown => {
		const votes = helpAnswers.map((answer) => cells('helped', `${topic}/${answer}`))
		const count = votes.reduce((sum, vote) => sum + vote, 0)
		if (count < leastVotes) return hide('too-few')
		const share = Math.min(1, Math.max(0, (votes[0] ?? 0) / count))
		const { t } = families.helped
		const noise = (2 * t * t * ((1 - share) ** 2 + 2 * share ** 2)) / count ** 2
		const half = 1.96 * Math.sqrt((share * (1 - share)) / count + noise)
		return {
			value: share,
			low: Math.max(0, share - half),
			high: Math.min(1, share + half),
			status: 'shown',
		}
	}

const toAnswers = (cells: Cells, areas: readonly string[], protection: SeenProtection) => {
	const sum = (bit: 0 | 1): number =>
		areas.reduce((all, area) => all + cells('protected', `${area}/${protection}/${bit}`), 0)
	return { yes: sum(1), no: sum(0) }
}

const isStuffed = (cells: Cells, area: string): boolean => {
	const weeks = Array.from({ length: 14 }, (_, week) => cells('pressed', `${area}/${week}`))
	if (hasRush(weeks, leastOfRush)) return true
	return protections.some((protection) => {
		const answers = toAnswers(cells, [area], protection)
		return answers.yes + answers.no >= leastOfRush && isImpossible(answers)
	})
}

const readProtected =
	(areas: readonly string[], protection: SeenProtection) =>
	(cells: Cells): Shown => {
		const presses = protections.reduce((sum, one) => {
			const { yes, no } = toAnswers(cells, areas, one)
			return sum + yes + no
		}, 0)
		if (presses < leastPresses) return hide('too-few')
		if (areas.some((area) => isStuffed(cells, area))) return hide('withheld')
		const t = families.protected.t * Math.sqrt(areas.length)
		const estimate = estimateShare(toAnswers(cells, areas, protection), t)
		if (!estimate) return hide('too-few')
		return { value: estimate.value, low: estimate.low, high: estimate.high, status: 'shown' }
	}

/** Places and topics that figures are made for. */
export type FigureFacts = {
	regions: readonly { code: string; provinces: readonly string[] }[]
	topics: readonly string[]
}

const listOfMonth = ({ topics }: FigureFacts): Named[] => [
	{ indicator: 'arrivals', place: country, read: readCount('page', pageKinds) },
	...pageKinds.map((kind) => ({
		indicator: `arrivals-page-${kind}`,
		place: country,
		read: readCount('page', [kind]),
	})),
	...languages.map((language) => ({
		indicator: `arrivals-language-${language}`,
		place: country,
		read: readCount('language', [language]),
	})),
	...topics.map((topic) => ({ indicator: `helped-${topic}`, place: country, read: readHelped(topic) })),
]

const listOfQuarter = ({ regions }: FigureFacts): Named[] => [
	...regions.flatMap(({ code, provinces }) => [
		{ indicator: 'arrivals-by-code', place: code, read: readCount('place', provinces) },
		...provinces.map((province) => ({
			indicator: 'arrivals-by-code',
			place: province,
			read: readCount('place', [province]),
		})),
	]),
	{ indicator: 'arrivals-no-place', place: country, read: readCount('place', [noPlace]) },
	{ indicator: 'arrivals-over-limit', place: country, read: readCount('place', [overLimit]) },
	...Array.from({ length: campaignSlots }, (_, slot) => ({
		indicator: `arrivals-campaign-${slot}`,
		place: country,
		read: readCount('campaign', [String(slot)]),
	})),
	...protections.flatMap((protection) => [
		...regions.map(({ code }) => ({
			indicator: toIndicator(protection),
			place: code,
			read: readProtected([code], protection),
		})),
		{
			indicator: toIndicator(protection),
			place: country,
			read: readProtected([...regions.map(({ code }) => code), noPlace], protection),
		},
	]),
]

/**
 * Figures of a released period, the same each time: only the released cells speak. A region is the sum of the unclamped cells of its provinces;
 * the country comes from another family with noise of its own, so the two need not agree.
 */
export const toCountedFigures = ({ period, cells }: Released, facts: FigureFacts): CountedFigure[] => {
	const named = period.includes('Q') ? listOfQuarter(facts) : listOfMonth(facts)
	const find: Cells = (family, cell) => cells?.get(toCellName(family, cell)) ?? 0
	return named.map(({ indicator, place, read }) => ({
		indicator,
		place,
		period,
		...(cells ? read(find) : hide('not-counted')),
		method: methods.find(([start]) => indicator.startsWith(start))?.[1] ?? countingMethod,
	}))
}
