/** Counts are released when their time has come, and published. */
import { toLocalDay } from '#base'
import { listCountedFigures, releaseDue } from '#domains/programme/counting/server'
import { findConflicts, indicators, releaseFigures } from '#domains/programme/figures/server'
import { findKey, type Config, type Log } from '#platform'
import { getDatabase } from '#server/process/database'
import { getFigureFacts, keyName, zone } from './facts.ts'

const isPublished = ({ indicator }: { indicator: string }): boolean =>
	indicators.some(({ id }) => id === indicator)

/** Counts of every period that is released, of what the scoreboard has a method for. */
const listScoreboardCounts = async () =>
	(await listCountedFigures(getDatabase().kysely, getFigureFacts())).filter(isPublished)

/** Counts that were released and stand on the scoreboard with another number. */
export const listCountConflicts = async () =>
	findConflicts(getDatabase().kysely, await listScoreboardCounts())

/**
 * Releases what is due, as of a moment that all clocks have reached, and publishes what the scoreboard has a method for. Where another number
 * stands already the rest comes out all the same; the log and the desk say so. Answers how many periods.
 */
export const releaseCounts = async (
	{ config, log }: { config: Config; log: Log },
	at: Date,
): Promise<number> => {
	const db = getDatabase().kysely
	const released = await releaseDue(db, {
		key: await findKey(config.dataDir, keyName),
		today: toLocalDay(at, zone),
		now: at,
	})
	// Always, not only after a release: a start that was killed between the two is made good by the next.
	const figures = await listScoreboardCounts()
	const { conflicts } = await db
		.transaction()
		.execute((trx) => releaseFigures(trx, figures, { by: null, second: null, now: at }))
	if (conflicts.length > 0) log.warn('counting.conflict', { code: 'figure.frozen', count: conflicts.length })
	return released.length
}
