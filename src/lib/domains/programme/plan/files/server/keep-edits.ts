/** Many lines of the plan written in a few statements. */
import { sql, type Insertable } from 'kysely'
import type { Patch, PlanTables, PlanTransaction } from '../../server/plan-tables.ts'
import { toActionColumns, toDueFirst, toNewAction, toRealisationColumns } from '../../server/thing-fields.ts'
import { toPlanDay } from '../../server/write-store.ts'
import { listWaitingFirst } from '../../sheet/circle.ts'
import { splitNeeds } from '../../sheet/columns.ts'
import type { Edit } from '../../sheet/judge.ts'

type Of = { by: string; at: Date }
type Row<Name extends keyof PlanTables> = Insertable<PlanTables[Name]>

/** Rows of one statement. */
const atOnce = 1000

const inParts = async <One>(
	all: readonly One[],
	write: (part: readonly One[]) => Promise<unknown>,
): Promise<void> => {
	for (let from = 0; from < all.length; from += atOnce) await write(all.slice(from, from + atOnce))
}

const actionOf = (edit: Edit): string => (edit.kind === 'action' ? edit.id : edit.parent)

const readRows = async (trx: PlanTransaction, ids: readonly string[]) => {
	const rows = new Map<string, Row<'plan_action'> & { version: number; published_version: number | null }>()
	await inParts(ids, async (part) => {
		const found = await trx.selectFrom('plan_action').selectAll().where('id', 'in', part).execute()
		for (const row of found) rows.set(row.id, row)
	})
	return rows
}

/** Every action that the edits touch, as it will stand: one version further. */
const toActionRows = async (trx: PlanTransaction, edits: readonly Edit[], { by, at }: Of) => {
	const rows = await readRows(trx, [...new Set(edits.map(actionOf))])
	const after = new Map<string, Row<'plan_action'>>()
	for (const edit of edits.filter(({ kind }) => kind === 'action')) {
		const row = rows.get(edit.id)
		const columns = toActionColumns(edit.is)
		after.set(
			edit.id,
			row
				? {
						...row,
						...columns,
						version: row.version + 1,
						changed_on: toPlanDay(at),
						due_first: toDueFirst(
							{ due_first: row.due_first ?? null, published_version: row.published_version },
							columns.due_now,
						),
					}
				: toNewAction({ id: edit.id, initiative: edit.parent, fields: edit.is }, { by, day: toPlanDay(at) }),
		)
	}
	for (const [id, row] of rows)
		if (!after.has(id)) after.set(id, { ...row, version: row.version + 1, changed_on: toPlanDay(at) })
	return after
}

/** Columns of an object, as names of the database. */
const toNames = (columns: readonly string[]) => sql.join(columns.map((column) => sql.ref(column)))

/**
 * Puts rows in as one value: the database takes a text of thousands of rows apart in a tenth of the time that as many values take to be bound.
 *
 * @param renews - rows whose id is there already are written anew
 */
const putRows = async (
	trx: PlanTransaction,
	table: 'plan_action' | 'plan_realisation' | 'plan_need' | 'plan_change',
	{ rows, renews = false }: { rows: readonly Readonly<Record<string, unknown>>[]; renews?: boolean },
): Promise<void> => {
	const columns = Object.keys(rows[0] ?? {})
	const changed = columns
		.filter((column) => column !== 'id')
		.map((column) => sql`${sql.ref(column)} = ${sql.ref(`excluded.${column}`)}`)
	await inParts(rows, (part) =>
		sql`insert into ${sql.table(table)} (${toNames(columns)}) select ${toNames(columns)}
			from json_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(part)}::json)
			${renews ? sql`on conflict (id) do update set ${sql.join(changed)}` : sql``}`.execute(trx),
	)
}

const putRealisations = (trx: PlanTransaction, edits: readonly Edit[]): Promise<void> =>
	putRows(trx, 'plan_realisation', {
		rows: edits.map((edit) => ({ id: edit.id, action: edit.parent, ...toRealisationColumns(edit.is) })),
		renews: true,
	})

const listEdges = (edits: readonly Edit[]) =>
	edits.flatMap(({ id, is }) => splitNeeds(is).map((needs) => ({ action: id, needs })))

/**
 * All old edges go before any new one comes: two that change places are no circle. Whoever waits comes before what it waits for, so that the database,
 * which walks from the end of each new edge to look for a circle, finds that no way leads on yet.
 */
const putNeeds = async (trx: PlanTransaction, edits: readonly Edit[]): Promise<void> => {
	const moved = edits.filter(({ was, is }) => (was?.['needs'] ?? '') !== is['needs'])
	await inParts(moved, (part) =>
		trx
			.deleteFrom('plan_need')
			.where(
				'action',
				'in',
				part.map(({ id }) => id),
			)
			.execute(),
	)
	const order = listWaitingFirst(new Map(moved.map(({ id, is }) => [id, splitNeeds(is)])))
	const place = new Map(order.map((id, at) => [id, at]))
	const edges = listEdges(moved).sort((a, b) => (place.get(a.action) ?? 0) - (place.get(b.action) ?? 0))
	// The look for a circle was planned while the table was empty: without this it reads all of it for each edge.
	await sql`set local enable_seqscan = off`.execute(trx)
	await putRows(trx, 'plan_need', { rows: edges })
	await sql`set local enable_seqscan = on`.execute(trx)
}

const toPatch = ({ was, is }: Edit): Patch =>
	Object.fromEntries(
		Object.entries(is)
			.filter(([field, value]) => (was?.[field] ?? '') !== value)
			.map(([field, value]) => [field, [was?.[field] ?? '', value] as const]),
	)

const putChanges = (
	trx: PlanTransaction,
	edits: readonly Edit[],
	{ versions, by, at }: Of & { versions: ReadonlyMap<string, Row<'plan_action'>> },
): Promise<void> =>
	putRows(trx, 'plan_change', {
		rows: edits.map((edit) => ({
			action: actionOf(edit),
			thing: edit.id,
			kind: 'import',
			by,
			at,
			settles: null,
			version: versions.get(actionOf(edit))?.version ?? 1,
			patch: toPatch(edit),
		})),
	})

/** Writes edits that were judged, within the transaction that judged them. */
export const keepEdits = async (trx: PlanTransaction, edits: readonly Edit[], of: Of): Promise<void> => {
	const rows = await toActionRows(trx, edits, of)
	const actions = edits.filter(({ kind }) => kind === 'action')
	await putRows(trx, 'plan_action', { rows: [...rows.values()], renews: true })
	await putRealisations(
		trx,
		edits.filter(({ kind }) => kind === 'realisation'),
	)
	await putNeeds(trx, actions)
	await putChanges(trx, edits, { ...of, versions: rows })
}
