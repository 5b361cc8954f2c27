/** Pages of the desk: all that a person may read of the plan, and one action with everything that hangs on it. */
import { may, type Person } from '#domains/people'
import { getReach } from '../../../places/reach.ts'
import { getShown, type ActionStanding } from '../../state.ts'
import type { Action } from '../../plan.ts'
import { findMissingWords } from '../../sheet/check.ts'
import type { Fields } from '../../sheet/columns.ts'
import type { PlanQueries } from '../../server/plan-tables.ts'
import { compareIds, readActions, toParty, toPlanWords } from '../../server/plan-rows.ts'
import { toActionFields, toRealisationFields } from '../../server/thing-fields.ts'

export const mayReadIn = (person: Person, region: string | null | undefined): boolean =>
	may(person, 'read', 'programme', getReach(person, { region: region || undefined }))

/** An action as a list of the desk shows it. */
export type ActionLine = {
	action: Action
	shown: ActionStanding
	/** Not published yet as it stands now. */
	isNew: boolean
	/** Texts that are not there in all languages: it cannot be published. */
	lacksWords: boolean
	/** Texts that stand beside others and wait for a choice. */
	beside: number
}

const countBeside = async (db: PlanQueries): Promise<ReadonlyMap<string, number>> => {
	const rows = await db
		.selectFrom('plan_change as one')
		.leftJoin('plan_change as settled', 'settled.settles', 'one.id')
		.select(({ fn }) => ['one.action', fn.countAll<number>().as('n')])
		.where('one.kind', '=', 'beside')
		.where('settled.id', 'is', null)
		.groupBy('one.action')
		.execute()
	return new Map(rows.map(({ action, n }) => [action, n]))
}

const lacksWords = (action: Action): boolean => {
	const texts = [action, ...action.realisations]
	return texts.some((thing) => {
		const { title } = thing
		const more = 'reason' in thing ? thing.reason : 'note' in thing ? thing.note : undefined
		const fields = Object.entries(title).map(([language, text]) => [`title_${language}`, text])
		const others = Object.entries(more ?? {}).map(([language, text]) => [`note_${language}`, text])
		return findMissingWords(Object.fromEntries([...fields, ...others]) as Fields).length > 0
	})
}

/** Lists actions that a person may read, initiative by initiative. */
export const listForDesk = async (db: PlanQueries, person: Person, today: string) => {
	const rows = await db
		.selectFrom('plan_action')
		.select(['id', 'region', 'version', 'published_version'])
		.execute()
	const own = rows.filter(({ region }) => mayReadIn(person, region))
	const news = new Map(own.map((row) => [row.id, row.version !== row.published_version]))
	const beside = await countBeside(db)
	const lines = (await readActions(db, [...news.keys()])).map((action): ActionLine => ({
		action,
		shown: getShown(action, today),
		isNew: news.get(action.id) === true,
		lacksWords: lacksWords(action),
		beside: beside.get(action.id) ?? 0,
	}))
	const heads = await db.selectFrom('plan_initiative').selectAll().orderBy('ordinal').execute()
	const parties = await db.selectFrom('plan_party').selectAll().orderBy('id').execute()
	return {
		initiatives: heads.map((head) => ({
			id: head.id,
			title: toPlanWords(head, 'title'),
			lines: lines.filter(({ action }) => action.initiative === head.id),
		})),
		parties: parties.map(toParty),
	}
}

const readChanges = async (db: PlanQueries, action: string) => {
	const rows = await db
		.selectFrom('plan_change')
		.selectAll()
		.where('action', '=', action)
		.orderBy('id', 'desc')
		.limit(200)
		.execute()
	const settled = new Set(rows.map(({ settles }) => settles))
	return rows.map(({ id, thing, kind, version, patch, by, at }) => ({
		id,
		thing,
		kind,
		version,
		patch,
		by: by ?? undefined,
		at,
		isOpen: kind === 'beside' && !settled.has(id),
	}))
}

/** One action with everything that hangs on it; `undefined` when it is not there, or not this person's to read. */
export const findForDesk = async (
	db: PlanQueries,
	id: string,
	{ person, today }: { person: Person; today: string },
) => {
	const row = await db.selectFrom('plan_action').selectAll().where('id', '=', id).executeTakeFirst()
	const [action] = row && mayReadIn(person, row.region) ? await readActions(db, [id]) : []
	if (!row || !action) return undefined
	const done = await db.selectFrom('plan_realisation').selectAll().where('action', '=', id).execute()
	return {
		action,
		shown: getShown(action, today),
		isPublished: row.published_version !== null,
		isNew: row.version !== row.published_version,
		fields: toActionFields(row, action.needs),
		realisations: done
			.sort((a, b) => compareIds(a.id, b.id))
			.map((one) => ({ id: one.id, fields: toRealisationFields(one) })),
		evidence: await db
			.selectFrom('plan_evidence')
			.selectAll()
			.where('action', '=', id)
			.orderBy('place')
			.execute(),
		risks: await db.selectFrom('plan_risk').selectAll().where('action', '=', id).orderBy('id').execute(),
		decisions: await db
			.selectFrom('plan_decision')
			.selectAll()
			.where('action', '=', id)
			.orderBy('decided_on')
			.execute(),
		budget: await db.selectFrom('plan_budget').selectAll().where('action', '=', id).orderBy('line').execute(),
		changes: await readChanges(db, id),
		waitsFor: await db.selectFrom('plan_need').select('action').where('needs', '=', id).execute(),
	}
}
