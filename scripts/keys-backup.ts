/**
 * `npm run keys:backup -- <folder>`: copies the key store (DATA_DIR/keys) into a folder on another disk, drops copies older than
 * seven days, and takes keys that were destroyed out of the rest. Every day, by a timer; never together with the data's backup.
 */
import { backUpKeys } from '../src/lib/domains/people/server/keys/index.ts'
import { readConfig } from '../src/lib/platform/server/index.ts'

const backUp = async (into: string): Promise<void> => {
	if (into === '') throw new Error('wanted: npm run keys:backup -- <folder on another disk>')
	const { folder, files, dropped } = await backUpKeys({ dataDir: readConfig().dataDir, into }, new Date())
	console.log(`${folder}: ${files} files; ${dropped} older copies overwritten and removed`)
}

backUp(process.argv[2] ?? '').catch((error: unknown) => {
	console.error(error instanceof Error ? error.message : String(error))
	process.exit(1)
})
