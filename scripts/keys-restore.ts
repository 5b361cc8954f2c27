/**
 * `npm run keys:restore -- <folder of backups> [destroyed epochs, comma list]`: brings the newest copy of the key store back into an
 * empty DATA_DIR/keys, then asks the database to which epochs reports are sealed, and ends 1 when one of them cannot be opened.
 * Epochs that were destroyed after the copy was made stay destroyed: name them, the public record lists their certificates.
 * The embedded database serves one program: stop the product first.
 */
import { sql } from 'kysely'
import { findUnopenable, restoreKeys } from '../src/lib/domains/people/server/keys/index.ts'
import { isDemonstrationEpoch } from '../src/lib/domains/reports/server/index.ts'
import { openInstallation, runCommand, useDatabase, type Installation } from './installation.ts'

const listEpochs = (installation: Installation): Promise<string[]> =>
	useDatabase(installation, async (database) => {
		const { rows } = await sql<{ epoch: string }>`select distinct epoch from report`.execute(database.kysely)
		// A key of a demonstration is a file that was copied with the others; it is in nobody's hands.
		return rows.map(({ epoch }) => epoch).filter((epoch) => !isDemonstrationEpoch(epoch))
	})

const restore = async (from: string, erased: readonly string[]): Promise<void> => {
	if (from === '') throw new Error('wanted: npm run keys:restore -- <folder of backups> [destroyed epochs]')
	const config = openInstallation('keys:restore')
	const { folder, files } = await restoreKeys({ dataDir: config.dataDir, from, erased })
	console.log(`${files} files from ${folder}`)
	const lost = await findUnopenable(config.dataDir, await listEpochs(config))
	if (lost.length === 0)
		return console.log('Every epoch that holds reports has its keys, or a certificate of destruction.')
	throw new Error(
		`NOT RESTORED: reports of ${lost.join(', ')} cannot be opened by anyone. A database without its keys is no restore: ` +
			'take a later copy of the keys, or the escrow copy of these epochs (docs/keys.md).',
	)
}

runCommand(restore(process.argv[2] ?? '', (process.argv[3] ?? '').split(',').filter(Boolean)))
