import { sql, type Kysely } from 'kysely'

/**
 * Who is on duty when, who pauses now, and what is offered to whom. A pause is a moment that is removed once it is over: it is no
 * record of anybody's day. The language of a case is that of its answers, once a person has read it and said so.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('rota_duty')
		.addColumn('user_id', 'uuid', (column) => column.primaryKey())
		.addColumn('hours', 'text', (column) => column.notNull())
		.addColumn('languages', 'text', (column) => column.notNull())
		.execute()
	await db.schema
		.createTable('rota_pause')
		.addColumn('user_id', 'uuid', (column) => column.primaryKey())
		.addColumn('until', 'timestamptz', (column) => column.notNull())
		.execute()
	await db.schema
		.createTable('rota_offer')
		.addColumn('case_id', 'uuid', (column) =>
			column.primaryKey().references('desk_case.id').onDelete('cascade'),
		)
		.addColumn('user_id', 'uuid', (column) => column.notNull())
		.execute()
	await db.schema
		.alterTable('desk_case')
		.addColumn('language', 'text', (column) => column.check(sql`language in ('ar', 'fr', 'zgh', 'en')`))
		.execute()
}
