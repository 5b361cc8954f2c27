/** Everything of the plan that a person may take along, as tables. */
import type { Person } from '#domains/people'
import { writeCsv } from '#tools/files/csv'
import { writeOds, type OdsSheet } from '#tools/files/ods'
import type { PlanQueries } from '../../server/plan-tables.ts'
import { compareIds } from '../../server/plan-rows.ts'
import { readStanding } from '../../server/standing.ts'
import { mayReadIn } from '../../viewing/server/view-store.ts'
import { readThingId, sheetColumns } from '../../sheet/columns.ts'

type Cell = string | number | boolean | null
type Line = Readonly<Record<string, Cell | Date | object>>

const toText = (cell: Cell | Date | object | undefined): string => {
	if (cell === null || cell === undefined) return ''
	if (cell instanceof Date) return cell.toISOString()
	return typeof cell === 'object' ? JSON.stringify(cell) : String(cell)
}

const toSheet = (name: string, columns: readonly string[], lines: readonly Line[]): OdsSheet => ({
	name,
	rows: [[...columns], ...lines.map((line) => columns.map((column) => toText(line[column])))],
})

const texts = (name: string): string[] => ['ar', 'fr', 'zgh', 'en'].map((language) => `${name}_${language}`)

/** Names of the tables, in the order of the sheets of a file. The first can be read in again. */
export const exportTables = [
	'plan',
	'evidence',
	'risks',
	'decisions',
	'budget',
	'parties',
	'changes',
] as const
export type ExportTable = (typeof exportTables)[number]

const readTable = async (
	db: PlanQueries,
	table: Exclude<ExportTable, 'plan' | 'parties'>,
): Promise<Line[]> => {
	if (table === 'evidence')
		return db.selectFrom('plan_evidence').selectAll().orderBy('action').orderBy('place').execute()
	if (table === 'risks')
		return db.selectFrom('plan_risk').selectAll().orderBy('action').orderBy('id').execute()
	if (table === 'decisions')
		return db.selectFrom('plan_decision').selectAll().orderBy('action').orderBy('decided_on').execute()
	if (table === 'budget')
		return db.selectFrom('plan_budget').selectAll().orderBy('action').orderBy('line').execute()
	return db.selectFrom('plan_change').selectAll().orderBy('id').execute()
}

const columnsOf = {
	evidence: [
		'action',
		'realisation',
		'place',
		'kind',
		'reference',
		'seen_on',
		'confidence',
		'is_independent',
		...texts('note'),
	],
	risks: ['action', 'risk', 'owner', 'due', 'closed_on', 'closed_reason'],
	decisions: ['action', 'decision', 'decided_on'],
	budget: ['action', 'line', 'currency', 'minor_units', 'source', 'is_public'],
	parties: ['id', ...texts('name'), 'kind', 'region'],
	changes: ['id', 'action', 'thing', 'kind', 'version', 'patch', 'settles', 'by', 'at'],
} as const

const readPlanSheet = async (db: PlanQueries, isOwn: (action: string) => boolean): Promise<OdsSheet> => {
	const things = [...(await readStanding(db))].filter(([id]) => isOwn(id.replace(/-r\d+$/u, '')))
	const lines = things
		.sort(([a], [b]) => compareIds(a, b))
		.map(([id, { fields, version, dueFirst }]): Line => ({
			id,
			...fields,
			version,
			due_first: readThingId(id)?.kind === 'action' ? dueFirst : '',
		}))
	return toSheet('plan', sheetColumns, lines)
}

const readSheets = async (
	db: PlanQueries,
	person: Person,
	tables: readonly ExportTable[],
): Promise<OdsSheet[]> => {
	const rows = await db.selectFrom('plan_action').select(['id', 'region']).execute()
	const own = new Set(rows.filter(({ region }) => mayReadIn(person, region)).map(({ id }) => id))
	const sheets: OdsSheet[] = []
	for (const table of tables) {
		if (table === 'plan') sheets.push(await readPlanSheet(db, (id) => own.has(id)))
		else if (table === 'parties')
			sheets.push(
				toSheet(
					table,
					columnsOf[table],
					await db.selectFrom('plan_party').selectAll().orderBy('id').execute(),
				),
			)
		else {
			const lines = (await readTable(db, table)).filter(({ action }) => own.has(toText(action)))
			sheets.push(toSheet(table, columnsOf[table], lines))
		}
	}
	return sheets
}

/** One table as CSV, spreadsheet formulas guarded. */
export const exportCsv = async (db: PlanQueries, person: Person, table: ExportTable): Promise<string> =>
	writeCsv((await readSheets(db, person, [table]))[0]?.rows ?? [])

/** All tables as one spreadsheet. */
export const exportOds = async (db: PlanQueries, person: Person): Promise<Uint8Array<ArrayBuffer>> =>
	writeOds(await readSheets(db, person, exportTables))
