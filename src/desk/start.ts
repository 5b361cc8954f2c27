/** What the desk finishes when its process starts; what it does again and again stands in `src/upkeep.ts`. */
import { readOperator, type Config } from '#platform'
import { recordKeyActs } from './key-acts.ts'
import { setDeskRules } from './rules.ts'

/** `npm run dev` reads this file again after a change: what is done already is not done twice. */
const kept = globalThis as { thiqaDesk?: true }

/**
 * Learns what the operator has set, which the report tells and upkeep follows where no desk is; completes a destruction of a key
 * that was interrupted.
 * @throws AppError `operator.wrong`: the process must not start
 */
export const startDesk = async ({ roles, dataDir }: Config): Promise<void> => {
	setDeskRules((await readOperator(dataDir)).desk)
	if (kept.thiqaDesk || !roles.includes('desk')) return
	kept.thiqaDesk = true
	await recordKeyActs()
}
