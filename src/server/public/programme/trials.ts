/** Studies as everybody sees them; none in a process that has no database. */
import { findPublicTrial, listPublicTrials, type WholeTrial } from '#domains/programme/trials/server'
import type { Trial } from '#domains/programme/trials'
import { findDatabase } from '#server/process/database'
import { getScoreboard } from '../scoreboard.ts'

export const findTrialsForAll = async (): Promise<Trial[]> => {
	const database = findDatabase()
	return database ? listPublicTrials(database.kysely) : []
}

/** One of them; `undefined` when there is none of this id. */
export const findTrialForAll = async (id: string): Promise<WholeTrial | undefined> => {
	const database = findDatabase()
	return database ? findPublicTrial(database.kysely, id) : undefined
}

/** True where the programme of this installation was invented, for a demonstration; false while nothing of it can be read. */
export const isInvented = async (): Promise<boolean> => {
	const built = findDatabase() ? await getScoreboard().catch(() => undefined) : undefined
	return built?.frozen.board.isInvented ?? false
}
