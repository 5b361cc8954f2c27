import type { LineFault } from '../sheet/check.ts'
import { findCircle } from '../sheet/circle.ts'
import { splitNeeds, type Fields } from '../sheet/columns.ts'
import type { PlanTransaction } from './plan-tables.ts'

/** Nobody changes who waits for whom at the same time: two halves of a circle would not see each other. */
export const lockNeeds = (trx: PlanTransaction): Promise<unknown> =>
	trx.selectFrom('plan_initiative').select('id').orderBy('id').forUpdate().execute()

export const checkNeeds = async (trx: PlanTransaction, id: string, is: Fields): Promise<LineFault[]> => {
	const own = splitNeeds(is)
	if (own.length === 0) return []
	const ids = (await trx.selectFrom('plan_action').select('id').execute()).map((one) => one.id)
	if (own.some((one) => !ids.includes(one))) return [{ column: 'needs', code: 'unknown' }]
	const rows = Map.groupBy(await trx.selectFrom('plan_need').selectAll().execute(), ({ action }) => action)
	const needs = new Map(ids.map((one) => [one, (rows.get(one) ?? []).map(({ needs: of }) => of)]))
	return findCircle(needs.set(id, own)).has(id) ? [{ column: 'needs', code: 'circle' }] : []
}

/** Puts the needs of an action in the place of those it had. */
export const keepNeeds = async (trx: PlanTransaction, id: string, is: Fields): Promise<void> => {
	await trx.deleteFrom('plan_need').where('action', '=', id).execute()
	const needs = splitNeeds(is)
	if (needs.length > 0)
		await trx
			.insertInto('plan_need')
			.values(needs.map((one) => ({ action: id, needs: one })))
			.execute()
}
