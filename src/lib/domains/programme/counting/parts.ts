/** Numbers that are released and stand in no table of the scoreboard: parts of the arrivals, votes of pages, the two other protections. */
import type { CountedFigure } from './released.ts'

/** Kinds of such numbers, in the order in which they are shown. */
export const partKinds = ['page', 'language', 'code', 'campaign', 'helped', 'protected'] as const
export type PartKind = (typeof partKinds)[number]

/** Beginnings of the names of each kind; the rest of a name is the part. */
const starts: Readonly<Record<PartKind, string>> = {
	page: 'arrivals-page-',
	language: 'arrivals-language-',
	code: 'arrivals-',
	campaign: 'arrivals-campaign-',
	helped: 'helped-',
	protected: 'protections-verified-',
}

/** `name`: a kind of page, a language, `no-place` or `over-limit`, a slot, a topic, a protection. */
export type PartLine = { name: string; figure: CountedFigure }

/** A kind of numbers in one period. `few`: how many are too few to show; nothing else is said of them. */
export type PartTable = { kind: PartKind; period: string; lines: readonly PartLine[]; few: number }

const codes = ['arrivals-no-place', 'arrivals-over-limit']

const isOf = (kind: PartKind, { indicator }: CountedFigure): boolean =>
	kind === 'code' ? codes.includes(indicator) : indicator.startsWith(starts[kind])

/** Tables of figures of one period; a kind that the period does not count has none. */
export const listParts = (figures: readonly CountedFigure[]): readonly PartTable[] =>
	partKinds.flatMap((kind) => {
		const own = figures.filter((figure) => isOf(kind, figure))
		const [first] = own
		if (!first) return []
		const told = own.filter(({ status }) => status !== 'too-few')
		return [
			{
				kind,
				period: first.period,
				few: own.length - told.length,
				lines: told.map((figure) => ({ name: figure.indicator.slice(starts[kind].length), figure })),
			},
		]
	})
