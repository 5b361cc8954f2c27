/** The views of the indicators, kept in memory once a process. */
import { createMispView, createPrefixView, createZoneView, type Views } from '#domains/exchange/views/server'
import { getKey, readConfig, type Database } from '#platform'
import { getDatabase, type Tables } from './database.ts'
import { declareSlot } from './slot.ts'

type Opened = { database: Database<Tables>; views: Promise<Views> }
const slot = declareSlot<Opened>('indicator-views')

const open = async ({ kysely }: Database<Tables>): Promise<Views> => {
	const { dataDir, origin } = readConfig()
	const host = origin === undefined ? undefined : new URL(origin).hostname
	return {
		// Without an address of its own the zone has no name, and nobody a page that explains.
		zone: host === undefined ? undefined : { ...createZoneView(kysely, host), host },
		prefixes: createPrefixView(kysely, await getKey(dataDir, 'exchange-noise')),
		misp: createMispView(kysely),
	}
}

/** The views of this process, opened at first use. */
export const getViews = (): Promise<Views> => {
	const database = getDatabase()
	const opened = slot.find()
	if (opened?.database === database) return opened.views
	return slot.put({ database, views: open(database) }).views
}
