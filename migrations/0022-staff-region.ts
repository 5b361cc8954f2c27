import { sql, type Kysely } from 'kysely'

/** How far a role of the programme reaches: one region, or the country where there is none. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.alterTable('staff_user')
		.addColumn('region', 'text', (column) => column.check(sql`region ~ '^MA-[0-9]{2}$'`))
		.execute()
}
