/** Finishes the work of the desk that a start has to finish; what it does again and again stands in `src/server/upkeep/schedule.ts`. */
import { plantPlan } from '#domains/programme/plan/server'
import { readOperator, type Config } from '#platform'
import { recordKeyActs } from './key-acts.ts'
import { getDatabase } from '#server/process/database'
import { setDeskRules } from '#server/process/desk-rules'
import { declareSlot } from '#server/process/slot'

/** Set when the work of the start is done: it is not done twice. */
const started = declareSlot<true>('desk-start')

/**
 * Learns what the operator has set, which the report tells and upkeep follows where no desk is; completes a destruction of a key
 * that was interrupted; puts the plan of the founding document into a database that has none.
 * @throws AppError `operator.wrong`: the process must not start
 */
export const startDesk = async ({ roles, dataDir }: Config): Promise<void> => {
	setDeskRules((await readOperator(dataDir)).desk)
	if (started.find() || !roles.includes('desk')) return
	started.put(true)
	await plantPlan({ db: getDatabase().kysely, now: () => new Date() })
	await recordKeyActs()
}
