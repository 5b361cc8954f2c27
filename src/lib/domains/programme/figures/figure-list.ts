/** Numbers as a pasted list, one a line: the first line names the columns. */
import { failed, ok, type Issue, type Result } from '#base'
import { parseCsv } from '#tools/open-data/csv'
import { figureStates, isSoundValue, toFigureKey, type Figure } from './figure.ts'
import type { FigureIndicator } from './indicator.ts'
import { findTypedFault } from './typed.ts'

const columns = ['indicator', 'place', 'period', 'value', 'low', 'high', 'status', 'method'] as const

/** Lines that are read at most. */
const most = 5000

/** What a line may hold: a study of `indicators.yaml`, a code of a place, a time that is over on this civil day. */
type Known = {
	indicators: readonly FigureIndicator[]
	isPlace: (code: string) => boolean
	today: string
}

const toNumber = (text: string | undefined): number | undefined =>
	text === undefined || text.trim() === '' ? undefined : Number(text)

const readLine = (cells: ReadonlyMap<string, string>): Figure => {
	const get = (name: string): string => (cells.get(name) ?? '').trim()
	const n = toNumber(cells.get('n'))
	return {
		indicator: get('indicator'),
		place: get('place'),
		period: get('period'),
		method: get('method'),
		value: toNumber(get('value')),
		low: toNumber(get('low')),
		high: toNumber(get('high')),
		status: figureStates.find((state) => state === get('status')) ?? 'shown',
		...(n === undefined ? {} : { n }),
	}
}

const isWhole = (n: number | undefined): boolean => n === undefined || (Number.isInteger(n) && n >= 0)

/** The column that is wrong in a line; `undefined` when all is well. */
const findFault = (figure: Figure, status: string, known: Known): string | undefined => {
	if (!known.isPlace(figure.place)) return 'place'
	const typed = findTypedFault(figure, known)
	if (typed !== undefined && typed !== 'low') return typed
	if (!figureStates.some((state) => state === status)) return 'status'
	if (!isSoundValue(figure)) return 'value'
	if (!isWhole(figure.n)) return 'n'
	return /^[a-z-]+\/[0-9]+$/u.test(figure.method) ? typed : 'method'
}

/**
 * Reads a pasted list with a comma between cells. All or nothing.
 *
 * @returns the numbers, or every fault: `path` the line, `message` the column that is wrong
 */
export const readFigureList = (text: string, known: Known): Result<readonly Figure[]> => {
	const [heads = [], ...lines] = parseCsv(text)
	const absent = columns.find((column) => !heads.includes(column))
	if (absent !== undefined) return failed({ path: '1', message: absent })
	if (lines.length === 0 || lines.length > most) return failed({ path: '1', message: 'lines' })
	const seen = new Set<string>()
	const issues: Issue[] = []
	const figures = lines.map((line, at) => {
		const cells = new Map(heads.map((head, index) => [head, line[index] ?? '']))
		const figure = readLine(cells)
		const key = toFigureKey(figure)
		const fault = seen.has(key) ? 'twice' : findFault(figure, (cells.get('status') ?? '').trim(), known)
		seen.add(key)
		if (fault !== undefined) issues.push({ path: String(at + 2), message: fault })
		return figure
	})
	return issues.length > 0 ? failed(...issues) : ok(figures)
}
