/**
 * Counts of sessions in each kind of place and for each audience, which say more than a number: a province's only lycée is named by "one
 * session here" beside "one session in a lycée". They stand where no province can be told by them, and nowhere else.
 */
import type { Figure } from '../figures/index.ts'
import { sessionAudiences, sessionSettings, type SessionAudience, type SessionSetting } from './session.ts'

/** Sessions of a province in one kind of place for one audience, together: how many, and the sums of both ends of their bands. */
export type SessionCell = {
	province: string
	setting: SessionSetting
	audience: SessionAudience
	sessions: number
	low: number
	high: number
}

/** Sessions below which attendance, and what kind of place they were held in, are not shown. */
export const fewestSessions = 5

/** Names of the counts of sessions in one kind of place, and for one audience. */
export const toPartIndicator = (part: SessionSetting | SessionAudience): string => `sessions-held-${part}`

type Counts = ReadonlyMap<string, number>

/** Sessions of a set of provinces: of each province, of each part. */
type Block = { code: string; all: number; provinces: Counts; parts: Counts }

const count = (cells: readonly SessionCell[], key: (cell: SessionCell) => string): Counts => {
	const counts = new Map<string, number>()
	for (const cell of cells) counts.set(key(cell), (counts.get(key(cell)) ?? 0) + cell.sessions)
	return counts
}

const toBlock = (
	code: string,
	cells: readonly SessionCell[],
	part: (cell: SessionCell) => string,
): Block => ({
	code,
	all: cells.reduce((all, { sessions }) => all + sessions, 0),
	provinces: count(cells, ({ province }) => province),
	parts: count(cells, part),
})

/**
 * True when no session of a province must have been of one part. Of `all` sessions, of which a province has p and a part s, at least p + s - all
 * are both; who was at one session knows of one more, so one less is left to hide in.
 */
const isSafe = ({ all, provinces, parts }: Block): boolean =>
	all === 0 || (all >= fewestSessions && Math.max(...provinces.values()) + Math.max(...parts.values()) < all)

type Row = Omit<Figure, 'place' | 'period'>
type RegionCells = { code: string; cells: readonly SessionCell[] }

const toRow = (part: SessionSetting | SessionAudience, block: Block, isShown: boolean): Row => {
	const row = {
		indicator: toPartIndicator(part),
		low: undefined,
		high: undefined,
		method: 'session-parts/1',
		n: block.all,
	}
	if (isShown) return { ...row, value: block.parts.get(part) ?? 0, status: 'shown' }
	return { ...row, value: undefined, status: block.all < fewestSessions ? 'too-few' : 'withheld' }
}

/** Codes that are not shown: regions that are not safe, and more until the country less all that are shown is safe; the country, when it never is. */
const findHidden = (regions: readonly Block[], merge: (codes: ReadonlySet<string>) => Block): Set<string> => {
	const hidden = new Set(regions.filter((region) => !isSafe(region)).map(({ code }) => code))
	const left = regions
		.filter(({ code, all }) => !hidden.has(code) && all > 0)
		.toSorted((one, other) => one.all - other.all || (one.code < other.code ? -1 : 1))
	while (!isSafe(merge(hidden))) {
		const next = left.shift()
		if (!next) return hidden.add('country')
		hidden.add(next.code)
	}
	return hidden
}

type Part = 'setting' | 'audience'

const listOf = (
	kind: Part,
	country: string,
	regions: readonly RegionCells[],
): readonly (readonly [string, readonly Row[]])[] => {
	const part = (cell: SessionCell): string => cell[kind]
	const merge = (codes: ReadonlySet<string>): Block =>
		toBlock(
			'country',
			regions.filter(({ code }) => codes.has(code)).flatMap(({ cells }) => cells),
			part,
		)
	const blocks = regions.map(({ code, cells }) => toBlock(code, cells, part))
	const hidden = findHidden(blocks, merge)
	const all = merge(new Set(regions.map(({ code }) => code)))
	const names = kind === 'setting' ? sessionSettings : sessionAudiences
	return [all, ...blocks].map(
		(block) =>
			[
				block === all ? country : block.code,
				names.map((name) => toRow(name, block, !hidden.has(block.code))),
			] as const,
	)
}

/**
 * Rows of the country and of each region: every part of a kind, zeros too, or none of them. They come out once; a report that counted them anew
 * would show between the two what one late session was.
 */
export const listPartRows = (
	country: string,
	regions: readonly RegionCells[],
): ReadonlyMap<string, Row[]> => {
	const [settings, audiences] = [
		listOf('setting', country, regions),
		new Map(listOf('audience', country, regions)),
	]
	return new Map(settings.map(([place, rows]) => [place, [...rows, ...(audiences.get(place) ?? [])]]))
}
