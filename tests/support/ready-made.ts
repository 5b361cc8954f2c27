/** Databases made once and kept in `.cache`: making PGlite's catalogue takes two seconds, a copy does not. */
import { createHash } from 'node:crypto'
import {
	cpSync,
	existsSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	writeFileSync,
} from 'node:fs'
import { PGlite } from '@electric-sql/pglite'
import { migrate, openDatabase } from '#platform'
import { prepareFolder } from '../../src/lib/platform/server/database/pglite-folder.ts'
import { makeFolder } from './child.ts'

const { version } = JSON.parse(readFileSync('node_modules/@electric-sql/pglite/package.json', 'utf8')) as {
	version: string
}

// Made under a name of one's own and renamed, because other workers look for it at the same time.
async function keep(name: string, make: (path: string) => Promise<void>): Promise<string> {
	const path = `.cache/pglite-${version}-${name}`
	if (existsSync(path)) return path
	mkdirSync('.cache', { recursive: true })
	const own = `${path}.${process.pid}`
	await make(own)
	if (existsSync(path)) rmSync(own, { recursive: true })
	else renameSync(own, path)
	return path
}

/** Path of a dump that `startPglite` opens in memory. */
export const getSnapshot = (): Promise<string> =>
	keep('snapshot.tar', async (path) => {
		const pglite = await PGlite.create()
		const dump = await pglite.dumpDataDir('none')
		await pglite.close()
		writeFileSync(path, Buffer.from(await dump.arrayBuffer()))
	})

/** A data folder, removed when the test ends, that has been started once and has no tables of ours. */
export async function copyDataFolder(): Promise<string> {
	const dataDir = makeFolder()
	cpSync(await keep('folder', prepareFolder), `${dataDir}/database`, { recursive: true })
	return dataDir
}

/** Changes with every migration. */
const namesOfTables = (): string => {
	const hash = createHash('sha256')
	for (const name of readdirSync('migrations').sort()) hash.update(readFileSync(`migrations/${name}`))
	return hash.digest('hex').slice(0, 12)
}

/** Puts a database with all tables of ours into `dataDir`, unless one is there: a first start then takes half the time. */
export async function fillDataFolder(dataDir: string): Promise<void> {
	if (existsSync(`${dataDir}/database`)) return
	const ready = await keep(`tables-${namesOfTables()}`, async (path) => {
		const database = await openDatabase({ dataDir: path, databaseUrl: undefined })
		await migrate(database)
		await database.close()
	})
	cpSync(`${ready}/database`, `${dataDir}/database`, { recursive: true })
}

/** A data folder with all tables of ours, removed when the test ends. */
export async function makeFilledFolder(): Promise<string> {
	const dataDir = makeFolder()
	await fillDataFolder(dataDir)
	return dataDir
}
