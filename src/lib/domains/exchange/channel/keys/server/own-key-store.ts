import type { ColumnType } from 'kysely'
import type { QueriesOf } from '#platform'

/** Public halves of our keys, numbered for each use. */
export type OwnKeyTables = {
	exchange_key: {
		use: string
		number: number
		kid: string
		/** `x` of the JWK. */
		x: string
		begins: ColumnType<Date, Date, Date>
		ends: ColumnType<Date | null, Date | null, Date | null>
	}
}

export type OwnKeyQueries = QueriesOf<OwnKeyTables>

/** `sign`: Ed25519, what goes out and receipts; `seal`: X25519, what comes in. */
export type OwnKeyUse = 'sign' | 'seal'

export type OwnKeyRow = {
	use: OwnKeyUse
	number: number
	kid: string
	x: string
	begins: Date
	ends: Date | undefined
}

/** Our keys that are not over, the newest first. */
export const listOwnKeys = async (db: OwnKeyQueries, now: Date): Promise<OwnKeyRow[]> => {
	const rows = await db
		.selectFrom('exchange_key')
		.selectAll()
		.where((where) => where.or([where('ends', 'is', null), where('ends', '>', now)]))
		.orderBy('number', 'desc')
		.execute()
	return rows.map(({ use, ends, ...row }) => ({
		...row,
		use: use === 'seal' ? ('seal' as const) : ('sign' as const),
		ends: ends ?? undefined,
	}))
}

/** Writes a key down; false when another process has done so at this moment. */
export const addOwnKey = async (db: OwnKeyQueries, key: Omit<OwnKeyRow, 'ends'>): Promise<boolean> => {
	const added = await db
		.insertInto('exchange_key')
		.values({ ...key, ends: null })
		.onConflict((conflict) => conflict.doNothing())
		.returning('kid')
		.executeTakeFirst()
	return added !== undefined
}

/** Gives all older keys of a use their end. */
export const endOlderKeys = async (
	db: OwnKeyQueries,
	{ use, before, ends }: { use: OwnKeyUse; before: number; ends: Date },
): Promise<void> =>
	void (await db
		.updateTable('exchange_key')
		.set({ ends })
		.where('use', '=', use)
		.where('number', '<', before)
		.where('ends', 'is', null)
		.execute())

/** Keys that ended before a moment. */
export const listEndedKeys = async (
	db: OwnKeyQueries,
	before: Date,
): Promise<{ use: OwnKeyUse; number: number }[]> => {
	const rows = await db
		.selectFrom('exchange_key')
		.select(['use', 'number'])
		.where('ends', '<', before)
		.orderBy('number')
		.execute()
	return rows.map(({ use, number }) => ({ number, use: use === 'seal' ? 'seal' : 'sign' }))
}
