import { sql } from 'kysely'
import type { Action, Initiative, Party, ProgrammePlan } from '../plan.ts'
import type { PlanQueries } from './plan-tables.ts'
import { compareIds, toPlanWords } from './plan-rows.ts'

/** Parts that the stored text leaves out where there is nothing. */
const nothing = {
	promise: undefined,
	owner: undefined,
	region: undefined,
	reason: undefined,
	promisedOn: undefined,
	dueFirst: undefined,
	dueNow: undefined,
	begunOn: undefined,
	endedOn: undefined,
}

const listOwners = (actions: readonly Action[]): Party[] => {
	const owners = actions.flatMap(({ owner }) => (owner ? [[owner.id, owner] as const] : []))
	return [...new Map(owners).values()].sort((a, b) => compareIds(a.id, b.id))
}

/** Published actions by id, in their order, each with what tells its text from the one before. */
type KnownActions = ReadonlyMap<string, { mark: string; action: Action }>

const readActions = async (db: PlanQueries, known: KnownActions): Promise<KnownActions> => {
	const rows = await db.selectFrom('plan_published').select(['action', 'version', 'publication']).execute()
	const marks = new Map(
		rows.map(({ action, version, publication }) => [action, `${version} ${publication ?? 'seed'}`]),
	)
	const changed = [...marks].flatMap(([id, mark]) => (known.get(id)?.mark === mark ? [] : [id]))
	const bodies =
		changed.length === 0
			? []
			: await db
					.selectFrom('plan_published')
					.select(['action', 'body'])
					.where('action', '=', sql<string>`any(${changed}::text[])`)
					.execute()
	const fresh = new Map(bodies.map(({ action, body }) => [action, { ...nothing, ...body }]))
	return new Map(
		[...marks]
			.sort(([a], [b]) => compareIds(a, b))
			.flatMap(([id, mark]) => {
				const action = fresh.get(id) ?? known.get(id)?.action
				return action ? [[id, { mark, action }] as const] : []
			}),
	)
}

/**
 * Reads what is published: what everybody sees. Empty before the first start has planted the seed.
 *
 * @param before - actions as they were read before: those that nobody published since are taken as they are
 */
export const readPlan = async (
	db: PlanQueries,
	before: KnownActions = new Map(),
): Promise<ProgrammePlan & { known: KnownActions }> => {
	const heads = await db.selectFrom('plan_initiative').selectAll().orderBy('ordinal').execute()
	const known = await readActions(db, before)
	const actions = Array.from(known.values(), ({ action }) => action)
	const byInitiative = Map.groupBy(actions, ({ initiative }) => initiative)
	return {
		initiatives: heads.map((head): Initiative => ({
			id: head.id,
			ordinal: head.ordinal,
			title: toPlanWords(head, 'title'),
			source: head.source,
			actions: byInitiative.get(head.id) ?? [],
		})),
		parties: listOwners(actions),
		known,
	}
}
