/** Opens all that a process of the product stands on, in order: database, record, desk, what is done again and again. */
import {
	migrate,
	onShutdown,
	openDatabase,
	readAtRest,
	readOperator,
	type Config,
	type Database,
	type Log,
} from '#platform'
import { startDesk } from '#server/desk/start'
import { getClock } from '#server/process/clock'
import { findDatabase, setDatabase, type Tables } from '#server/process/database'
import { startRecord } from '#server/process/record'
import { startUpkeep } from './schedule.ts'

const open = async (config: Config): Promise<Database<Tables>> => {
	const database = await openDatabase<Tables>(config)
	onShutdown(() => database.close())
	return database
}

/** Says to whoever is responsible what a stolen disk would show: the moments in the database's log, and words that were swapped out. */
const warnOfDisk = ({ dataDir }: Config, log: Log): void => {
	const { disk, swap } = readAtRest(dataDir)
	if (disk !== 'encrypted') log.warn(disk === 'open' ? 'disk.not-encrypted' : 'disk.encryption-unknown')
	if (swap === 'open') log.warn('swap.not-encrypted')
}

/** @throws AppError when something is missing or wrong: the process must not start */
export const openAll = async (config: Config, log: Log): Promise<void> => {
	const database = findDatabase() ?? (await open(config))
	await migrate(database)
	setDatabase(database)
	await getClock().look()
	const operator = await readOperator(config.dataDir)
	if (operator.state === 'live') warnOfDisk(config, log)
	await startRecord({ config, database, log, operator })
	await startDesk(config)
	startUpkeep({ config, database, log })
}
