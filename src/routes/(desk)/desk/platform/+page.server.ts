import { checkHealth, measureDatabase, readConfig, readDisk } from '#platform'
import { getDatabase } from '#server/process/database'
import { requireMay } from '#server/desk/session'
import { findKeyPlan } from '#server/desk/key-acts'
import { readSettings } from '#server/desk/settings'
import { listUpkeepStates } from '#server/upkeep/schedule'
import type { PageServerLoad } from './$types'

/** Facts for whoever runs the machines: no case, no key, no person, no value of a setting. */
export const load: PageServerLoad = async (event) => {
	requireMay(event, 'read', 'setting', 'all')
	const { roles, dataDir } = readConfig()
	const database = getDatabase()
	return {
		health: await checkHealth(database),
		bytes: await measureDatabase(database),
		disk: await readDisk(dataDir),
		roles,
		keys: await findKeyPlan(new Date()),
		settings: await readSettings(),
		upkeep: listUpkeepStates(),
	}
}
