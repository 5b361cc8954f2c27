import { sql } from 'kysely'
import { addEntries } from '#platform'
import type { Sealer } from '../../report.ts'
import type { Lane } from '../../sealing/index.ts'
import type { Status } from '../../status.ts'
import type { ReportDatabase } from '../tables.ts'

/** A sealed report with its mailbox, ready to be stored. */
export type NewReport = {
	/** Follows from the form's token: the same form sent twice is the same report. */
	id: string
	epoch: string
	sealed: Uint8Array
	sealedBy: Sealer
	lane: Lane
	salt: Uint8Array
	commitment: Uint8Array
	/** Name of its entry in the public record. */
	entry: string
	hour: Date
	/** Where its mailbox lies, and the keys there as they are stored. */
	place: Uint8Array
	keys: Uint8Array
}

/** `again`: this very report was there; `used`: its form has brought another one. */
export type Stored = 'stored' | 'again' | 'used'

/** Told how far a piece of work is; tests end the process there. */
export type Mark = (point: string) => void

const lengths = { salt: 32, commitment: 32, place: 32, keys: 138 } as const
const fixed = lengths.salt + lengths.commitment + lengths.place + lengths.keys

/** All bytes of all rows one after the other: they go over as they are, and not as text of twice the length. */
const toBlob = (rows: readonly NewReport[]): { blob: Buffer; starts: number[]; lengths: number[] } => {
	const starts: number[] = []
	let start = 1 // SQL counts from 1
	for (const { sealed } of rows) {
		starts.push(start)
		start += fixed + sealed.length
	}
	const parts = rows.flatMap(({ salt, commitment, place, keys, sealed }) => [
		salt,
		commitment,
		place,
		keys,
		sealed,
	])
	return { blob: Buffer.concat(parts), starts, lengths: rows.map(({ sealed }) => sealed.length) }
}

/** Ids of the reports that were not there. Each gets its mailbox in the same statement. */
const insertReports = async (trx: ReportDatabase, rows: readonly NewReport[]): Promise<Set<string>> => {
	const { blob, starts, lengths: sealedLengths } = toBlob(rows)
	const column = <Value>(read: (row: NewReport) => Value): Value[] => rows.map(read)
	const { rows: added } = await sql<{ id: string }>`
		with bytes as not materialized (select ${blob}::bytea as blob), given as (
			select * from unnest(
				${column(({ id }) => id)}::uuid[],
				${column(({ epoch }) => epoch)}::text[],
				${column(({ sealedBy }) => sealedBy)}::text[],
				${column(({ lane }) => lane)}::text[],
				${column(({ entry }) => entry)}::uuid[],
				${column(({ hour }) => hour.toISOString())}::timestamptz[],
				${starts}::int[],
				${sealedLengths}::int[]
			) as row (id, epoch, sealed_by, lane, entry, hour, start, length)
		), added as (
			insert into report (id, epoch, sealed, sealed_by, lane, salt, commitment, entry, hour)
			select id, epoch, substring(blob from start + 234 for length), sealed_by, lane,
				substring(blob from start for 32), substring(blob from start + 32 for 32), entry, hour
			from given, bytes on conflict (id) do nothing returning id
		), boxes as (
			insert into mailbox (lookup_mac, report, keys)
			select distinct on (id) substring(blob from start + 64 for 32), id, substring(blob from start + 96 for 138)
			from given join added using (id), bytes order by id, start on conflict do nothing
		)
		select id from added`.execute(trx)
	return new Set(added.map(({ id }) => id))
}

const findKnown = async (trx: ReportDatabase, rows: readonly NewReport[]): Promise<Set<string>> => {
	const ids = rows.map(({ id }) => id)
	const known = await trx
		.selectFrom('mailbox')
		.select(['report', 'lookup_mac'])
		.where('report', 'in', ids)
		.execute()
	return new Set(
		known.map(({ report, lookup_mac }) => `${report} ${Buffer.from(lookup_mac).toString('hex')}`),
	)
}

/**
 * Stores reports with their mailboxes and their entries in the public record: all in one transaction, or nothing. Storing one
 * a second time changes nothing.
 */
export const addReports = (
	db: ReportDatabase,
	rows: readonly NewReport[],
	mark: Mark = () => {},
): Promise<Stored[]> =>
	db.transaction().execute(async (trx) => {
		// In one order everywhere, so that two transactions with the same reports wait and do not block each other.
		const sorted = rows.toSorted((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
		const added = await insertReports(trx, sorted)
		mark('rows')
		const isNew = rows.map(({ id }) => added.delete(id)) // of two of one id in a group, the first
		const fresh = rows.filter((_, at) => isNew[at])
		const rest = rows.filter((_, at) => !isNew[at])
		if (fresh.length > 0) {
			await addEntries(
				trx,
				fresh.map(({ entry, commitment }) => ({ id: entry, commitment })),
			)
			mark('entries')
		}
		const known = rest.length > 0 ? await findKnown(trx, rest) : new Set<string>()
		return rows.map(({ id, place }, at) => {
			if (isNew[at]) return 'stored'
			return known.has(`${id} ${Buffer.from(place).toString('hex')}`) ? 'again' : 'used'
		})
	})

/** Reports as the desk reads them: sealed, with what stands beside the seal. */
export type SealedRow = {
	id: string
	epoch: string
	sealed: Uint8Array
	sealed_by: Sealer
	lane: Lane
	hour: Date
}

/** Some reports of an epoch by their ids, sealed. */
export const findReports = (db: ReportDatabase, ids: readonly string[]): Promise<SealedRow[]> =>
	ids.length === 0
		? Promise.resolve([])
		: db
				.selectFrom('report')
				.select(['id', 'epoch', 'sealed', 'sealed_by', 'lane', 'hour'])
				.where('id', 'in', [...ids])
				.execute()

/** What the reporter reads about how far it is. */
export const setStatus = async (db: ReportDatabase, report: string, status: Status): Promise<void> => {
	await db
		.insertInto('report_status')
		.values({ report, status })
		.onConflict((conflict) => conflict.column('report').doUpdateSet({ status }))
		.execute()
}

/** Takes reports away for good, with their mailboxes, letters and status. Their entries in the public record say nothing then. */
export const removeReports = async (trx: ReportDatabase, reports: readonly string[]): Promise<void> => {
	if (reports.length === 0) return
	for (const table of ['mailbox_message', 'report_status', 'mailbox'] as const)
		await trx
			.deleteFrom(table)
			.where('report', 'in', [...reports])
			.execute()
	await trx
		.deleteFrom('report')
		.where('id', 'in', [...reports])
		.execute()
}
