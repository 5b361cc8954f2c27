import { AppError } from '#base'
import { recordActs } from '#domains/acts/server'
import type { Person } from '#domains/people'
import { checkFields, checkMoved, type LineFault } from '../sheet/check.ts'
import { readThingId, tidyField, listFields, type Fields, type PlanThingKind } from '../sheet/columns.ts'
import { mergeFields, type Beside } from '../sheet/merge.ts'
import { checkNeeds, keepNeeds, lockNeeds } from './need-rows.ts'
import type { Patch, PlanDesk, PlanTransaction } from './plan-tables.ts'
import { getLockedAction, planNotFound, readBase, readKnown, requireReach } from './standing.ts'
import {
	toActionColumns,
	toActionFields,
	toDueFirst,
	toRealisationColumns,
	toRealisationFields,
} from './thing-fields.ts'

export type Write = {
	id: string
	/** As it was read: what others have changed since is merged. */
	version: number
	/** Fields as they shall stand; those that are left out stay. */
	fields: Fields
	/** Change that this one settles: words that stood beside others. */
	settles?: number | undefined
}

/** The outcome: faults by column and nothing written, or the new version and texts that stand beside others. */
export type Written = { faults: readonly LineFault[] } | { version: number; beside: readonly Beside[] }

type Locked = {
	row: Awaited<ReturnType<typeof getLockedAction>>
	kind: PlanThingKind
	action: string
	now: Fields
}

const lockThing = async (trx: PlanTransaction, id: string, person: Person): Promise<Locked> => {
	const thing = readThingId(id)
	if (!thing) throw planNotFound()
	const action = thing.kind === 'action' ? id : thing.parent
	const row = await getLockedAction(trx, action, person)
	if (thing.kind === 'action') {
		const needs = await trx.selectFrom('plan_need').select('needs').where('action', '=', id).execute()
		const own = needs.map((one) => one.needs)
		return { row, kind: 'action', action, now: toActionFields(row, own) }
	}
	const done = await trx.selectFrom('plan_realisation').selectAll().where('id', '=', id).executeTakeFirst()
	if (!done) throw planNotFound()
	return { row, kind: 'realisation', action, now: toRealisationFields(done) }
}

const tidy = (kind: PlanThingKind, fields: Fields): Fields => {
	const own = listFields(kind)
	return Object.fromEntries(
		Object.entries(fields).flatMap(([name, value]) =>
			own.includes(name) ? [[name, tidyField(name, value)]] : [],
		),
	)
}

const toPatch = (was: Fields, is: Fields): Patch =>
	Object.fromEntries(
		Object.keys(is)
			.filter((field) => was[field] !== is[field])
			.map((field) => [field, [was[field] ?? '', is[field] ?? '']]),
	)

type Context = { regions: readonly string[]; by: Person; now: Date }

/** The civil day of the plan: that of UTC, as everywhere at the desk. */
export const toPlanDay = (now: Date): string => now.toISOString().slice(0, 10)

const keep = async (
	trx: PlanTransaction,
	{ row, kind, action, now: was }: Locked,
	{ id, is, on }: { id: string; is: Fields; on: string },
) => {
	const version = row.version + 1
	if (kind === 'realisation')
		await trx.updateTable('plan_realisation').set(toRealisationColumns(is)).where('id', '=', id).execute()
	else if (was['needs'] !== is['needs']) await keepNeeds(trx, id, is)
	const columns = kind === 'action' ? toActionColumns(is) : undefined
	await trx
		.updateTable('plan_action')
		.set({
			...(columns && { ...columns, due_first: toDueFirst(row, columns.due_now) }),
			version,
			changed_on: on,
		})
		.where('id', '=', action)
		.execute()
	return version
}

/** @throws AppError `programme.settled` when these words were settled before */
const checkSettles = async (trx: PlanTransaction, id: string, settles: number | undefined): Promise<void> => {
	if (settles === undefined) return
	const open = await trx
		.selectFrom('plan_change')
		.select('id')
		.where('id', '=', settles)
		.where('thing', '=', id)
		.where('kind', '=', 'beside')
		.executeTakeFirst()
	const over = await trx
		.selectFrom('plan_change')
		.select('id')
		.where('settles', '=', settles)
		.executeTakeFirst()
	if (!open || over)
		throw new AppError('programme.settled', 409, 'settling two texts: somebody has chosen before')
}

/**
 * Writes a line. Fields that only this person changed are taken; where somebody else changed the same one since, both texts are kept, the
 * other one standing.
 *
 * @param context - `regions`: codes of the regions there are
 * @throws AppError `programme.not-found`, `programme.not-allowed`, `programme.settled`
 */
export const writeThing = (
	{ db, now }: PlanDesk,
	{ id, version, fields, settles }: Write,
	{ regions, by }: Omit<Context, 'now'>,
): Promise<Written> =>
	db.transaction().execute(async (trx) => {
		await lockNeeds(trx)
		const locked = await lockThing(trx, id, by)
		const at = now()
		await checkSettles(trx, id, settles)
		const isOld = version < locked.row.version
		const base = isOld ? await readBase(trx, { id, fields: locked.now, version }) : locked.now
		const { merged, beside } = mergeFields(base, tidy(locked.kind, fields), locked.now)
		const faults = [
			...checkFields(locked.kind, merged, await readKnown(trx, regions)),
			...checkMoved(locked.now, merged, locked.row.published_version !== null),
			...(locked.kind === 'action' ? await checkNeeds(trx, id, merged) : []),
		]
		if (faults.length > 0) return { faults }
		if (locked.kind === 'action') requireReach(by, merged['region'] ?? '')
		const patch = toPatch(locked.now, merged)
		const isSame = Object.keys(patch).length === 0
		if (isSame && beside.length === 0 && settles === undefined) return { version: locked.row.version, beside }
		const next = await keep(trx, locked, { id, is: merged, on: toPlanDay(at) })
		const change = { action: locked.action, thing: id, version: next, by: by.id, at }
		if (!isSame || settles !== undefined)
			await trx
				.insertInto('plan_change')
				.values({
					...change,
					kind: settles === undefined ? 'write' : 'settled',
					patch: JSON.stringify(patch),
					settles: settles ?? null,
				})
				.execute()
		for (const { field, now: theirs, other } of beside)
			await trx
				.insertInto('plan_change')
				.values({
					...change,
					kind: 'beside',
					patch: JSON.stringify({ [field]: [theirs, other] }),
					settles: null,
				})
				.execute()
		await recordActs(trx, [{ act: 'programme/written', by: by.id, at, what: { thing: id, version: next } }])
		return { version: next, beside }
	})
