/** The plan as it stands at the desk, line by line, and locks on its rows. */
import { AppError } from '#base'
import { may, type Person } from '#domains/people'
import { getReach } from '../../places/reach.ts'
import type { KnownLines } from '../sheet/check.ts'
import type { Fields } from '../sheet/columns.ts'
import type { StandingThing } from '../sheet/judge.ts'
import type { Patch, PlanQueries, PlanTransaction } from './plan-tables.ts'
import { toActionFields, toRealisationFields } from './thing-fields.ts'

export const planNotFound = (): AppError =>
	new AppError('programme.not-found', 404, 'an act on the plan: there is no such action or realisation')

const planNotAllowed = (): AppError =>
	new AppError('programme.not-allowed', 409, 'an act on the plan: it lies outside of this person’s region')

/** True when a person may write things of a region; none, or empty, is the country. */
export const mayWriteIn = (person: Person, region: string | null | undefined): boolean =>
	may(person, 'write', 'programme', getReach(person, { region: region || undefined }))

/** @throws AppError `programme.not-allowed` */
export const requireReach = (person: Person, region: string | null): void => {
	if (!mayWriteIn(person, region)) throw planNotAllowed()
}

/** Takes the row of an action until the transaction ends. @throws AppError `programme.not-found`, `programme.not-allowed` */
export const getLockedAction = async (trx: PlanTransaction, id: string, person: Person) => {
	const row = await trx
		.selectFrom('plan_action')
		.selectAll()
		.where('id', '=', id)
		.forUpdate()
		.executeTakeFirst()
	if (!row) throw planNotFound()
	requireReach(person, row.region)
	return row
}

export const readKnown = async (db: PlanQueries, regions: readonly string[]): Promise<KnownLines> => ({
	initiatives: new Set((await db.selectFrom('plan_initiative').select('id').execute()).map(({ id }) => id)),
	parties: new Set((await db.selectFrom('plan_party').select('id').execute()).map(({ id }) => id)),
	regions: new Set(regions),
})

/** Every thing that stands, by id: actions before realisations, each in the order of the database. */
export const readStanding = async (db: PlanQueries): Promise<ReadonlyMap<string, StandingThing>> => {
	const needs = Map.groupBy(await db.selectFrom('plan_need').selectAll().execute(), ({ action }) => action)
	const actions = (await db.selectFrom('plan_action').selectAll().execute()).map((row) => {
		const own = (needs.get(row.id) ?? []).map((one) => one.needs)
		const standing: StandingThing = {
			fields: toActionFields(row, own),
			version: row.version,
			region: row.region ?? '',
			isPublished: row.published_version !== null,
			dueFirst: row.due_first ?? '',
		}
		return [row.id, standing] as const
	})
	const byId = new Map(actions)
	const done = await db.selectFrom('plan_realisation').selectAll().execute()
	for (const row of done) {
		const of = byId.get(row.action)
		if (of) byId.set(row.id, { ...of, fields: toRealisationFields(row), dueFirst: '' })
	}
	return byId
}

/** Undoes changes, newest first: fields as they were before them. */
const undo = (fields: Fields, patches: readonly Patch[]): Fields =>
	patches.reduce<Fields>(
		(now, patch) => ({
			...now,
			...Object.fromEntries(Object.entries(patch).map(([field, [was]]) => [field, was])),
		}),
		fields,
	)

const written = ['write', 'settled', 'import'] as const

/** Reads fields of a thing as they were at a version. */
export const readBase = async (
	db: PlanQueries,
	{ id, fields, version }: { id: string; fields: Fields; version: number },
): Promise<Fields> => {
	const later = await db
		.selectFrom('plan_change')
		.select('patch')
		.where('thing', '=', id)
		.where('kind', 'in', written)
		.where('version', '>', version)
		.orderBy('version', 'desc')
		.orderBy('id', 'desc')
		.execute()
	return undo(
		fields,
		later.map(({ patch }) => patch),
	)
}

/** The same for many at once: `getBase(id, version)` of {@link readStanding}'s things. */
export const readBases = async (
	db: PlanQueries,
	things: ReadonlyMap<string, StandingThing>,
): Promise<(id: string, version: number) => Fields> => {
	const changes = await db
		.selectFrom('plan_change')
		.select(['thing', 'version', 'patch'])
		.where('kind', 'in', written)
		.orderBy('version', 'desc')
		.orderBy('id', 'desc')
		.execute()
	const byThing = Map.groupBy(changes, ({ thing }) => thing)
	return (id, version) =>
		undo(
			things.get(id)?.fields ?? {},
			(byThing.get(id) ?? []).filter((one) => one.version > version).map(({ patch }) => patch),
		)
}
