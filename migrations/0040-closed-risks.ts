import { sql, type Kysely } from 'kysely'

/** A risk that is over says when and why; it stays in sight. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.alterTable('plan_risk')
		.addColumn('closed_on', 'date')
		.addColumn('closed_reason', 'text', (column) =>
			column.check(sql`(closed_on is null) = (closed_reason is null)`),
		)
		.execute()
}
