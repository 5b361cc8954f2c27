import { listUnseen } from '#domains/cases/queue/server'
import { listEnding, listUnacknowledged } from '#domains/exchange/preservation/server'
import { listUnseenReferrals } from '#domains/exchange/referrals/server'
import type { Kysely } from 'kysely'
import type { Tables } from '#server/process/database'

/**
 * Ids of all that whoever is on call is rung for: danger that nobody has read, urgent referrals that nobody has seen, late receipts of requests, and
 * data that may be gone in two days or today.
 */
export const listCalls = async (db: Kysely<Tables>, now: Date): Promise<string[]> => [
	...(await listUnseen(db)),
	...(await listUnseenReferrals(db)),
	...(await listUnacknowledged(db, now)),
	...(await listEnding(db, now)),
]
