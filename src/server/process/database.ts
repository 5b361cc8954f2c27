import { AppError } from '#base'
import type { PeopleTables } from '#domains/people/server'
import type { CountingTables } from '#domains/programme/counting/server'
import type { ReportTables } from '#domains/reports/server'
import type { CertificateKeyTables } from '#domains/skills/server'
import type { Database, StoredTables } from '#platform'
import type { DeskTables } from './tables/desk-tables.ts'
import { declareSlot } from './slot.ts'

/** All tables there are. A store that asks for its own takes this database as it is. */
export type Tables = StoredTables &
	PeopleTables &
	ReportTables &
	DeskTables &
	CertificateKeyTables &
	CountingTables

const slot = declareSlot<Database<Tables>>('database')

/** Hands the database that the start opened to everything else. */
export const setDatabase = (database: Database<Tables>): void => void slot.put(database)

/** The database of this process; `undefined` before the start has opened it. */
export const findDatabase = (): Database<Tables> | undefined => slot.find()

/**
 * The same for who needs it.
 * @throws AppError `database.not-open` before the start has opened it
 */
export const getDatabase = (): Database<Tables> => {
	const opened = slot.find()
	if (!opened)
		throw new AppError(
			'database.not-open',
			503,
			'asking for the database: it is not open yet, start the server first',
		)
	return opened
}
