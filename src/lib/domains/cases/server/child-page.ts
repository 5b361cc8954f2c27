/** Changes what the pages of reporters say, in the transaction of the act that made it true. Who calls holds the rows of the cases. */
import type { Status as ChildStatus } from '#domains/reports'
import { getReplaced, getSharedStatus, toChildStatus } from '../child-status.ts'
import { isStatus, type Status } from '../status.ts'
import type { CaseTransaction } from './case-tables.ts'
import { listReports, type Desk, type DeskCase } from './desk-case.ts'

type Room = Pick<Desk, 'reportsPort'>

/** Somebody has read them. */
export const showSeen = (
	trx: CaseTransaction,
	{ reportsPort }: Room,
	reports: readonly string[],
): Promise<void> => reportsPort.setStatus(trx, reports, 'looked-at', ['received'])

/** A letter has gone to them; `status`: what its template says. Own words, and advice, say no more than that it was read. */
export const showAnswered = (
	trx: CaseTransaction,
	room: Room,
	{ reports, status = 'looked-at' }: { reports: readonly string[]; status?: ChildStatus | undefined },
): Promise<void> =>
	status === 'looked-at'
		? showSeen(trx, room, reports)
		: room.reportsPort.setStatus(trx, reports, status, getReplaced(status))

/** The police were called about the case. */
export const showCalled = async (trx: CaseTransaction, { reportsPort }: Room, id: string): Promise<void> =>
	reportsPort.setStatus(trx, await listReports(trx, id), 'sent-on', getReplaced('sent-on'))

/** Duplicates follow the cases of their cluster that are worked on. */
const showDuplicates = async (
	trx: CaseTransaction,
	{ reportsPort }: Room,
	cluster: string | undefined,
): Promise<void> => {
	if (cluster === undefined) return
	const rows = await trx
		.selectFrom('desk_case')
		.innerJoin('case_report', 'case_report.case_id', 'desk_case.id')
		.select(['status', 'report'])
		.where('cluster', '=', cluster)
		.orderBy('report')
		.execute()
	const status = getSharedStatus(rows.map((row) => row.status).filter(isStatus))
	const duplicates = rows.filter((row) => row.status === 'duplicate').map(({ report }) => report)
	if (status && duplicates.length > 0)
		await reportsPort.setStatus(trx, duplicates, status, getReplaced(status))
}

/** The case has moved, and its row says so already; a duplicate shows what its cluster does. */
export const showMoved = async (
	trx: CaseTransaction,
	room: Room,
	{ id, status, cluster }: Pick<DeskCase, 'id' | 'status' | 'cluster'>,
): Promise<void> => {
	const next = toChildStatus(status)
	if (status !== 'duplicate')
		await room.reportsPort.setStatus(trx, await listReports(trx, id), next, getReplaced(next))
	await showDuplicates(trx, room, cluster)
}

/** Statuses that a letter of the reporter makes untrue: that a question waits for it, or that the work is over. */
const overtaken: readonly ChildStatus[] = ['needs-you', 'nothing-found', 'closed']

/** A reporter has written, and the row of the case says already where it stands since; `before`: where it stood. */
export const showWord = async (
	trx: CaseTransaction,
	room: Room,
	{ report, before, found }: { report: string; before: Status; found: DeskCase },
): Promise<void> => {
	const next = toChildStatus(found.status)
	await room.reportsPort.setStatus(trx, [report], next === 'received' ? 'looked-at' : next, overtaken)
	if (found.status !== before) await showDuplicates(trx, room, found.cluster)
}
