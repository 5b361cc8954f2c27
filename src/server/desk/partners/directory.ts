/** The directory of partners as its stores want it. */
import { quarantineAfterRevocation } from '#domains/exchange/channel/server'
import type { Directory, Revoking } from '#domains/exchange/partners/server'
import { library } from '#domains/guide/server'
import { readConfig, readOperator } from '#platform'
import { getDatabase, type Tables } from '#server/process/database'
import type { Transaction } from 'kysely'

/** The directory of this installation. */
export const getDirectory = async (): Promise<Directory> => ({
	db: getDatabase().kysely,
	now: () => new Date(),
	isDemonstration: (await readOperator(readConfig().dataDir)).state !== 'live',
	zone: library.calendar.zone,
})

/** The same for who revokes a key: what came under it by the signed channel is set apart with it. */
export const getRevoking = (): Revoking<Transaction<Tables>> => {
	const now = (): Date => new Date()
	return {
		now,
		transact: (work) => getDatabase().kysely.transaction().execute(work),
		onRevoked: async (trx, key) => {
			if (key.use !== 'sign') return { quarantined: 0, toReview: 0 }
			const { quarantined, toReview } = await quarantineAfterRevocation(trx, key, now())
			return { quarantined: quarantined.length, toReview: toReview.length }
		},
	}
}
