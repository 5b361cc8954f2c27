import { AppError, languages, type Language } from '#base'
import type { Person, Relation } from '#domains/people'
import { isCategory, type Category } from '../category.ts'
import type { DeskTime } from '../clock/case-clock.ts'
import type { ExposurePolicy } from '#domains/wellbeing'
import { isReason, isStatus, type Reason, type Status } from '../status.ts'
import type { CaseDatabase, CaseTransaction } from './case-tables.ts'
import type { ReportsPort } from './reports-port.ts'
import { toQuarterHour } from '#domains/acts/server'
import { addSteps, type NewStep } from './case-steps.ts'

/** A case as its row says. */
export type DeskCase = {
	id: string
	status: Status
	category: Category | undefined
	reason: Reason | undefined
	lane: 'danger' | 'normal'
	assignee: string | undefined
	supervisor: string | undefined
	cluster: string | undefined
	/** Language of its answers, once a person has read it and set it. */
	language: Language | undefined
	opened: Date
	changed: Date
	version: number
}

type Row = Omit<
	DeskCase,
	'status' | 'category' | 'reason' | 'assignee' | 'supervisor' | 'cluster' | 'language'
> & {
	status: string
	category: string | null
	reason: string | null
	assignee: string | null
	supervisor: string | null
	cluster: string | null
	language: string | null
}

export const toDeskCase = (row: Row): DeskCase => {
	if (!isStatus(row.status)) throw new Error(`reading a case: its status ${row.status} is none`)
	return {
		...row,
		status: row.status,
		category: row.category !== null && isCategory(row.category) ? row.category : undefined,
		reason: row.reason !== null && isReason(row.reason) ? row.reason : undefined,
		assignee: row.assignee ?? undefined,
		supervisor: row.supervisor ?? undefined,
		cluster: row.cluster ?? undefined,
		language: languages.find((language) => language === row.language),
	}
}

/** Relation of a case to a person. */
export const getRelation = (
	found: Pick<DeskCase, 'assignee' | 'supervisor'>,
	person: Pick<Person, 'id'>,
): Relation => (found.assignee === person.id || found.supervisor === person.id ? 'assigned' : 'unit')

/** Context of every act on a case. */
export type Desk = {
	db: CaseDatabase
	time: DeskTime
	reportsPort: ReportsPort
	/** Limits of how much one person reads in a day. */
	limits: ExposurePolicy
	now: () => Date
}

export const notAllowed = (what: string): AppError =>
	new AppError('case.not-allowed', 403, `${what}: this person may not do it to this case`)

/** The case, locked until the transaction ends. @throws AppError `case.not-found` */
export const getLockedCase = async (trx: CaseTransaction, id: string): Promise<DeskCase> => {
	const row = await trx
		.selectFrom('desk_case')
		.selectAll()
		.where('id', '=', id)
		.forUpdate()
		.executeTakeFirst()
	if (!row) throw new AppError('case.not-found', 404, 'finding a case: there is none of this id')
	return toDeskCase(row)
}

/** Cases, locked in the order of their ids, so that two who lock the same ones never wait for each other. @throws AppError `case.not-found` */
export const lockCases = async (trx: CaseTransaction, ids: readonly string[]): Promise<DeskCase[]> => {
	const unique = [...new Set(ids)]
	const rows = await trx
		.selectFrom('desk_case')
		.selectAll()
		.where('id', 'in', unique)
		.orderBy('id')
		.forUpdate()
		.execute()
	if (rows.length < unique.length)
		throw new AppError('case.not-found', 404, 'finding cases: there is none of one of these ids')
	return rows.map(toDeskCase)
}

/**
 * A case and all cases of the cluster it was found in, locked together: two who act on one cluster from two of its cases do
 * not wait for each other. @throws AppError `case.not-found`
 */
export const lockCluster = async (
	trx: CaseTransaction,
	id: string,
): Promise<{ cluster: string | undefined; cases: DeskCase[] }> => {
	const named = await trx.selectFrom('desk_case').select('cluster').where('id', '=', id).executeTakeFirst()
	const cluster = named?.cluster ?? undefined
	if (cluster === undefined) return { cluster, cases: await lockCases(trx, [id]) }
	const rows = await trx.selectFrom('desk_case').select('id').where('cluster', '=', cluster).execute()
	const ids = rows.map((row) => row.id)
	return { cluster, cases: await lockCases(trx, ids) }
}

/** The same as {@link getLockedCase}, if it is still as it was read. @throws AppError `case.not-found`, `case.changed` */
export const getCurrentCase = async (
	trx: CaseTransaction,
	id: string,
	version: number,
): Promise<DeskCase> => {
	const found = await getLockedCase(trx, id)
	if (found.version === version) return found
	throw new AppError('case.changed', 409, 'changing a case: somebody else has changed it since it was read')
}

type Change = Partial<{
	status: Status
	reason: Reason | null
	category: Category
	assignee: string | null
	supervisor: string | null
	cluster: string | null
	language: Language
}>

/** Writes a change of a case whose row the transaction holds, with its step. A step alone makes no new version: it is in nobody's way. */
export const writeChange = async (
	trx: CaseTransaction,
	{ time, now }: Pick<Desk, 'time' | 'now'>,
	{ found, set = {}, step }: { found: DeskCase; set?: Change; step: NewStep },
): Promise<DeskCase> => {
	const at = now()
	const row = await trx
		.updateTable('desk_case')
		.set({
			...set,
			changed: toQuarterHour(at),
			version: found.version + (Object.keys(set).length > 0 ? 1 : 0),
		})
		.where('id', '=', found.id)
		.returningAll()
		.executeTakeFirstOrThrow()
	await addSteps(trx, { cases: [found], step }, { time, now: at })
	return toDeskCase(row)
}

/** Reports of a case, in the order of their random ids. */
export const listReports = async (trx: CaseTransaction, caseId: string): Promise<string[]> =>
	(
		await trx
			.selectFrom('case_report')
			.select('report')
			.where('case_id', '=', caseId)
			.orderBy('report')
			.execute()
	).map(({ report }) => report)
