import type { PeopleDatabase, PeopleTransaction } from '../people-tables.ts'

const isInside = (db: PeopleDatabase | PeopleTransaction): db is PeopleTransaction => db.isTransaction

/** Does work in the transaction it is given, which may hold more than this work, else in one of its own. */
export const inTransaction = (
	db: PeopleDatabase | PeopleTransaction,
	work: (trx: PeopleTransaction) => Promise<void>,
): Promise<void> => (isInside(db) ? work(db) : db.transaction().execute(work))
