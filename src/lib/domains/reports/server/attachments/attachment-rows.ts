import { sql } from 'kysely'
import type { ReportQueries, ReportTransaction } from '../tables.ts'

/** An attachment as a report names it when it comes. */
export type NamedAttachment = { id: string; part: number; bytes: number }

/** Sizes of attachments that were announced and are not bound yet, of this report and of all: decides whether one may begin. */
export const countArriving = async (
	db: ReportQueries,
	{ report, id }: { report: string; id: string },
): Promise<{ ofReport: number; ofAll: number }> => {
	const { rows } = await sql<{ of_report: string; of_all: string }>`
		select coalesce(sum(bytes) filter (where report = ${report}::uuid), 0) as of_report, coalesce(sum(bytes), 0) as of_all
		from attachment where state = 'arriving' and id <> ${id}::uuid`.execute(db)
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
			conflict.column('id').doUpdateSet({ bytes, expires }).where('attachment.state', '=', 'arriving'),
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

/** Lets go what no report has named in time. */
export const letOverdueGo = async (db: ReportQueries, now: Date): Promise<void> => {
	await db
		.updateTable('attachment')
		.set({ state: 'gone', expires: null })
		.where('state', '=', 'arriving')
		.where('expires', '<=', now)
		.execute()
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
