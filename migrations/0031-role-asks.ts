import type { Kysely } from 'kysely'

/** Roles that wait for a second person before they are held: those whose holder could agree to an act of two persons. One question a person. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('staff_role_ask')
		.addColumn('id', 'uuid', (column) => column.primaryKey())
		.addColumn('user_id', 'uuid', (column) =>
			column.notNull().unique().references('staff_user.id').onDelete('cascade'),
		)
		.addColumn('roles', 'jsonb', (column) => column.notNull())
		.addColumn('region', 'text')
		.addColumn('asked_by', 'uuid', (column) => column.notNull())
		.addColumn('asked_at', 'timestamptz', (column) => column.notNull())
		.execute()
}
