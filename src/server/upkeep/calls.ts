import { listUnseen } from '#domains/cases/queue/server'
import { listUnacknowledged } from '#domains/exchange/preservation/server'
import { listUnseenReferrals } from '#domains/exchange/referrals/server'
import type { Kysely } from 'kysely'
import type { Tables } from '#server/process/database'

/** Ids of all that whoever is on call is rung for: danger that nobody has read, urgent referrals that nobody has seen, late receipts of requests. */
export const listCalls = async (db: Kysely<Tables>, now: Date): Promise<string[]> => [
	...(await listUnseen(db)),
	...(await listUnseenReferrals(db)),
	...(await listUnacknowledged(db, now)),
]
