import { AppError } from '#base'
import type { Database } from '#platform'

let opened: Database | undefined

/** Hands the database that the start opened to the routes. */
export const setDatabase = (database: Database): void => {
	opened = database
}

/**
 * The database of this process.
 * @throws AppError `database.not-open` before the start has opened it
 */
export const getDatabase = (): Database => {
	if (!opened)
		throw new AppError(
			'database.not-open',
			503,
			'asking for the database: it is not open yet, start the server first',
		)
	return opened
}
