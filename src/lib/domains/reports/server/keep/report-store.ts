import { hash } from 'node:crypto'
import { sql } from 'kysely'
import { enterFrom } from '#platform'
import type { Sealer } from '../../report.ts'
import type { Priority } from '../../sealing/index.ts'
import { statuses, type Status } from '../../status.ts'
import { bindAttachments, letAttachmentsGo, type NamedAttachment } from '../attachments/attachment-rows.ts'
import type { ReportDatabase, ReportQueries, ReportTransaction } from '../tables.ts'

/** A sealed report with its mailbox, ready to be stored. */
export type NewReport = {
	/** Follows from the form's token: the same form sent twice is the same report. */
	id: string
	epoch: string
	sealed: Uint8Array
	sealedBy: Sealer
	lane: Priority
	salt: Uint8Array
	commitment: Uint8Array
	/** Name of its entry in the public record. */
	entry: string
	hour: Date
	/** The place of its mailbox, and the keys there as they are stored. */
	place: Uint8Array
	keys: Uint8Array
	/** Files that came before it, and are on the disk. Missing: none came. */
	attachments?: readonly NamedAttachment[]
}

/** `again`: this very report was there; `used`: its form has brought another one. */
export type Stored = 'stored' | 'again' | 'used'

/** Called at each fault point, a named place in the work at which tests end the process. */
export type FaultPoint = (point: string) => void

const byteaType = 17

/** A `bytea[]` as PostgreSQL itself writes one: the bytes go over as they are, and not as text of twice the length. */
const toBytesArray = (items: readonly Uint8Array[]): Buffer => {
	const length = items.reduce((sum, item) => sum + 4 + item.length, 20)
	const array = Buffer.allocUnsafe(length)
	let at = 0
	const write = (value: number): void => void (at = array.writeInt32BE(value, at))
	// Dimensions, no nulls, type of the items; how many, counted from 1. https://www.postgresql.org/docs/current/protocol.html
	for (const value of [1, 0, byteaType, items.length, 1]) write(value)
	for (const item of items) {
		write(item.length)
		array.set(item, at)
		at += item.length
	}
	return array
}

/** A `uuid[]` as PostgreSQL reads one: there is nothing in a UUID to quote. */
const toUuidArray = (ids: readonly string[]): string => `{${ids.join(',')}}`

/**
 * Stores those that are not there, none of which may be twice in `rows`, and answers their ids. Each gets its mailbox and its entry
 * in the same statement, which is a transaction of its own: one way to the database and back, planned once a connection.
 */
const insertReports = async (db: ReportQueries, rows: readonly NewReport[]): Promise<Set<string>> => {
	const texts = (read: (row: NewReport) => string): string[] => rows.map(read)
	const bytes = (read: (row: NewReport) => Uint8Array): Buffer => toBytesArray(rows.map(read))
	// The sealed bytes come last of all: whatever is written after them would have them copied once more.
	const { rows: answers } = await sql<{ ids: string | null }>`/* plan once: add-reports */
		with box as (
			select * from unnest(
				${toUuidArray(texts(({ id }) => id))}::uuid[],
				${bytes(({ place }) => place)}::bytea[],
				${bytes(({ keys }) => keys)}::bytea[]
			) as box (id, place, keys)
		), added as (
			insert into report (id, epoch, sealed_by, lane, entry, hour, salt, commitment, sealed)
			select * from unnest(
				${toUuidArray(texts(({ id }) => id))}::uuid[],
				${texts(({ epoch }) => epoch)}::text[],
				${texts(({ sealedBy }) => sealedBy)}::text[],
				${texts(({ lane }) => lane)}::text[],
				${toUuidArray(texts(({ entry }) => entry))}::uuid[],
				${texts(({ hour }) => hour.toISOString())}::timestamptz[],
				${bytes(({ salt }) => salt)}::bytea[],
				${bytes(({ commitment }) => commitment)}::bytea[],
				${bytes(({ sealed }) => sealed)}::bytea[]
			) on conflict (id) do nothing returning id, entry, commitment
		), boxes as (
			insert into mailbox (lookup_mac, report, keys)
			select place, id, keys from added join box using (id) on conflict do nothing
		), ${enterFrom('added')}
		select case when count(*) < ${rows.length}::integer then coalesce(string_agg(id::text, ' '), '') end as ids
		from added`.execute(db)
	// Almost always all of them were new: their ids need not come back.
	const ids = answers[0]?.ids
	return new Set(ids?.split(' ') ?? rows.map(({ id }) => id))
}

/** The same with the files that came before: reports and what they name are there together, or neither. */
const insertWithFiles = (db: ReportDatabase, rows: readonly NewReport[]): Promise<Set<string>> =>
	db.transaction().execute(async (trx) => {
		const added = await insertReports(trx, rows)
		for (const { id, attachments } of rows)
			if (attachments && added.has(id)) await bindAttachments(trx, id, attachments)
		return added
	})

const nameOf = (id: string, place: Uint8Array, sealed: Uint8Array): string =>
	`${id} ${hash('sha256', Buffer.concat([place, sealed]))}`

/** Finds what is stored under the ids of these reports, with mailbox and sealed words. */
const findKnown = async (db: ReportQueries, rows: readonly NewReport[]): Promise<Set<string>> => {
	const ids = rows.map(({ id }) => id)
	const known = await db
		.selectFrom('mailbox')
		.innerJoin('report', 'report.id', 'mailbox.report')
		.select(['report.id', 'lookup_mac', 'sealed'])
		.where('report.id', 'in', ids)
		.execute()
	return new Set(known.map(({ id, lookup_mac, sealed }) => nameOf(id, lookup_mac, sealed)))
}

/**
 * Stores reports with their mailboxes and their entries in the public record: all of it, or nothing. Storing one a second time
 * changes nothing.
 */
export const addReports = async (
	db: ReportDatabase,
	rows: readonly NewReport[],
	faultPoint: FaultPoint = () => {},
): Promise<Stored[]> => {
	// In one order everywhere, so that two transactions with the same reports wait and do not block each other.
	const sorted = rows.toSorted((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
	const once = sorted.filter(({ id }, at) => id !== sorted[at - 1]?.id)
	const writing = (once.some(({ attachments }) => attachments) ? insertWithFiles : insertReports)(db, once)
	faultPoint('writing')
	const added = await writing
	faultPoint('written')
	const isNew = rows.map(({ id }) => added.delete(id)) // of two of one id in a group, the first
	const rest = rows.filter((_, at) => !isNew[at])
	const known = rest.length > 0 ? await findKnown(db, rest) : new Set<string>()
	return rows.map(({ id, place, sealed }, at) => {
		if (isNew[at]) return 'stored'
		return known.has(nameOf(id, place, sealed)) ? 'again' : 'used'
	})
}

/** Reports as the desk reads them: sealed, with what stands beside the seal. */
export type SealedRow = {
	id: string
	epoch: string
	sealed: Uint8Array
	sealed_by: Sealer
	lane: Priority
	hour: Date
}

/** Some reports of an epoch by their ids, sealed. */
export const findReports = (db: ReportQueries, ids: readonly string[]): Promise<SealedRow[]> =>
	ids.length === 0
		? Promise.resolve([])
		: db
				.selectFrom('report')
				.select(['id', 'epoch', 'sealed', 'sealed_by', 'lane', 'hour'])
				.where('id', 'in', [...ids])
				.execute()

/**
 * Sets the status that reporters read; `replaced`: only of those who read one of these now. Where nothing was said yet,
 * `received` is read.
 */
export const setStatus = async (
	db: ReportQueries,
	reports: readonly string[],
	status: Status,
	replaced: readonly Status[] = statuses,
): Promise<void> => {
	if (reports.length === 0) return
	if (replaced.includes('received'))
		await db
			.insertInto('report_status')
			.values(reports.map((report) => ({ report, status })))
			.onConflict((conflict) =>
				conflict.column('report').doUpdateSet({ status }).where('report_status.status', 'in', replaced),
			)
			.execute()
	else
		await db
			.updateTable('report_status')
			.set({ status })
			.where('report', 'in', reports)
			.where('status', 'in', replaced)
			.execute()
}

/**
 * Takes reports away for good, with their mailboxes, letters, status and attachments. Answers their entries in the public record, which say
 * nothing then: whoever takes them away puts an act there that names these entries.
 */
export const removeReports = async (
	trx: ReportTransaction,
	reports: readonly string[],
): Promise<string[]> => {
	if (reports.length === 0) return []
	await letAttachmentsGo(trx, reports)
	for (const table of ['mailbox_message', 'report_status', 'report_crowd', 'mailbox'] as const)
		await trx
			.deleteFrom(table)
			.where('report', 'in', [...reports])
			.execute()
	const removed = await trx
		.deleteFrom('report')
		.where('id', 'in', [...reports])
		.returning('entry')
		.execute()
	return removed.map(({ entry }) => entry)
}
