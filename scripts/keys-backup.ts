/**
 * `npm run keys:backup -- <folder>`: copies the key store (DATA_DIR/keys) into a folder on another disk, drops copies older than
 * seven days, and takes keys that were destroyed out of the rest. Every day, by a timer; never together with the data's backup.
 */
import { backUpKeys } from '../src/lib/domains/people/server/keys/index.ts'
import { openInstallation, runCommand } from './installation.ts'

const backUp = async (into: string): Promise<void> => {
	if (into === '') throw new Error('wanted: npm run keys:backup -- <folder on another disk>')
	const { folder, files, dropped } = await backUpKeys(
		{ dataDir: openInstallation('keys:backup').dataDir, into },
		new Date(),
	)
	console.log(`${folder}: ${files} files; ${dropped} older copies overwritten and removed`)
}

runCommand(backUp(process.argv[2] ?? ''))
