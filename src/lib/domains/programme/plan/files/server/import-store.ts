/** A file of the plan: looked at first, kept while nothing is wrong with it, written as a whole or not at all. */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { AppError, day, isUuid } from '#base'
import { recordActs } from '#domains/acts/server'
import type { Person } from '#domains/people'
import type { PlanDesk, PlanQueries, PlanTransaction } from '../../server/plan-tables.ts'
import { mayWriteIn, readBases, readKnown, readStanding } from '../../server/standing.ts'
import { judgeSheet, type Edit } from '../../sheet/judge.ts'
import type { RowFault, SheetLine } from '../../sheet/read-sheet.ts'
import { readSheet } from '../../sheet/read-sheet.ts'
import { lockNeeds } from '../../server/need-rows.ts'
import { keepEdits } from './keep-edits.ts'

type Of = { regions: readonly string[]; by: Person }

/** The effect that a file would have. */
type Outlook = { lines: number; made: number; changed: number; faults: readonly RowFault[] }

const judge = async (db: PlanQueries, lines: readonly SheetLine[], { regions, by }: Of) => {
	const things = await readStanding(db)
	const isOlder = lines.some(
		({ id, version }) => version !== undefined && version < (things.get(id)?.version ?? 0),
	)
	return judgeSheet(lines, {
		...(await readKnown(db, regions)),
		things,
		getBase: isOlder ? await readBases(db, things) : () => ({}),
		mayWrite: (region) => mayWriteIn(by, region),
	})
}

const toOutlook = (lines: number, edits: readonly Edit[], faults: readonly RowFault[]): Outlook => ({
	lines,
	made: edits.filter(({ was }) => was === undefined).length,
	changed: edits.filter(({ was }) => was !== undefined).length,
	faults,
})

/** Lines as they are kept: a line is what its cells say, whatever stands at the desk. */
const toRows = (lines: readonly SheetLine[]): readonly Readonly<Record<string, string>>[] =>
	lines.map(({ id, row, fields, version, dueFirst }) => ({
		...fields,
		id,
		row: String(row),
		due_first: dueFirst ?? '',
		...(version === undefined ? {} : { version: String(version) }),
	}))

/**
 * Looks at a file and writes nothing of it into the plan. Only a file without any fault is kept, for a day, so that whoever looked can
 * have it written.
 */
export const lookAtFile = async (
	{ db, now }: PlanDesk,
	rows: readonly (readonly string[])[],
	of: Of,
): Promise<Outlook & { id: string | undefined }> => {
	const { lines, faults } = readSheet(rows)
	const judged = await judge(db, lines, of)
	const outlook = toOutlook(
		lines.length,
		judged.edits,
		[...faults, ...judged.faults].sort((a, b) => a.row - b.row),
	)
	if (outlook.faults.length > 0 || judged.edits.length === 0) return { ...outlook, id: undefined }
	const [id, at] = [randomUUID(), now()]
	await db
		.deleteFrom('plan_import')
		.where('at', '<', new Date(at.getTime() - day))
		.execute()
	await db
		.insertInto('plan_import')
		.values({ id, by: of.by.id, at, rows: JSON.stringify(toRows(lines)) })
		.execute()
	return { ...outlook, id }
}

const readKept = async (trx: PlanTransaction, id: string, by: Person): Promise<SheetLine[]> => {
	const kept = isUuid(id)
		? await trx
				.selectFrom('plan_import')
				.select('rows')
				.where('id', '=', id)
				.where('by', '=', by.id)
				.forUpdate()
				.executeTakeFirst()
		: undefined
	if (!kept)
		throw new AppError('programme.no-file', 409, 'importing a plan: no file of this person waits for it')
	return kept.rows.flatMap(({ row, ...cells }) => {
		const names = Object.keys(cells)
		return readSheet([names, names.map((name) => cells[name] ?? '')]).lines.map((line) => ({
			...line,
			row: Number(row),
		}))
	})
}

/**
 * Writes a file that was looked at. It is judged again against what stands now.
 *
 * @returns how much of it was new, and how much changed
 * @throws AppError `programme.no-file`, `programme.file-changed` when something in the plan has changed so that it no longer fits
 */
export const writePlanFile = (
	{ db, now }: PlanDesk,
	id: string,
	of: Of,
): Promise<Pick<Outlook, 'made' | 'changed'>> =>
	db.transaction().execute(async (trx) => {
		await lockNeeds(trx)
		await sql`lock table plan_action in share row exclusive mode`.execute(trx)
		const lines = await readKept(trx, id, of.by)
		const { edits, faults } = await judge(trx, lines, of)
		if (faults.length > 0)
			throw new AppError(
				'programme.file-changed',
				409,
				'importing a plan: something has changed since it was looked at',
			)
		const at = now()
		await keepEdits(trx, edits, { by: of.by.id, at })
		await trx.deleteFrom('plan_import').where('id', '=', id).execute()
		const { made, changed } = toOutlook(lines.length, edits, faults)
		await recordActs(trx, [{ act: 'programme/imported', by: of.by.id, at, what: { made, changed } }])
		return { made, changed }
	})
