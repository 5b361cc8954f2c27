import { sql, type Kysely } from 'kysely'

/** Locks for every day on people's keys: by a passkey, gone with it, or by the passphrase (no passkey), one of these at most. */
const makeUnlocks = async (db: Kysely<unknown>): Promise<void> => {
	await db.schema
		.createTable('staff_unlock')
		.addColumn('id', 'uuid', (column) => column.primaryKey())
		.addColumn('user_id', 'uuid', (column) =>
			column.notNull().references('staff_user.id').onDelete('cascade'),
		)
		.addColumn('passkey', 'uuid', (column) =>
			column.unique().references('staff_passkey.id').onDelete('cascade'),
		)
		.addColumn('sealed', 'text', (column) => column.notNull().check(sql`length(sealed) = 104`))
		.addColumn('made_hour', 'timestamptz', (column) => column.notNull())
		.execute()
	await sql`create unique index staff_unlock_phrase on staff_unlock (user_id) where passkey is null`.execute(
		db,
	)
}

/** Signatures under certificates of destroyed keys, each with what proves that it stands in the public record. */
const makeSignatures = async (db: Kysely<unknown>): Promise<void> => {
	await db.schema
		.createTable('erasure_signature')
		.addColumn('epoch', 'text', (column) => column.notNull().references('erasure.epoch'))
		.addColumn('person', 'uuid', (column) => column.notNull())
		.addColumn('content', 'text', (column) => column.notNull())
		.addColumn('entry', 'uuid', (column) => column.notNull().unique())
		.addColumn('salt', 'bytea', (column) => column.notNull().check(sql`length(salt) = 32`))
		.addPrimaryKeyConstraint('erasure_signature_pkey', ['epoch', 'person'])
		.execute()
}

export async function up(db: Kysely<unknown>): Promise<void> {
	await makeUnlocks(db)
	await makeSignatures(db)
}
