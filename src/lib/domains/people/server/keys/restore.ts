/** Bringing the key store back from a backup, and telling loudly what it cannot open. */
import { dirname, join } from 'node:path'
import { AppError } from '#base'
import { getHash, listBackups, listFiles } from './backup.ts'
import { finishErasures } from './destroy.ts'
import { listGroupKeys, setState } from './group-keys.ts'
import { findKeyFile, getKeyFolder, makeFolder, writeKeyFile } from './key-file.ts'

type Entry = { path: string; content: Buffer }

const damaged = (what: string) =>
	new AppError('keys.damaged', 500, `restoring keys: ${what}, take an older backup`)

/** A wrap that is missing belongs to a key that was destroyed after this backup: its record says so, or the operator. */
const readBackup = async (folder: string, erased: readonly string[]): Promise<Entry[]> => {
	const manifest = await findKeyFile(join(folder, 'manifest.txt'))
	if (!manifest) throw damaged(`no manifest.txt in ${folder}`)
	const entries: Entry[] = []
	for (const line of manifest.toString().split('\n').slice(0, -1)) {
		const [, hash = '', path = ''] = /^([0-9a-f]{64}) {2}([\w./-]+)$/u.exec(line) ?? []
		if (path === '' || path.split('/').includes('..')) throw damaged('the manifest is not of its form')
		const content = await findKeyFile(join(folder, path))
		const [, id = ''] = /^epochs\/([\w-]+)\/[^/]+\.age$/u.exec(path) ?? []
		if (id !== '' && erased.includes(id)) continue
		if (!content || getHash(content) !== hash) throw damaged(`${path} is not as the manifest says`)
		entries.push({ path, content })
	}
	return entries
}

/** A key that is here already may be the only one that opens something: nothing is put in its place. */
const refuseOthers = async (folder: string): Promise<void> => {
	if ((await listFiles(folder)).length === 0) return
	throw new AppError(
		'keys.not-empty',
		500,
		`restoring keys: keys are in ${folder}, move that folder away first`,
	)
}

/**
 * Restores the newest backup into an installation whose key store is empty.
 *
 * @param erased - ids of keys that were destroyed after the backup was made, as the public record says: they stay destroyed
 * @throws AppError `keys.no-backup`, `keys.not-empty`, `keys.damaged`
 */
export const restoreKeys = async ({
	dataDir,
	from,
	erased,
}: {
	dataDir: string
	from: string
	erased: readonly string[]
}): Promise<{ folder: string; files: number }> => {
	const folder = (await listBackups(from)).at(-1)
	if (!folder) throw new AppError('keys.no-backup', 500, `restoring keys: there is no backup in ${from}`)
	await refuseOthers(getKeyFolder(dataDir))
	const entries = await readBackup(folder, erased)
	for (const { path, content } of entries) {
		const target = join(getKeyFolder(dataDir), path)
		await makeFolder(dirname(target))
		await writeKeyFile(target, content)
	}
	const keys = await listGroupKeys(dataDir)
	for (const { span } of keys) if (erased.includes(span.id)) await setState(dataDir, span.id, 'destroyed')
	await finishErasures(dataDir)
	return { folder, files: entries.length }
}

/**
 * Of the epochs to which reports are sealed, those that nobody can open: no wrap is here, and no certificate says that they
 * were destroyed. A database without its keys is no restore.
 */
export const findUnopenable = async (dataDir: string, epochs: readonly string[]): Promise<string[]> => {
	const keys = await listGroupKeys(dataDir)
	const fine = keys.filter(({ state, holders }) => state === 'destroyed' || holders.length > 0)
	return epochs.filter((id) => !fine.some(({ span }) => span.id === id))
}
