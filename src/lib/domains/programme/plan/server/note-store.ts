/** Notes that hang on an action: evidence, risks, decisions, lines of a budget. Each is news of the action, and a version of it. */
import { randomUUID } from 'node:crypto'
import { AppError } from '#base'
import { recordActs } from '#domains/acts/server'
import type { Person } from '#domains/people'
import type { Evidence, ProgrammeWords } from '../plan.ts'
import type { PlanDesk, PlanTransaction } from './plan-tables.ts'
import { getLockedAction, planNotFound } from './standing.ts'
import { toPlanDay } from './write-store.ts'

export type PlanNote =
	| {
			kind: 'evidence'
			/** Of the action itself, or of this realisation of it. */
			realisation: string | undefined
			evidence: Omit<Evidence, 'note'> & { note: ProgrammeWords }
	  }
	| { kind: 'risk'; risk: string; owner: string | undefined; due: string | undefined }
	/** A risk of the action is over. */
	| { kind: 'closed-risk'; id: string; reason: string }
	| { kind: 'decision'; decision: string; decidedOn: string }
	| {
			kind: 'budget'
			line: string
			currency: string
			/** In the smallest unit of the currency. */
			minorUnits: number
			source: string
			isPublic: boolean
	  }

type Place = { action: string; by: string; on: string }

const addEvidence = async (
	trx: PlanTransaction,
	{ realisation, evidence }: Extract<PlanNote, { kind: 'evidence' }>,
	{ action }: Pick<Place, 'action'>,
): Promise<string> => {
	const of = realisation ?? null
	if (of !== null && !of.startsWith(`${action}-r`)) throw planNotFound()
	const last = await trx
		.selectFrom('plan_evidence')
		.select('place')
		.where('action', '=', action)
		.orderBy('place', 'desc')
		.limit(1)
		.executeTakeFirst()
	const { note } = evidence
	await trx
		.insertInto('plan_evidence')
		.values({
			id: randomUUID(),
			action,
			realisation: of,
			place: (last?.place ?? 0) + 1,
			kind: evidence.kind,
			reference: evidence.reference,
			seen_on: evidence.seenOn ?? null,
			confidence: evidence.confidence,
			is_independent: evidence.isIndependent,
			note_ar: note.ar,
			note_fr: note.fr,
			note_zgh: note.zgh,
			note_en: note.en,
		})
		.execute()
	return `${evidence.kind} ${evidence.reference}`
}

/** A risk is closed once; its first words stay. @throws AppError `programme.not-found` */
const closeRisk = async (
	trx: PlanTransaction,
	{ id, reason }: Extract<PlanNote, { kind: 'closed-risk' }>,
	{ action, on }: Place,
): Promise<string> => {
	const closed = await trx
		.updateTable('plan_risk')
		.set({ closed_on: on, closed_reason: reason })
		.where('id', '=', id)
		.where('action', '=', action)
		.where('closed_on', 'is', null)
		.returning('risk')
		.executeTakeFirst()
	if (!closed) throw planNotFound()
	return `${closed.risk} (${reason})`
}

const addNote = async (trx: PlanTransaction, note: PlanNote, place: Place): Promise<string> => {
	const own = { id: randomUUID(), action: place.action, by: place.by }
	if (note.kind === 'evidence') return addEvidence(trx, note, place)
	if (note.kind === 'risk') {
		const { risk, owner, due } = note
		await trx
			.insertInto('plan_risk')
			.values({ ...own, risk, owner: owner ?? null, due: due ?? null, closed_on: null, closed_reason: null })
			.execute()
		return risk
	}
	if (note.kind === 'closed-risk') return closeRisk(trx, note, place)
	if (note.kind === 'decision') {
		const { decision, decidedOn } = note
		await trx
			.insertInto('plan_decision')
			.values({ ...own, decision, decided_on: decidedOn })
			.execute()
		return decision
	}
	const { line, currency, minorUnits, source, isPublic } = note
	await trx
		.insertInto('plan_budget')
		.values({ ...own, line, currency, minor_units: minorUnits, source, is_public: isPublic })
		.execute()
	return `${line} ${minorUnits} ${currency}`
}

const raise = async (
	trx: PlanTransaction,
	{
		action,
		version,
		patch,
	}: { action: string; version: number; patch: Readonly<Record<string, readonly string[]>> },
	{ by, at }: { by: string; at: Date },
): Promise<void> => {
	await trx
		.updateTable('plan_action')
		.set({ version, changed_on: toPlanDay(at) })
		.where('id', '=', action)
		.execute()
	await trx
		.insertInto('plan_change')
		.values({
			action,
			thing: action,
			kind: 'note',
			version,
			patch: JSON.stringify(patch),
			settles: null,
			by,
			at,
		})
		.execute()
	await recordActs(trx, [{ act: 'programme/noted', by, at, what: { thing: action, version } }])
}

/** @throws AppError `programme.unknown` when it refers to somebody or something that is not there */
const checkRefers = async (trx: PlanTransaction, note: PlanNote): Promise<void> => {
	const isThere =
		note.kind === 'risk' && note.owner !== undefined
			? trx.selectFrom('plan_party').select('id').where('id', '=', note.owner)
			: note.kind === 'evidence' && note.realisation !== undefined
				? trx.selectFrom('plan_realisation').select('id').where('id', '=', note.realisation)
				: undefined
	if (isThere && !(await isThere.executeTakeFirst()))
		throw new AppError('programme.unknown', 409, 'a note of the plan: it refers to what is not there')
}

/** Adds a note to an action. @throws AppError `programme.not-found`, `programme.not-allowed`, `programme.unknown` */
export const writePlanNote = (
	{ db, now }: PlanDesk,
	{ action, note }: { action: string; note: PlanNote },
	by: Person,
): Promise<void> =>
	db.transaction().execute(async (trx) => {
		const row = await getLockedAction(trx, action, by)
		await checkRefers(trx, note)
		const says = await addNote(trx, note, { action, by: by.id, on: toPlanDay(now()) })
		const change = {
			action,
			version: row.version + 1,
			patch: { [note.kind === 'closed-risk' ? 'risk' : note.kind]: ['', says] },
		}
		await raise(trx, change, { by: by.id, at: now() })
	})

/** Takes a piece of evidence away that was wrong; what it said stays among the changes. @throws AppError `programme.not-found`, `programme.not-allowed` */
export const removeEvidence = (
	{ db, now }: PlanDesk,
	{ action, id }: { action: string; id: string },
	by: Person,
): Promise<void> =>
	db.transaction().execute(async (trx) => {
		const row = await getLockedAction(trx, action, by)
		const gone = await trx
			.deleteFrom('plan_evidence')
			.where('id', '=', id)
			.where('action', '=', action)
			.returning(['kind', 'reference'])
			.executeTakeFirst()
		if (!gone) throw planNotFound()
		const patch = { evidence: [`${gone.kind} ${gone.reference}`, ''] }
		await raise(trx, { action, version: row.version + 1, patch }, { by: by.id, at: now() })
	})
