import { sql, type CreateTableBuilder, type Kysely } from 'kysely'

const times = <Table extends string, Column extends string>(table: CreateTableBuilder<Table, Column>) =>
	table
		.addColumn('created_at', 'timestamptz', (column) => column.notNull())
		.addColumn('updated_at', 'timestamptz', (column) => column.notNull())

const ownedBy = 'staff_user.id'

/** A person and how they sign in. `email` is what the library asks for and holds no address of anyone. */
const makeAccounts = async (db: Kysely<unknown>): Promise<void> => {
	await times(db.schema.createTable('staff_user'))
		.addColumn('id', 'uuid', (column) => column.primaryKey())
		.addColumn('name', 'text', (column) => column.notNull())
		.addColumn('name_key', 'text', (column) => column.notNull().unique())
		.addColumn('email', 'text', (column) => column.notNull().unique())
		.addColumn('email_verified', 'boolean', (column) => column.notNull())
		.addColumn('image', 'text', (column) => column.check(sql`image is null`))
		.addColumn('language', 'text', (column) => column.notNull())
		.addColumn('disabled', 'boolean', (column) => column.notNull().defaultTo(false))
		.execute()
	await times(db.schema.createTable('staff_account'))
		.addColumn('id', 'uuid', (column) => column.primaryKey())
		.addColumn('account_id', 'text', (column) => column.notNull())
		.addColumn('provider_id', 'text', (column) => column.notNull().check(sql`provider_id = 'credential'`))
		.addColumn('user_id', 'uuid', (column) =>
			column.notNull().unique().references(ownedBy).onDelete('cascade'),
		)
		.addColumn('password', 'text', (column) => column.notNull())
		.execute()
	await db.schema
		.createTable('staff_passkey')
		.addColumn('id', 'uuid', (column) => column.primaryKey())
		.addColumn('name', 'text')
		.addColumn('public_key', 'text', (column) => column.notNull())
		.addColumn('user_id', 'uuid', (column) => column.notNull().references(ownedBy).onDelete('cascade'))
		.addColumn('credential_id', 'text', (column) => column.notNull().unique())
		.addColumn('counter', 'bigint', (column) => column.notNull())
		.addColumn('device_type', 'text', (column) => column.notNull())
		.addColumn('backed_up', 'boolean', (column) => column.notNull())
		.addColumn('transports', 'text')
		.addColumn('aaguid', 'text')
		.addColumn('created_at', 'timestamptz')
		.execute()
	await db.schema.createIndex('staff_passkey_user').on('staff_passkey').column('user_id').execute()
	await db.schema
		.createTable('staff_two_factor')
		.addColumn('user_id', 'uuid', (column) => column.primaryKey().references(ownedBy).onDelete('cascade'))
		.addColumn('secret', 'text', (column) => column.notNull())
		.addColumn('last_step', 'bigint', (column) => column.notNull())
		.execute()
}

/** Sessions and what is on its way to one. No address and no browser can be written, whatever a library tries. */
const makeSessions = async (db: Kysely<unknown>): Promise<void> => {
	await times(db.schema.createTable('staff_session'))
		.addColumn('id', 'uuid', (column) => column.primaryKey())
		.addColumn('user_id', 'uuid', (column) => column.notNull().references(ownedBy).onDelete('cascade'))
		.addColumn('token', 'text', (column) => column.notNull().unique())
		.addColumn('expires_at', 'timestamptz', (column) => column.notNull())
		.addColumn('ip_address', 'text', (column) => column.check(sql`ip_address is null`))
		.addColumn('user_agent', 'text', (column) => column.check(sql`user_agent is null`))
		.execute()
	await db.schema.createIndex('staff_session_user').on('staff_session').column('user_id').execute()
	await times(db.schema.createTable('staff_verification'))
		.addColumn('id', 'uuid', (column) => column.primaryKey())
		.addColumn('identifier', 'text', (column) => column.notNull())
		.addColumn('value', 'text', (column) => column.notNull())
		.addColumn('expires_at', 'timestamptz', (column) => column.notNull())
		.execute()
	for (const column of ['identifier', 'expires_at'])
		await db.schema
			.createIndex(`staff_verification_${column}`)
			.on('staff_verification')
			.column(column)
			.execute()
	await db.schema
		.createTable('staff_attempt')
		.addColumn('bucket', 'text', (column) => column.primaryKey())
		.addColumn('failures', 'integer', (column) => column.notNull())
		.addColumn('failed_at', 'timestamptz', (column) => column.notNull())
		.execute()
}

/** Roles, invitations, and the public half and the wrapped half of each person's keys. */
const makeRoles = async (db: Kysely<unknown>): Promise<void> => {
	await db.schema
		.createTable('staff_role')
		.addColumn('user_id', 'uuid', (column) => column.notNull().references(ownedBy).onDelete('cascade'))
		.addColumn('role', 'text', (column) => column.notNull())
		.addPrimaryKeyConstraint('staff_role_pkey', ['user_id', 'role'])
		.execute()
	await db.schema
		.createTable('staff_invitation')
		.addColumn('user_id', 'uuid', (column) => column.primaryKey().references(ownedBy).onDelete('cascade'))
		.addColumn('hash', 'text', (column) => column.notNull().unique())
		.addColumn('expires_at', 'timestamptz', (column) => column.notNull())
		.execute()
	await db.schema
		.createTable('staff_key')
		.addColumn('user_id', 'uuid', (column) => column.primaryKey().references(ownedBy).onDelete('cascade'))
		.addColumn('recipient', 'text', (column) => column.notNull())
		.addColumn('signing_key', 'text', (column) => column.notNull())
		.addColumn('wrapped', 'text', (column) => column.notNull())
		.addColumn('made_hour', 'timestamptz', (column) => column.notNull())
		.execute()
}

export async function up(db: Kysely<unknown>): Promise<void> {
	await makeAccounts(db)
	await makeSessions(db)
	await makeRoles(db)
}
