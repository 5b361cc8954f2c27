import type { Kysely } from 'kysely'

/** Does work in the transaction it is given, which may hold more than this work, else in one of its own. */
export const inTransaction = <Tables>(
	db: Kysely<Tables>,
	work: (trx: Kysely<Tables>) => Promise<void>,
): Promise<void> => (db.isTransaction ? work(db) : db.transaction().execute(work))
