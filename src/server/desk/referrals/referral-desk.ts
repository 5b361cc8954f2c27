/** The desk as referrals want it: its tables, the ways that are open, today in the country. */
import type { ReferralDatabase, SendingDesk } from '#domains/exchange/referrals/server'
import { getDatabase } from '#server/process/database'
import { getWays } from '#server/process/ways'
import { getDesk, getToday } from '../case-desk.ts'

/** The tables of referrals over the database of this process. */
export const getReferralDatabase = (): ReferralDatabase => getDatabase().kysely

export const getReferralDesk = (): SendingDesk => ({
	...getDesk(),
	db: getReferralDatabase(),
	ways: getWays(),
	today: getToday(),
})
