/** The installation that a command of the operator works on: said before anything is done, and refused where it is not this account's. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { AppError } from '../src/lib/base/index.ts'
import {
	checkDataFolder,
	explainFailure,
	migrate,
	openDatabase,
	readConfig,
	type Config,
	type Database,
} from '../src/lib/platform/server/index.ts'
import type { Tables } from '../src/server/process/database.ts'

declare const opened: unique symbol

/** The configuration of an installation whose folder was looked at: only {@link openInstallation} makes one. */
export type Installation = Config & { readonly [opened]: true }

/** Folder and file in which `deploy/thiqa.service` keeps data and settings: a hint that the installation that is meant may be that one. */
const ofService = ['/var/lib/thiqa', '/etc/thiqa.env']

/** Arguments of the command, quoted so that they can be typed again. */
const getGiven = (): string =>
	process.argv
		.slice(2)
		.map((word) => (/^[\w./:@=+-]+$/u.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`))
		.join(' ')

/** Without `DATA_DIR` the folder is `data` in the tree, and most installations are elsewhere. */
const refuseNew = ({ dataDir }: Config, command: string): void => {
	if (process.env['DATA_DIR'] || ['database', 'keys'].some((name) => existsSync(join(dataDir, name)))) return
	const instead = ofService.some((path) => existsSync(path))
		? `npm run as-service -- ${command} ${getGiven()}`
		: `DATA_DIR=/path/of/the/data npm run ${command} -- ${getGiven()}`
	throw new AppError(
		'data.none',
		500,
		`Looking for the installation: there is none in ${dataDir}, and DATA_DIR names no other folder. Nothing was made. Say which is meant:\n  ${instead}`,
	)
}

/**
 * The configuration of the installation that is meant, once its folder may be written to; names it on standard error.
 *
 * @param command - its name in `npm run`
 * @throws AppError `config.wrong`, `data.none`, `data.not-ours`: nothing was written
 */
export const openInstallation = (command: string): Installation => {
	const config = readConfig()
	refuseNew(config, command)
	checkDataFolder(
		config.dataDir,
		`DATA_DIR=${config.dataDir} npm run as-service -- ${command} ${getGiven()}`.trim(),
	)
	const database = config.databaseUrl === undefined ? 'embedded' : 'PostgreSQL (DATABASE_URL)'
	console.error(`Installation: ${config.dataDir}, database: ${database}`)
	return config as Installation
}

/** Opens the database of an installation, with its tables as this version has them, and closes it after the work. */
export const useDatabase = async <Answer>(
	installation: Installation,
	use: (database: Database<Tables>) => Promise<Answer>,
): Promise<Answer> => {
	const database = await openDatabase<Tables>(installation)
	try {
		await migrate(database)
		return await use(database)
	} finally {
		await database.close()
	}
}

/** Does what was asked and ends the process: with 0, or with 1 and what stood in the way. */
export const runCommand = (work: Promise<unknown>, prefix = ''): void =>
	void work.then(
		() => process.exit(0),
		(error: unknown) => {
			console.error(prefix + explainFailure(error))
			process.exit(1)
		},
	)
