/** The seed in an empty database: what the founding document promised is there and published from the first day on. */
import { randomUUID } from 'node:crypto'
import type { Insertable } from 'kysely'
import { languages } from '#base'
import type { ProgrammeWords } from '../plan.ts'
import type { PlanDesk, PlanTables, PlanTransaction } from './plan-tables.ts'
import { readActions } from './plan-rows.ts'
import { planSeed, type SeedAction } from './seed.ts'

type Texts<Name extends string> = Record<`${Name}_${'ar' | 'fr' | 'zgh' | 'en'}`, string>

const toTexts = <Name extends string>(name: Name, words: ProgrammeWords | undefined): Texts<Name> =>
	Object.fromEntries(
		languages.map((language) => [`${name}_${language}`, words?.[language] ?? '']),
	) as Texts<Name>

const toActionRow = (action: SeedAction, initiative: string): Insertable<PlanTables['plan_action']> => ({
	id: action.id,
	initiative,
	...toTexts('title', action.title),
	...toTexts('reason', undefined),
	promise: action.promise?.words ?? '',
	promise_language: action.promise?.language ?? '',
	owner: null,
	audiences: action.audiences.join(' '),
	region: null,
	promised_on: null,
	due_first: null,
	due_now: null,
	begun_on: null,
	ended_on: null,
	state: action.state,
	source: planSeed.source,
	is_demonstration: false,
	made_by: null,
	changed_on: planSeed.changedOn,
	version: 1,
	published_version: 1,
})

const toEvidenceRows = (action: SeedAction): Insertable<PlanTables['plan_evidence']>[] =>
	[
		{ realisation: null, evidence: action.evidence },
		...action.realisations.map(({ id, evidence }) => ({ realisation: id, evidence })),
	].flatMap(({ realisation, evidence }) =>
		evidence.map((one, place) => ({
			id: randomUUID(),
			action: action.id,
			realisation,
			place: place + 1,
			kind: one.kind,
			reference: one.reference,
			seen_on: one.seenOn ?? planSeed.changedOn,
			confidence: one.confidence,
			is_independent: one.isIndependent,
			...toTexts('note', one.note),
		})),
	)

const plantAction = async (trx: PlanTransaction, action: SeedAction, initiative: string): Promise<void> => {
	await trx.insertInto('plan_action').values(toActionRow(action, initiative)).execute()
	if (action.realisations.length > 0)
		await trx
			.insertInto('plan_realisation')
			.values(
				action.realisations.map(({ id, title, doneOn, state, note }) => ({
					id,
					action: action.id,
					done_on: doneOn ?? '',
					state,
					...toTexts('title', title),
					...toTexts('note', note),
				})),
			)
			.execute()
	await trx.insertInto('plan_evidence').values(toEvidenceRows(action)).execute()
}

/**
 * Puts the seed into a database that has no plan yet, once; two processes that start together plant it once.
 *
 * @returns whether it was planted now
 */
export const plantPlan = ({ db, now }: PlanDesk): Promise<boolean> =>
	db.transaction().execute(async (trx) => {
		const planted = await trx
			.insertInto('plan_initiative')
			.values(
				planSeed.initiatives.map(({ id, title }, place) => ({
					id,
					ordinal: place + 1,
					source: planSeed.source,
					...toTexts('title', title),
				})),
			)
			.onConflict((conflict) => conflict.doNothing())
			.returning('id')
			.execute()
		if (planted.length < planSeed.initiatives.length) return false
		for (const { id, actions } of planSeed.initiatives)
			for (const action of actions) await plantAction(trx, action, id)
		const actions = await readActions(trx)
		await trx
			.insertInto('plan_published')
			.values(
				actions.map((action) => ({
					action: action.id,
					version: 1,
					body: JSON.stringify(action),
					publication: null,
				})),
			)
			.execute()
		await trx
			.insertInto('plan_change')
			.values(
				actions.map(({ id }) => ({
					action: id,
					thing: id,
					kind: 'seed' as const,
					version: 1,
					patch: '{}',
					settles: null,
					by: null,
					at: now(),
				})),
			)
			.execute()
		return true
	})
