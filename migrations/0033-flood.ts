import { sql, type Kysely } from 'kysely'

/**
 * What a flood leaves: how much of an attachment is really there, how long its form has been quiet and in which order forms went on, none of it
 * a time; and of reports of danger that came while many came, which came together and for which work was done.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
	await sql`create sequence attachment_turn`.execute(db)
	await sql`alter table attachment
		add column arrived integer not null default 0 check (arrived >= 0),
		add column quiet integer not null default 0 check (quiet >= 0),
		add column turn bigint not null default nextval('attachment_turn')`.execute(db)
	await db.schema
		.createTable('report_crowd')
		.addColumn('report', 'uuid', (column) => column.primaryKey())
		.addColumn('wave', 'uuid', (column) => column.notNull())
		.addColumn('worked', 'boolean', (column) => column.notNull().defaultTo(false))
		.execute()
	await sql`create index report_crowd_wave on report_crowd (wave) where not worked`.execute(db)
}
