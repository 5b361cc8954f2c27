import type { Kysely } from 'kysely'

/** Figures as they were published, for ever: `content` is what the page showed, and nothing computes it again. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('published_figures')
		.addColumn('kind', 'text', (column) => column.notNull())
		.addColumn('quarter', 'text', (column) => column.notNull())
		.addColumn('content', 'text', (column) => column.notNull())
		.addColumn('at', 'timestamptz', (column) => column.notNull())
		.addPrimaryKeyConstraint('published_figures_pkey', ['kind', 'quarter'])
		.execute()
}
