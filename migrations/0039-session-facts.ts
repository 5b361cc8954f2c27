import { sql, type Kysely } from 'kysely'

/** What a session belongs to and who trained, by role; how a second look asked; for whom a link was made. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.alterTable('programme_session')
		.addColumn('action', 'text')
		.addColumn('trained_by', 'text')
		.addColumn('look_way', 'text', (column) => column.check(sql`look_way in ('called', 'visited', 'papers')`))
		.execute()
	await db.schema
		.alterTable('session_invitation')
		.addColumn('note', 'text', (column) => column.check(sql`length(note) <= 120`))
		.execute()
}
