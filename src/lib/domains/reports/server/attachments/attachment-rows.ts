import { sql } from 'kysely'
import type { ReportQueries, ReportTransaction } from '../tables.ts'

/** An attachment as a report names it when it comes. */
export type NamedAttachment = { id: string; part: number; bytes: number }

/** State of what is on its way: what this report has announced for its other parts, and what all reports have on the disk. */
type OnDisk = { ofReport: number; ofAll: number }

export const countArriving = async (
	db: ReportQueries,
	{ report, id }: { report: string; id: string },
): Promise<OnDisk> => {
	const { rows } = await sql<{ of_report: string; of_all: string }>`
		select coalesce(sum(bytes) filter (where report = ${report}::uuid and id <> ${id}::uuid), 0) as of_report,
			coalesce(sum(arrived), 0) as of_all
		from attachment where state = 'arriving'`.execute(db)
	return { ofReport: Number(rows[0]?.of_report ?? 0), ofAll: Number(rows[0]?.of_all ?? 0) }
}

type Arriving = NamedAttachment & { report: string; expires: Date }

/** Writes down that an attachment begins, or begins anew. `false`: its report has come already. */
export const startArriving = async (db: ReportQueries, row: Arriving): Promise<boolean> => {
	const { expires, bytes } = row
	const written = await db
		.insertInto('attachment')
		.values({ ...row, state: 'arriving' })
		.onConflict((conflict) =>
			conflict
				.column('id')
				.doUpdateSet({ bytes, expires, arrived: 0, quiet: 0 })
				.where('attachment.state', '=', 'arriving'),
		)
		.returning('id')
		.execute()
	return written.length > 0
}

/** The announced size of an attachment that has begun; `undefined` when none has, `'bound'` when its report has come. */
export const findArriving = async (db: ReportQueries, id: string): Promise<number | 'bound' | undefined> => {
	const row = await db
		.selectFrom('attachment')
		.select(['bytes', 'state'])
		.where('id', '=', id)
		.executeTakeFirst()
	return row && (row.state === 'arriving' ? row.bytes : 'bound')
}

/**
 * Writes down how much of a part is on the disk, and that its form goes on: all its parts are young again. A count and an order, no time.
 */
export const noteArrived = async (
	db: ReportQueries,
	{ id, report, arrived }: { id: string; report: string; arrived: number },
): Promise<void> => {
	await sql`update attachment set arrived = case when id = ${id}::uuid then ${arrived}::integer else arrived end,
			quiet = 0, turn = nextval('attachment_turn')
		where report = ${report}::uuid and state = 'arriving'`.execute(db)
}

/**
 * Lets go those of other forms that have gone on longest ago, until `bytes` of them are gone: who sends nothing holds no room. Answers
 * their ids; the caller removes the files.
 *
 * @param busy - those that a piece is coming for now
 */
export const makeRoom = async (
	db: ReportQueries,
	{ report, bytes, busy }: { report: string; bytes: number; busy: readonly string[] },
): Promise<string[]> => {
	const { rows } = await sql<{ id: string }>`
		with waiting as (
			select id, sum(arrived) over (order by turn, id) - arrived as before from attachment
			where state = 'arriving' and report <> ${report}::uuid and id <> all(${[...busy]}::uuid[])
		)
		update attachment set state = 'gone', expires = null
		where state = 'arriving' and id in (select id from waiting where before < ${bytes}::bigint) returning id`.execute(
		db,
	)
	return rows.map(({ id }) => id)
}

/** Binds what a report names to it, and lets go whatever else was sent under its form. In the transaction that stores the report. */
export const bindAttachments = async (
	trx: ReportTransaction,
	report: string,
	named: readonly NamedAttachment[],
): Promise<void> => {
	const bound = { state: 'bound', expires: null } as const
	if (named.length > 0)
		await trx
			.insertInto('attachment')
			.values(named.map((one) => ({ ...one, ...bound, report })))
			.onConflict((conflict) =>
				conflict.column('id').doUpdateSet((row) => ({ ...bound, bytes: row.ref('excluded.bytes') })),
			)
			.execute()
	await trx
		.updateTable('attachment')
		.set({ state: 'gone', expires: null })
		.where('report', '=', report)
		.where('state', '=', 'arriving')
		.execute()
}

/** Lets attachments go with their reports. Their files follow within a minute, also after a crash. */
export const letAttachmentsGo = async (trx: ReportTransaction, reports: readonly string[]): Promise<void> => {
	if (reports.length === 0) return
	await trx
		.updateTable('attachment')
		.set({ state: 'gone', expires: null })
		.where('report', 'in', [...reports])
		.execute()
}

/** Lets go those of an epoch whose key is destroyed: nobody can open them. */
export const letEpochGo = async (trx: ReportTransaction, epoch: string): Promise<void> => {
	await sql`update attachment set state = 'gone', expires = null
		where report in (select id from report where epoch = ${epoch})`.execute(trx)
}

/** Looks of the sweeper, one a minute, after which a form that sent nothing more is let go. */
const mostQuiet = 15

/** Lets go what no report has named in time: after a quarter of an hour without a piece, and when its form is over. */
export const letOverdueGo = async (db: ReportQueries, now: Date): Promise<void> => {
	await sql`update attachment set quiet = quiet + 1 where state = 'arriving'`.execute(db)
	await sql`update attachment set state = 'gone', expires = null
		where state = 'arriving' and (quiet >= ${mostQuiet}::integer or expires <= ${now})`.execute(db)
}

export const listGone = async (db: ReportQueries): Promise<string[]> =>
	(await db.selectFrom('attachment').select('id').where('state', '=', 'gone').limit(500).execute()).map(
		({ id }) => id,
	)

/** Forgets one whose file is gone. */
export const forgetGone = async (db: ReportQueries, id: string): Promise<void> => {
	await db.deleteFrom('attachment').where('id', '=', id).where('state', '=', 'gone').execute()
}

/** Finds those of these ids that no row has. */
export const findUnknown = async (db: ReportQueries, ids: readonly string[]): Promise<string[]> => {
	const { rows } = await sql<{ id: string }>`select id from unnest(${[...ids]}::uuid[]) as given (id)
		where not exists (select 1 from attachment where attachment.id = given.id)`.execute(db)
	return rows.map(({ id }) => id)
}

/** An attachment of a report, for the desk; `undefined` when there is none, or no more. */
export const findAttachment = (
	db: ReportQueries,
	{ report, part }: { report: string; part: number },
): Promise<{ id: string; bytes: number } | undefined> =>
	db
		.selectFrom('attachment')
		.select(['id', 'bytes'])
		.where('report', '=', report)
		.where('part', '=', part)
		.where('state', '=', 'bound')
		.executeTakeFirst()
