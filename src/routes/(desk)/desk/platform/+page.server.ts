import { checkHealth, measureDatabase, readConfig, readDisk } from '#platform'
import { getDatabase } from '../../../../database.ts'
import { requireMay } from '../../../../desk/desk.ts'
import { findKeyPlan } from '../../../../desk/key-acts.ts'
import { readSettings } from '../../../../desk/settings.ts'
import { listUpkeepStates } from '../../../../upkeep.ts'
import type { PageServerLoad } from './$types'

/** What whoever runs the machines may know: no case, no key, no person, no value of a setting. */
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
