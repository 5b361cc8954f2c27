/** The plan out of its rows: rows of a table in, values of the domain out. */
import { languages } from '#base'
import type { Selectable } from 'kysely'
import type { Action, BudgetLine, Evidence, Party, ProgrammeWords, Realisation } from '../plan.ts'
import { planAudiences } from '../plan.ts'
import type { PlanQueries, PlanTables } from './plan-tables.ts'

type Row<Name extends keyof PlanTables> = Selectable<PlanTables[Name]>

/** A text in every language; languages without words stay empty. */
export const toPlanWords = <Name extends string>(
	row: Readonly<Record<`${Name}_ar` | `${Name}_fr` | `${Name}_zgh` | `${Name}_en`, string>>,
	name: Name,
): ProgrammeWords => ({
	ar: row[`${name}_ar`],
	fr: row[`${name}_fr`],
	zgh: row[`${name}_zgh`],
	en: row[`${name}_en`],
})

const findWords = (words: ProgrammeWords): ProgrammeWords | undefined =>
	languages.some((language) => words[language] !== '') ? words : undefined

const precisions = new Map<number, Realisation['precision']>([
	[10, 'day'],
	[7, 'month'],
	[4, 'year'],
])

const toEvidence = (row: Row<'plan_evidence'>): Evidence => ({
	kind: row.kind,
	reference: row.reference,
	seenOn: row.seen_on ?? undefined,
	confidence: row.confidence,
	isIndependent: row.is_independent,
	note: findWords(toPlanWords(row, 'note')),
})

const toRealisation = (row: Row<'plan_realisation'>, evidence: readonly Evidence[]): Realisation => ({
	id: row.id,
	action: row.action,
	title: toPlanWords(row, 'title'),
	doneOn: row.done_on === '' ? undefined : row.done_on,
	precision: precisions.get(row.done_on.length) ?? 'unknown',
	state: row.state,
	evidence,
	note: findWords(toPlanWords(row, 'note')),
})

export const toParty = (row: Row<'plan_party'>): Party => ({
	id: row.id,
	name: toPlanWords(row, 'name'),
	kind: row.kind,
	region: row.region ?? undefined,
})

const toBudgetLine = ({ line, currency, minor_units, source }: Row<'plan_budget'>): BudgetLine => ({
	line,
	currency,
	source,
	minorUnits: minor_units,
})

type Around = {
	owner: Party | undefined
	needs: readonly string[]
	evidence: readonly Row<'plan_evidence'>[]
	realisations: readonly Row<'plan_realisation'>[]
	budget: readonly Row<'plan_budget'>[]
}

/** An action with all that hangs on it. */
const toAction = (
	row: Row<'plan_action'>,
	{ owner, needs, evidence, realisations, budget }: Around,
): Action => ({
	id: row.id,
	initiative: row.initiative,
	title: toPlanWords(row, 'title'),
	owner,
	promise:
		row.promise === ''
			? undefined
			: {
					language: languages.find((one) => one === row.promise_language) ?? 'fr',
					words: row.promise,
				},
	audiences: planAudiences.filter((one) => row.audiences.split(' ').includes(one)),
	region: row.region ?? undefined,
	promisedOn: row.promised_on ?? undefined,
	dueFirst: row.due_first ?? undefined,
	dueNow: row.due_now ?? undefined,
	begunOn: row.begun_on ?? undefined,
	endedOn: row.ended_on ?? undefined,
	state: row.state,
	reason: findWords(toPlanWords(row, 'reason')),
	source: row.source,
	isDemonstration: row.is_demonstration,
	changedOn: row.changed_on,
	version: row.version,
	...(budget.length === 0 ? {} : { budget: budget.map(toBudgetLine) }),
	needs,
	evidence: evidence.filter(({ realisation }) => realisation === null).map(toEvidence),
	realisations: realisations.map((one) =>
		toRealisation(one, evidence.filter(({ realisation }) => realisation === one.id).map(toEvidence)),
	),
})

const collator = new Intl.Collator('en', { numeric: true })

/** Readable ids in their order: `i1-a2` before `i1-a10`. */
export const compareIds = (a: string, b: string): number => collator.compare(a, b)

const groupBy = <Of extends { action: string }>(rows: readonly Of[]): ReadonlyMap<string, Of[]> =>
	Map.groupBy(rows, ({ action }) => action)

/** Reads actions of the desk as they stand now, all or these, in the order of their ids. */
export const readActions = async (db: PlanQueries, ids?: readonly string[]): Promise<Action[]> => {
	if (ids?.length === 0) return []
	const ofThese = ids ?? (await db.selectFrom('plan_action').select('id').execute()).map(({ id }) => id)
	if (ofThese.length === 0) return []
	const rows = await db.selectFrom('plan_action').selectAll().where('id', 'in', ofThese).execute()
	const parties = new Map(
		(await db.selectFrom('plan_party').selectAll().execute()).map((row) => [row.id, toParty(row)]),
	)
	const needs = groupBy(await db.selectFrom('plan_need').selectAll().where('action', 'in', ofThese).execute())
	const done = groupBy(
		await db.selectFrom('plan_realisation').selectAll().where('action', 'in', ofThese).execute(),
	)
	const shown = groupBy(
		await db
			.selectFrom('plan_evidence')
			.selectAll()
			.where('action', 'in', ofThese)
			.orderBy('place')
			.execute(),
	)
	const money = groupBy(
		await db
			.selectFrom('plan_budget')
			.selectAll()
			.where('action', 'in', ofThese)
			.where('is_public', '=', true)
			.orderBy('line')
			.orderBy('id')
			.execute(),
	)
	return rows
		.map((row) =>
			toAction(row, {
				budget: money.get(row.id) ?? [],
				owner: row.owner === null ? undefined : parties.get(row.owner),
				needs: (needs.get(row.id) ?? []).map((one) => one.needs).sort(compareIds),
				evidence: shown.get(row.id) ?? [],
				realisations: (done.get(row.id) ?? []).toSorted((a, b) => compareIds(a.id, b.id)),
			}),
		)
		.sort((a, b) => compareIds(a.id, b.id))
}
