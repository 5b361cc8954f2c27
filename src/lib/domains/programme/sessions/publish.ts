/**
 * Rows that a quarter publishes of its sessions: how many were held, exactly, in each province; attendance as a hard interval, from five sessions;
 * for the country and its regions the kind of place and the audience, where they name no school (`publish-parts.ts`).
 */
import type { Figure } from '../figures/index.ts'
import { country, findSpan, type ProgrammePlace } from '../places/index.ts'
import { fewestSessions, listPartRows, type SessionCell } from './publish-parts.ts'

type Sum = { sessions: number; low: number; high: number }

const nothing: Sum = { sessions: 0, low: 0, high: 0 }

const add = (one: Sum, other: Sum): Sum => ({
	sessions: one.sessions + other.sessions,
	low: one.low + other.low,
	high: one.high + other.high,
})

const sum = (all: readonly Sum[]): Sum => all.reduce(add, nothing)

const isFew = ({ sessions }: Sum): boolean => sessions > 0 && sessions < fewestSessions

/** Sessions, or series, of a place. */
export type Named = Sum & { code: string }

/** The one with the fewest sessions that still may be shown. */
const findSmallest = (all: readonly Named[], hidden: ReadonlySet<string>): Named | undefined =>
	all
		.filter(({ code, sessions }) => !hidden.has(code) && sessions > 0)
		.toSorted((one, other) => one.sessions - other.sessions || (one.code < other.code ? -1 : 1))[0]

/**
 * Places of one parent whose attendance is not shown. What is hidden is the parent's number less what is shown: as long as that would be
 * of one to four sessions, the smallest of the others is withheld as well.
 */
export const hide = (all: readonly Named[], unseen: Sum = nothing): Set<string> => {
	const hidden = new Set(all.filter(isFew).map(({ code }) => code))
	const rest = (): Sum => add(unseen, sum(all.filter(({ code }) => hidden.has(code))))
	while (isFew(rest())) {
		const next = findSmallest(all, hidden)
		if (!next) break
		hidden.add(next.code)
	}
	return hidden
}

type Region = Named & { provinces: readonly Named[]; hidden: Set<string> }

/** Sessions of a region that nobody can reckon from its own number and those of its provinces. */
const toUnseen = ({ provinces, hidden }: Region): Sum => sum(provinces.filter(({ code }) => hidden.has(code)))

/** Regions whose number is not shown: those of too few, and more when the country's would give those away. */
const hideRegions = (regions: readonly Region[]): Set<string> => {
	const hidden = new Set(regions.filter(isFew).map(({ code }) => code))
	const rest = (): Sum => sum(regions.filter(({ code }) => hidden.has(code)).map(toUnseen))
	while (isFew(rest())) {
		const next = regions.find(({ code }) => code === findSmallest(regions, hidden)?.code)
		if (!next) break
		hidden.add(next.code)
		const province = findSmallest(next.provinces, next.hidden)
		if (toUnseen(next).sessions === 0 && province) next.hidden.add(province.code)
	}
	return hidden
}

type Row = Omit<Figure, 'place' | 'period'>

const toExact = (indicator: string, value: number): Row => ({
	indicator,
	value,
	low: undefined,
	high: undefined,
	status: 'shown',
	method: 'sessions/1',
})

const toAttendance = (all: Sum, isHidden: boolean): Row => {
	const row = { indicator: 'people-reached', method: 'attendance/1', n: all.sessions }
	if (all.sessions === 0) return { ...row, value: 0, low: undefined, high: undefined, status: 'shown' }
	const none = { ...row, value: undefined, low: undefined, high: undefined }
	if (isFew(all)) return { ...none, status: 'too-few' }
	if (isHidden) return { ...none, status: 'withheld' }
	const { low, high } = all
	return { ...row, value: Math.round((low + high) / 2), low, high, status: 'shown' }
}

const gather = (cells: readonly SessionCell[], code: string): Named => ({
	code,
	...sum(cells.filter(({ province }) => province === code)),
})

const toRegion = (
	cells: readonly SessionCell[],
	places: readonly ProgrammePlace[],
	{ code }: ProgrammePlace,
): Region => {
	const provinces = places.filter(({ parent }) => parent === code).map((one) => gather(cells, one.code))
	return { code, ...sum(provinces), provinces, hidden: hide(provinces) }
}

const toRows = (all: Sum, isHidden: boolean): Row[] => [
	toExact('sessions-held', all.sessions),
	toAttendance(all, isHidden),
]

const toNotCounted = (row: Row): Row => ({
	...row,
	n: undefined,
	value: undefined,
	low: undefined,
	high: undefined,
	status: 'not-counted',
})

/** Places where something was counted, if only none: provinces of which this is known or that have sessions, and what holds them. */
const findCounted = (regions: readonly Region[], counted: readonly string[]): Set<string> => {
	const own = new Set(
		regions.flatMap(({ provinces }) =>
			provinces
				.filter(({ code, sessions }) => sessions > 0 || counted.includes(code))
				.map(({ code }) => code),
		),
	)
	const above = regions.filter(({ provinces }) => provinces.some(({ code }) => own.has(code)))
	return new Set([...own, ...above.map(({ code }) => code), ...(own.size > 0 ? [country] : [])])
}

/**
 * The rows of one period. Cells of provinces that are not among the places count nowhere.
 *
 * @param known - `counted`: provinces where none is 0, because somebody could have written down a session; elsewhere none is "not counted"
 * @throws when the period is none
 */
export const listSessionFigures = (
	cells: readonly SessionCell[],
	period: string,
	{ places, counted }: { places: readonly ProgrammePlace[]; counted: readonly string[] },
): Figure[] => {
	if (!findSpan(period)) throw new Error('publishing sessions: wanted a period')
	const regions = places
		.filter(({ kind }) => kind === 'region')
		.map((region) => toRegion(cells, places, region))
	const hidden = hideRegions(regions)
	const isCounted = findCounted(regions, counted)
	const of = (place: string, rows: readonly Row[]): Figure[] =>
		rows.map((row) => ({ ...(isCounted.has(place) ? row : toNotCounted(row)), place, period }))
	const parts = listPartRows(
		country,
		regions.map(({ code, provinces }) => ({
			code,
			cells: cells.filter(({ province }) => provinces.some((one) => one.code === province)),
		})),
	)
	return [
		...of(country, [...toRows(sum(regions), false), ...(parts.get(country) ?? [])]),
		...regions.flatMap((region) => [
			...of(region.code, [...toRows(region, hidden.has(region.code)), ...(parts.get(region.code) ?? [])]),
			...region.provinces.flatMap((province) =>
				of(province.code, toRows(province, region.hidden.has(province.code))),
			),
		]),
	]
}
