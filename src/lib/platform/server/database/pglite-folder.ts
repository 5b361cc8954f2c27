/** Makes the folder of an embedded database, whole or not at all. */
import fs from 'node:fs'
import { dirname, join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { durable } from './durable-fs.ts'

// Windows opens no folder for writing, so it has nothing to flush there; NTFS journals names by itself.
const canSyncFolders = process.platform !== 'win32'

function syncPath(path: string): void {
	const descriptor = fs.openSync(path, canSyncFolders ? 'r' : 'r+')
	try {
		fs.fsyncSync(descriptor)
	} finally {
		fs.closeSync(descriptor)
	}
}

function syncTree(folder: string): void {
	for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
		const path = join(folder, entry.name)
		if (entry.isDirectory()) syncTree(path)
		else if (entry.isFile()) syncPath(path)
	}
	if (canSyncFolders) syncPath(folder)
}

/**
 * Makes `folder` if it is missing. PGlite takes a half-made folder for a whole one, so a process killed during
 * its first start would leave a database that never opens: it is made under another name, flushed and renamed.
 */
export async function prepareFolder(folder: string): Promise<void> {
	if (fs.existsSync(folder)) return
	const unfinished = `${folder}.unfinished`
	fs.rmSync(unfinished, { recursive: true, force: true })
	fs.mkdirSync(dirname(folder), { recursive: true, mode: 0o700 })
	const pglite = await PGlite.create(durable(unfinished))
	await pglite.close()
	fs.chmodSync(unfinished, 0o700)
	syncTree(unfinished)
	fs.renameSync(unfinished, folder)
	if (canSyncFolders) syncPath(dirname(folder))
}
