import { proveViews } from '#domains/exchange/views/server'
import type { Log } from '#platform'
import { getDatabase } from '#server/process/database'
import { getViews } from '#server/process/indicator-views'

/** Looks into the views after each change. What was withdrawn and is still in one of them is a fault, and said so until it is out. */
export const keepViewsProved = async (log: Log): Promise<number> => {
	const still = await proveViews(getDatabase().kysely, await getViews(), new Date())
	if (still.length > 0) log.error('exchange.withdrawn-but-listed', { count: still.length })
	return 0
}
