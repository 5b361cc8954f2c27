/** The figures of a span of months: four tables that each count every case once, and times. */
import { reporters } from '#domains/reports'
import { categories } from '../category.ts'
import { getPromise, type ClockId } from '../clock/case-clock.ts'
import { outcomes } from './outcome.ts'
import { toPublicCount, toPublicTimes, type PublicCount, type PublicTimes } from './round.ts'

/** Tables and their groups. */
export const tables = {
	category: categories,
	reporter: reporters,
	lane: ['danger', 'normal'],
	outcome: outcomes,
} as const
export type TableId = keyof typeof tables
export type Group<Table extends TableId = TableId> = (typeof tables)[Table][number]
export const tableIds = Object.keys(tables) as readonly TableId[]

/** Steps whose times are published: those that happen to a case once, or whose first time is what counts. */
export const steps = [
	'danger-eye',
	'first-answer',
	'triage',
	'next-answer',
	'danger-police',
	'police',
	'first-notice',
	'removal',
] as const satisfies readonly ClockId[]
type Step = (typeof steps)[number]

/** Number of cases, or clocks, of one kind: as they are counted and as an erased case leaves them. */
export type CountRow = { kind: string; grouped: string; count: number }

/** Figures of a span of months that may be published. Nothing in it is about a case. */
export type Figures = {
	/** First and last month, `2026-07`. */
	from: string
	to: string
	cases: PublicCount
	tables: { [Table in TableId]: { group: Group<Table>; count: PublicCount }[] }
	times: ({ step: Step; promised: number | null } & PublicTimes)[]
}

const sum = (rows: readonly CountRow[], kind: string, grouped?: string): number =>
	rows
		.filter((row) => row.kind === kind && (grouped === undefined || row.grouped === grouped))
		.reduce((all, { count }) => all + count, 0)

/** Counts cases whose reporter is not known as `unsaid`: reporters are counted when a case is sorted, apart from it. */
const withUnsaid = (rows: readonly CountRow[]): CountRow[] => {
	const unknown = sum(rows, 'outcome') - sum(rows, 'reporter')
	return [...rows, { kind: 'reporter', grouped: 'unsaid', count: Math.max(0, unknown) }]
}

const toTable = <Table extends TableId>(rows: readonly CountRow[], table: Table) =>
	(tables[table] as readonly Group<Table>[]).map((group) => ({
		group,
		count: toPublicCount(sum(rows, table, group)),
	}))

const toHours = (rows: readonly CountRow[], step: Step): number[] =>
	rows
		.filter(({ kind }) => kind === `hours:${step}`)
		.flatMap(({ grouped, count }) => Array.from({ length: count }, () => Number(grouped)))

/** Makes figures of counts: kinds `category`, `reporter`, `lane`, `outcome`, and `hours:<clock>` grouped by whole hours. */
export const toFigures = (
	counted: readonly CountRow[],
	{ from, to }: { from: string; to: string },
): Figures => {
	const rows = withUnsaid(counted)
	return {
		from,
		to,
		cases: toPublicCount(sum(rows, 'outcome')),
		tables: {
			category: toTable(rows, 'category'),
			reporter: toTable(rows, 'reporter'),
			lane: toTable(rows, 'lane'),
			outcome: toTable(rows, 'outcome'),
		},
		times: steps.map((step) => ({
			step,
			promised: getPromise(step) ?? null,
			...toPublicTimes(toHours(rows, step)),
		})),
	}
}

/** True when anything at all can be printed of it. */
export const isTooFew = ({ cases }: Figures): boolean => cases === null
