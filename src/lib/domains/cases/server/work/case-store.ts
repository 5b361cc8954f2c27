import { AppError } from '#base'
import { may, type FourEyesAct, type Person } from '#domains/people'
import { findPerson, type PersonRecord } from '#domains/people/server'
import type { Category } from '../../category.ts'
import { toChildStatus } from '../../child-status.ts'
import type { ClockEvent } from '../../clock/case-clock.ts'
import { findMove, getStatusAfterWord, isEnded, type Reason, type Status } from '../../status.ts'
import { useApproval } from '../approval-store.ts'
import type { CaseDatabase } from '../case-tables.ts'
import {
	getCurrentCase,
	getLockedCase,
	getRelation,
	listReports,
	notAllowed,
	writeChange,
	type Desk,
	type DeskCase,
} from './desk-case.ts'

const eventOf: Readonly<Partial<Record<Status, ClockEvent>>> = {
	triaged: 'triaged',
	'waiting-reporter': 'answered',
	assessed: 'assessed',
	'first-police': 'police-told',
	notified: 'notified',
	monitoring: 'checked',
	moved: 'checked',
	removed: 'gone',
	unavailable: 'gone',
}

export type Move = {
	id: string
	version: number
	to: Status
	reason?: Reason
	approval?: string
	digest?: string
}

/** For the police, the two persons have agreed to the dossier that left; for all else, to this move. */
const checkSecond = async (
	trx: CaseDatabase,
	act: FourEyesAct,
	{ id, approval = '', digest = '' }: Move,
	by: Person,
	now: Date,
): Promise<void> => {
	if (act !== 'export')
		return void (await useApproval(trx, { id: approval, act, subject: id, digest, by, now }))
	const left = await trx.selectFrom('dossier').select('id').where('case_id', '=', id).executeTakeFirst()
	if (!left)
		throw new AppError(
			'approval.missing',
			403,
			'moving a case: no dossier has left that two persons agreed to',
		)
}

/**
 * Moves a case to another status, with its clocks, its step in the public record and the word on the reporter's page.
 * `digest`: of what the second person agreed to, for a move that takes two.
 *
 * @throws AppError `case.not-found`, `case.changed` (somebody was faster), `case.no-move`, `case.reason-missing`,
 * `case.not-allowed`, `approval.missing`
 */
export const moveCase = (desk: Desk, move: Move, person: Person): Promise<DeskCase> =>
	desk.db.transaction().execute(async (trx) => {
		const found = await getCurrentCase(trx, move.id, move.version)
		const needs = findMove(found.status, move.to)
		if (!needs)
			throw new AppError('case.no-move', 409, `moving a case: not from ${found.status} to ${move.to}`)
		const [verb, resource] = needs.permission
		if (!may(person, verb, resource, getRelation(found, person))) throw notAllowed('moving a case')
		if (needs.reason && !move.reason)
			throw new AppError('case.reason-missing', 400, 'moving a case: this move wants a reason')
		if (needs.act) await checkSecond(trx, needs.act, move, person, desk.now())
		await desk.mailroom.setStatus(trx, await listReports(trx, move.id), toChildStatus(move.to))
		const event = isEnded(move.to) ? 'over' : eventOf[move.to]
		return writeChange(
			trx,
			found,
			{ status: move.to, reason: move.reason ?? null },
			{
				kind: 'moved',
				by: person.id,
				status: move.to,
				...(move.reason && { reason: move.reason }),
				...(event && { event }),
				...(move.approval && needs.act && { what: { approval: move.approval } }),
			},
			desk,
		)
	})

/** Says what a case is about. @throws AppError as {@link moveCase} */
export const setCategory = (
	desk: Desk,
	{ id, version, category }: { id: string; version: number; category: Category },
	person: Person,
): Promise<DeskCase> =>
	desk.db.transaction().execute(async (trx) => {
		const found = await getCurrentCase(trx, id, version)
		const relation = getRelation(found, person)
		if (!may(person, 'triage', 'case', relation) && !may(person, 'classify', 'case', relation))
			throw notAllowed('saying what a case is about')
		return writeChange(
			trx,
			found,
			{ category },
			{ kind: 'category', by: person.id, what: { category } },
			desk,
		)
	})

const getReader = async (trx: CaseDatabase, id: string): Promise<PersonRecord> => {
	const reader = await findPerson(trx as unknown as Parameters<typeof findPerson>[0], id)
	if (reader && !reader.disabled && may(reader, 'open', 'case', 'assigned')) return reader
	throw new AppError('case.no-reader', 409, 'giving a case: the person cannot open cases')
}

/**
 * Gives a case to a person, or takes it oneself. `canTake` says whether that person's day has room: the rota and a
 * supervisor alike give nothing to who must rest.
 *
 * @throws AppError `case.no-reader`, `case.person-resting`, and as {@link moveCase}
 */
export const assignCase = (
	desk: Desk,
	{ id, version, to }: { id: string; version: number; to: string },
	person: Person,
	canTake: (trx: CaseDatabase, id: string) => Promise<boolean>,
): Promise<DeskCase> =>
	desk.db.transaction().execute(async (trx) => {
		const found = await getCurrentCase(trx, id, version)
		const takesIt = to === person.id && found.assignee === undefined
		const verb = takesIt ? 'triage' : 'assign'
		if (!may(person, verb, 'case', getRelation(found, person))) throw notAllowed('giving a case')
		await getReader(trx, to)
		if (!(await canTake(trx, to)))
			throw new AppError('case.person-resting', 409, 'giving a case: the day of this person is full')
		const supervisor = may(person, 'assign', 'case', 'unit') ? person.id : (found.supervisor ?? null)
		return writeChange(
			trx,
			found,
			{ assignee: to, supervisor },
			{ kind: 'assigned', by: person.id, what: { to } },
			desk,
		)
	})

/** Takes note that a place was looked at again and nothing has changed. @throws AppError as {@link moveCase} */
export const noteRecheck = (
	desk: Desk,
	{ id, version }: { id: string; version: number },
	person: Person,
): Promise<DeskCase> =>
	desk.db.transaction().execute(async (trx) => {
		const found = await getCurrentCase(trx, id, version)
		if (!may(person, 'classify', 'case', getRelation(found, person)))
			throw notAllowed('checking a place again')
		return writeChange(trx, found, {}, { kind: 'checked', by: person.id, event: 'checked' }, desk)
	})

/**
 * Takes note that a reporter has written again: the case is taken up if it waited or was over, and the clock of the answer
 * runs. `undefined` when no case has this report.
 */
export const noteReporterWord = (desk: Desk, report: string): Promise<DeskCase | undefined> =>
	desk.db.transaction().execute(async (trx) => {
		const row = await trx
			.selectFrom('case_report')
			.select('case_id')
			.where('report', '=', report)
			.executeTakeFirst()
		if (!row) return undefined
		const found = await getLockedCase(trx, row.case_id)
		const status = getStatusAfterWord(found.status)
		return writeChange(
			trx,
			found,
			{ status },
			{ kind: 'reporter-wrote', by: null, status, event: 'reporter-wrote' },
			desk,
		)
	})
