/** Counts are released when their time has come, and published. */
import { toLocalDay } from '#base'
import { listCountedFigures, releaseDue } from '#domains/programme/counting/server'
import { indicators, freezeFigures } from '#domains/programme/figures/server'
import { findKey, type Config } from '#platform'
import { getDatabase } from '#server/process/database'
import { getFigureFacts, keyName, zone } from './facts.ts'

const isPublished = ({ indicator }: { indicator: string }): boolean =>
	indicators.some(({ id }) => id === indicator)

/** Releases what is due, as of a moment that all clocks have reached, and publishes what the scoreboard has a method for. Answers how many periods. */
export const releaseCounts = async ({ config }: { config: Config }, at: Date): Promise<number> => {
	const db = getDatabase().kysely
	const released = await releaseDue(db, {
		key: await findKey(config.dataDir, keyName),
		today: toLocalDay(at, zone),
		now: at,
	})
	// Always, not only after a release: a start that was killed between the two is made good by the next.
	const figures = (await listCountedFigures(db, getFigureFacts())).filter(isPublished)
	await db.transaction().execute((trx) => freezeFigures(trx, figures, { by: null, second: null, now: at }))
	return released.length
}
