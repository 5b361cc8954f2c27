import type { PeopleTransaction } from '../people-tables.ts'

/** Holds an account until the end: what is worked out from its roles, its question and its invitation must still be so then. */
export const lockPerson = async (trx: PeopleTransaction, id: string): Promise<void> => {
	await trx.selectFrom('staff_user').select('id').where('id', '=', id).forUpdate().execute()
}
