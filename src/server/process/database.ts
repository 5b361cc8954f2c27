import { AppError } from '#base'
import type { Database } from '#platform'
import { declareSlot } from './slot.ts'

const slot = declareSlot<Database>('database')

/** Hands the database that the start opened to everything else. */
export const setDatabase = (database: Database): void => void slot.put(database)

/** The database of this process; `undefined` before the start has opened it. */
export const findDatabase = (): Database | undefined => slot.find()

/**
 * The same for who needs it.
 * @throws AppError `database.not-open` before the start has opened it
 */
export const getDatabase = (): Database => {
	const opened = slot.find()
	if (!opened)
		throw new AppError(
			'database.not-open',
			503,
			'asking for the database: it is not open yet, start the server first',
		)
	return opened
}
