/** Files of keys: written whole or not at all, readable by their owner only, overwritten before they go. */
import { randomBytes, randomUUID } from 'node:crypto'
import { link, mkdir, open, readdir, readFile, rename, unlink } from 'node:fs/promises'
import { dirname, join } from 'node:path'

const isError = (error: unknown, code: string): boolean =>
	error instanceof Error && 'code' in error && error.code === code

/** The folder of all keys, apart from the database's. */
export const getKeyFolder = (dataDir: string): string => join(dataDir, 'keys')

export const makeFolder = async (path: string): Promise<void> => {
	await mkdir(path, { recursive: true, mode: 0o700 })
}

/** Syncs a folder, so that what it holds is durable: names are data of the folder, not of the file. */
export const syncFolder = async (path: string): Promise<void> => {
	const folder = await open(path, 'r')
	try {
		await folder.sync()
	} finally {
		await folder.close()
	}
}

const writeDurably = async (path: string, content: Uint8Array | string): Promise<void> => {
	const file = await open(path, 'wx', 0o600)
	try {
		await file.writeFile(content)
		await file.sync()
	} finally {
		await file.close()
	}
}

/** Puts a file in place, the old one or the new one whole at every moment. */
export const writeKeyFile = async (path: string, content: Uint8Array | string): Promise<void> => {
	const unfinished = join(dirname(path), `.${randomUUID()}`)
	await writeDurably(unfinished, content)
	await rename(unfinished, path)
	await syncFolder(dirname(path))
}

/** Puts a file where there is none; false when there is one. */
export const addKeyFile = async (path: string, content: Uint8Array | string): Promise<boolean> => {
	const unfinished = join(dirname(path), `.${randomUUID()}`)
	await writeDurably(unfinished, content)
	try {
		await link(unfinished, path)
		return true
	} catch (error) {
		if (isError(error, 'EEXIST')) return false
		throw error
	} finally {
		await unlink(unfinished)
		await syncFolder(dirname(path))
	}
}

/** The bytes of a file; `undefined` when it is not there. */
export const findKeyFile = async (path: string): Promise<Buffer | undefined> => {
	try {
		return await readFile(path)
	} catch (error) {
		if (isError(error, 'ENOENT')) return undefined
		throw error
	}
}

/** Names in a folder, sorted, unfinished ones left out; none when there is no folder. */
export const listNames = async (path: string): Promise<string[]> => {
	try {
		return (await readdir(path)).filter((name) => !name.startsWith('.')).sort()
	} catch (error) {
		if (isError(error, 'ENOENT')) return []
		throw error
	}
}

/**
 * Overwrites a file and takes it away. What a disk keeps beneath its file system (flash cells, snapshots) is out of reach:
 * that is why every wrap is encrypted to a person, and why the folder belongs on an encrypted disk.
 */
export const shredKeyFile = async (path: string): Promise<void> => {
	const file = await open(path, 'r+').catch((error: unknown) => {
		if (isError(error, 'ENOENT')) return undefined
		throw error
	})
	if (!file) return
	try {
		const { size } = await file.stat()
		await file.write(randomBytes(size), 0, size, 0)
		await file.sync()
	} finally {
		await file.close()
	}
	await unlink(path)
	await syncFolder(dirname(path))
}
