import type { PeopleTables, PeopleTransaction } from '../people-tables.ts'

/** Keeps the text of an act on a key behind its entry in the public record, in the transaction that writes the entry. One that is there stays. */
export const keepKeyActText = async (
	trx: PeopleTransaction,
	{ salt, ...act }: PeopleTables['key_act'],
): Promise<void> => {
	await trx
		.insertInto('key_act')
		.values({ ...act, salt: Buffer.from(salt) })
		.onConflict((conflict) => conflict.column('entry').doNothing())
		.execute()
}
