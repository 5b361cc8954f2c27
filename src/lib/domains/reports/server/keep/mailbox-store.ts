import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { AppError } from '#base'
import { openReportLeaf, type BesideSeal, type OpenedLeaf, type RecordedReport } from '#platform'
import type { ReportDatabase, ReportQueries, ReportTransaction, Sender } from '../tables.ts'

/** A mailbox by its place. */
export const findMailbox = (
	db: ReportQueries,
	place: Uint8Array,
): Promise<{ report: string; keys: Uint8Array } | undefined> =>
	db
		.selectFrom('mailbox')
		.select(['report', 'keys'])
		.where('lookup_mac', '=', Buffer.from(place))
		.executeTakeFirst()

/** Data of a mailbox page; one query, the same for a report that is none. */
export const readMailbox = async (
	db: ReportQueries,
	report: string,
	{ skip, most }: { skip: number; most: number },
): Promise<{
	letters: Uint8Array[]
	status: string | null
	/** Of the epoch of the report; for a report that is none, of the newest there is, whether or not it is still in use. */
	record: string | null
	/** Hour of the report, and whether the desk has written: both empty for a report that is none. */
	hour: Date | null
	answered: boolean | null
}> => {
	const { rows } = await sql<{
		letters: Uint8Array[] | null
		status: string | null
		record: string | null
		hour: Date | null
		answered: boolean | null
	}>`select
		(select array_agg(sealed order by n desc) from (
			select sealed, n from mailbox_message where report = ${report}::uuid and sender <> 'reporter'
			order by n desc limit ${most} offset ${skip}) as newest) as letters,
		(select status from report_status where report = ${report}::uuid) as status,
		coalesce((select epoch.record from report join epoch on epoch.id = report.epoch where report.id = ${report}::uuid),
			(select epoch.record from epoch order by state = 'current' desc, begins desc limit 1)) as record,
		(select hour from report where id = ${report}::uuid) as hour,
		exists (select 1 from mailbox_message where report = ${report}::uuid and sender = 'desk') as answered`.execute(
		db,
	)
	const [row] = rows
	const none = { status: null, record: null, hour: null, answered: null }
	return { ...(row ?? none), letters: row?.letters ?? [] }
}

/**
 * The entry of a report in the public record and what opens its leaf: salt, hour and the digest of the sealed bytes, nothing of its lane. One query, the
 * same for a report that is none.
 */
export const findReportEntry = async (
	db: ReportQueries,
	report: string,
): Promise<{ entry: string; opened: OpenedLeaf } | undefined> => {
	const { rows } = await sql<
		RecordedReport & BesideSeal & { entry: string; salt: Uint8Array; commitment: Uint8Array }
	>`
		select entry::text as entry, salt, commitment, hour, epoch, lane, sealed_by as "sealedBy",
			encode(sha256(sealed), 'hex') as sha256
		from report where id = ${report}::uuid`.execute(db)
	const [row] = rows
	return row && { entry: row.entry, opened: openReportLeaf(row) }
}

/** Letters that one side may leave in one mailbox: more than any conversation, and an end to a flood. */
const mostLetters = 500

type NewLetter = { report: string; sender: Sender; epoch: string | null; sealed: Uint8Array; hour: Date }

/** The number of the next letter of one side, from 1; whoever else asks for this mailbox waits for the end of the transaction. */
const numberNext = async (
	trx: ReportTransaction,
	{ report, sender }: Pick<NewLetter, 'report' | 'sender'>,
): Promise<number> => {
	// Letters of one report are counted one after the other; desk and status share their numbers.
	await sql`select pg_advisory_xact_lock(hashtextextended(${report}, 4))`.execute(trx)
	const { last } = await trx
		.selectFrom('mailbox_message')
		.select((select) => select.fn.max<number | null>('n').as('last'))
		.where('report', '=', report)
		.where('sender', sender === 'reporter' ? '=' : '<>', 'reporter')
		.executeTakeFirstOrThrow()
	return (last ?? 0) + 1
}

/**
 * Puts a sealed letter into the mailbox of a report, inside a transaction; answers its number, from 1. Two at once get two
 * numbers.
 * @throws AppError `mailbox.full`
 */
export const putLetter = async (trx: ReportTransaction, letter: NewLetter): Promise<number> => {
	const n = await numberNext(trx, letter)
	if (n > mostLetters)
		throw new AppError('mailbox.full', 409, 'Adding a letter: this mailbox has had as many as it may')
	const { report, sender, epoch, hour } = letter
	const sealed = Buffer.from(letter.sealed)
	await trx
		.insertInto('mailbox_message')
		.values({ id: randomUUID(), report, n, sender, epoch, sealed, hour })
		.execute()
	return n
}

/** {@link putLetter} in a transaction of its own. */
export const addLetter = (db: ReportDatabase, letter: NewLetter): Promise<number> =>
	db.transaction().execute((trx) => putLetter(trx, letter))

/** Counts the letters of the desk to each of these reports; none is left out that has any. */
export const countDeskLetters = async (
	db: ReportQueries,
	reports: readonly string[],
): Promise<ReadonlyMap<string, number>> => {
	if (reports.length === 0) return new Map()
	const rows = await db
		.selectFrom('mailbox_message')
		.select(['report', (select) => select.fn.max<number>('n').as('last')])
		.where('report', 'in', [...reports])
		.where('sender', '<>', 'reporter')
		.groupBy('report')
		.execute()
	return new Map(rows.map(({ report, last }) => [report, last]))
}

/** Letters of the reporters of these reports, the oldest first, sealed: for the desk. */
export const listReporterLetters = (
	db: ReportQueries,
	reports: readonly string[],
): Promise<
	{ report: string; id: string; n: number; epoch: string | null; sealed: Uint8Array; hour: Date }[]
> =>
	db
		.selectFrom('mailbox_message')
		.select(['report', 'id', 'n', 'epoch', 'sealed', 'hour'])
		.where('report', 'in', [...reports])
		.where('sender', '=', 'reporter')
		.orderBy('n')
		.execute()

/** Remembers that something was used, until it would not be taken any more anyway; `false`: it was used before. */
const claimOnce = async (db: ReportQueries, id: string, expires: Date): Promise<boolean> => {
	const row = await db
		.insertInto('form_token')
		.values({ id, expires })
		.onConflict((conflict) => conflict.doNothing())
		.returning('id')
		.executeTakeFirst()
	return row !== undefined
}

const isClaimed = async (db: ReportQueries, id: string): Promise<boolean> =>
	(await db.selectFrom('form_token').select('id').where('id', '=', id).executeTakeFirst()) !== undefined

/** A write of so many bytes that stands in no table, only in the database's own log, which it writes over in time. */
const writeNothing = (trx: ReportTransaction, length: number): Promise<unknown> =>
	sql`select pg_logical_emit_message(true, 'thiqa', repeat('0', ${length}::integer))::text`.execute(trx)

/**
 * Keeps a letter of whoever holds the mailbox, once for each `claim`. For everybody else, and for a letter that was sent before, it does as
 * much and keeps nothing: as many statements, and one commit that waits for the disk (decision 024).
 * @throws AppError `mailbox.full`
 */
export const takeLetter = (
	db: ReportDatabase,
	letter: NewLetter,
	{ isHolder, claim }: { isHolder: boolean; claim: { id: string; expires: Date } },
): Promise<void> =>
	db.transaction().execute(async (trx) => {
		const isKept = isHolder ? await claimOnce(trx, claim.id, claim.expires) : await isClaimed(trx, claim.id)
		if (isHolder && isKept) return void (await putLetter(trx, letter))
		await numberNext(trx, letter)
		await writeNothing(trx, letter.sealed.length)
	})

/** Forgets what is over. */
export const forgetClaims = async (db: ReportQueries, now: Date): Promise<void> => {
	await db.deleteFrom('form_token').where('expires', '<', now).execute()
}
