/** New things of the plan: an action, a realisation, a party. Their numbers follow those there are; none is given twice. */
import { AppError } from '#base'
import { recordActs } from '#domains/acts/server'
import { may, type Person } from '#domains/people'
import { checkFields, type LineFault } from '../sheet/check.ts'
import { emptyFields, tidyField, type Fields } from '../sheet/columns.ts'
import type { PlanDesk, PlanTables, PlanTransaction } from './plan-tables.ts'
import { toNewAction, toRealisationColumns } from './thing-fields.ts'
import { getLockedAction, planNotFound, readKnown, requireReach } from './standing.ts'
import { checkNeeds, keepNeeds, lockNeeds } from './need-rows.ts'
import { toPlanDay } from './write-store.ts'
import type { Selectable } from 'kysely'

/** Faults by column and nothing made, or the id of what was. */
type Made = { faults: readonly LineFault[] } | { id: string }

const nextNumber = (ids: readonly string[]): number =>
	1 + Math.max(0, ...ids.map((id) => Number(/\d+$/u.exec(id)?.[0] ?? 0)))

const toFields = (kind: 'action' | 'realisation', given: Fields): Fields => ({
	...emptyFields(kind),
	...Object.fromEntries(Object.entries(given).map(([name, value]) => [name, tidyField(name, value)])),
})

const noteMade = async (
	trx: PlanTransaction,
	{ id, action, version, is }: { id: string; action: string; version: number; is: Fields },
	{ by, at }: { by: string; at: Date },
): Promise<void> => {
	const patch = Object.fromEntries(
		Object.entries(is)
			.filter(([, value]) => value !== '')
			.map(([field, value]) => [field, ['', value] as const]),
	)
	await trx
		.insertInto('plan_change')
		.values({
			action,
			thing: id,
			kind: 'write',
			version,
			patch: JSON.stringify(patch),
			settles: null,
			by,
			at,
		})
		.execute()
	await recordActs(trx, [{ act: 'programme/made', by, at, what: { thing: id } }])
}

/**
 * Makes an action of an initiative, in the region that it is for.
 *
 * @throws AppError `programme.not-found`, `programme.not-allowed`
 */
export const makeAction = (
	{ db, now }: PlanDesk,
	{ initiative, fields }: { initiative: string; fields: Fields },
	{ regions, by }: { regions: readonly string[]; by: Person },
): Promise<Made> =>
	db.transaction().execute(async (trx) => {
		await lockNeeds(trx)
		const known = await readKnown(trx, regions)
		if (!known.initiatives.has(initiative)) throw planNotFound()
		const is = toFields('action', fields)
		const rows = await trx
			.selectFrom('plan_action')
			.select('id')
			.where('initiative', '=', initiative)
			.execute()
		const [id, at] = [`${initiative}-a${nextNumber(rows.map((row) => row.id))}`, now()]
		const faults = [...checkFields('action', is, known), ...(await checkNeeds(trx, id, is))]
		if (faults.length > 0) return { faults }
		requireReach(by, is['region'] ?? '')
		await trx
			.insertInto('plan_action')
			.values(toNewAction({ id, initiative, fields: is }, { by: by.id, day: toPlanDay(at) }))
			.execute()
		await keepNeeds(trx, id, is)
		await noteMade(trx, { id, action: id, version: 1, is }, { by: by.id, at })
		return { id }
	})

/**
 * Notes what became of an action.
 *
 * @throws AppError `programme.not-found`, `programme.not-allowed`
 */
export const makeRealisation = (
	{ db, now }: PlanDesk,
	{ action, fields }: { action: string; fields: Fields },
	by: Person,
): Promise<Made> =>
	db.transaction().execute(async (trx) => {
		const row = await getLockedAction(trx, action, by)
		const is = toFields('realisation', fields)
		const faults = checkFields('realisation', is, await readKnown(trx, []))
		if (faults.length > 0) return { faults }
		const rows = await trx.selectFrom('plan_realisation').select('id').where('action', '=', action).execute()
		const [id, at, version] = [`${action}-r${nextNumber(rows.map((one) => one.id))}`, now(), row.version + 1]
		await trx
			.insertInto('plan_realisation')
			.values({ id, action, ...toRealisationColumns(is) })
			.execute()
		await trx
			.updateTable('plan_action')
			.set({ version, changed_on: toPlanDay(at) })
			.where('id', '=', action)
			.execute()
		await noteMade(trx, { id, action, version, is }, { by: by.id, at })
		return { id }
	})

/**
 * Names somebody who answers for actions.
 *
 * @throws AppError `programme.party-known` when the id is taken, `programme.not-allowed`
 */
export const makeParty = (
	{ db, now }: PlanDesk,
	party: Selectable<PlanTables['plan_party']>,
	by: Person,
): Promise<void> =>
	db.transaction().execute(async (trx) => {
		if (!may(by, 'write', 'programme')) throw planNotFound()
		requireReach(by, party.region)
		const made = await trx
			.insertInto('plan_party')
			.values(party)
			.onConflict((conflict) => conflict.doNothing())
			.returning('id')
			.executeTakeFirst()
		if (!made) throw new AppError('programme.party-known', 409, 'naming a party: its id is taken')
		await recordActs(trx, [{ act: 'programme/made', by: by.id, at: now(), what: { party: party.id } }])
	})
