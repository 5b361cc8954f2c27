/**
 * Backups of the key store, apart from those of the data and kept for seven days, so that a key that was destroyed is gone
 * from all of them in a week. Each is a folder with `manifest.txt` for `sha256sum -c`.
 */
import { createHash } from 'node:crypto'
import { readdir, rename, rm, rmdir, stat } from 'node:fs/promises'
import { dirname, isAbsolute, join, relative, resolve } from 'node:path'
import { AppError, day } from '#base'
import { backupDays } from '../../keys/index.ts'
import { listGroupKeys, listWraps } from './group-keys.ts'
import {
	findKeyFile,
	getKeyFolder,
	listNames,
	makeFolder,
	shredKeyFile,
	syncFolder,
	writeKeyFile,
} from './key-file.ts'

const toName = (now: Date): string => `keys-${now.toISOString().slice(0, 19).replaceAll(':', '')}Z`
const readTime = (name: string): number =>
	Date.parse(name.replace(/^keys-(.{10})T(\d\d)(\d\d)(\d\d)Z$/u, '$1T$2:$3:$4Z'))

/** Folders of finished backups, the oldest first. */
export const listBackups = async (into: string): Promise<string[]> =>
	(await listNames(into)).filter((name) => !Number.isNaN(readTime(name))).map((name) => join(into, name))

/** Files under a folder by their path from there. */
export const listFiles = async (folder: string, inside = ''): Promise<string[]> => {
	const names = await listNames(join(folder, inside))
	const found = await Promise.all(
		names.map(async (name) => {
			const path = join(inside, name)
			return (await stat(join(folder, path))).isDirectory() ? listFiles(folder, path) : [path]
		}),
	)
	return found.flat()
}

/**
 * Left out: requests that wait for a second person, which are made again after a loss, and the key of counts that are not released: two copies of
 * sealed counts would tell what came between them (decision 084). Nor the copy of the last checkpoint: the database is copied before the keys, and a
 * restored one would be refused as shorter than what was signed.
 */
const isKept = (path: string): boolean =>
	!path.startsWith('requests/') && path !== 'counting.key' && !path.startsWith('record.note')

/** SHA-256 in hex. */
export const getHash = (content: Uint8Array): string => createHash('sha256').update(content).digest('hex')

const copyAll = async (from: string, to: string): Promise<number> => {
	const lines: string[] = []
	for (const path of (await listFiles(from)).filter(isKept)) {
		const content = await findKeyFile(join(from, path))
		if (!content) continue
		await makeFolder(dirname(join(to, path)))
		await writeKeyFile(join(to, path), content)
		lines.push(`${getHash(content)}  ${path}\n`)
	}
	await writeKeyFile(join(to, 'manifest.txt'), lines.join(''))
	return lines.length
}

/** Overwrites and removes a folder of a backup. */
const dropFolder = async (folder: string): Promise<void> => {
	for (const path of await listFiles(folder)) await shredKeyFile(join(folder, path))
	const drop = async (path: string): Promise<void> => {
		for (const name of await listNames(path)) await drop(join(path, name))
		await rmdir(path)
	}
	await drop(folder)
}

/** Takes the wraps of destroyed keys out of every backup. */
const forgetDestroyed = async (dataDir: string, into: string): Promise<void> => {
	const keys = await listGroupKeys(dataDir)
	for (const { span, state } of keys) {
		if (state !== 'destroyed') continue
		for (const backup of await listBackups(into)) {
			const folder = join(backup, 'epochs', span.id)
			for (const name of await listWraps(folder)) await shredKeyFile(join(folder, name))
		}
	}
}

/** A backup that was cut off holds wraps too, and is no backup: nothing of it stays. */
const dropUnfinished = async (into: string): Promise<void> => {
	for (const name of (await readdir(into)).filter((one) => one.startsWith('.keys-'))) {
		const files = await readdir(join(into, name), { recursive: true, withFileTypes: true })
		for (const file of files.filter((one) => one.isFile()))
			await shredKeyFile(join(file.parentPath, file.name))
		await rm(join(into, name), { recursive: true })
	}
}

const checkPlace = (dataDir: string, into: string): void => {
	const path = relative(resolve(dataDir), resolve(into))
	const isInside = path === '' || (!path.startsWith('..') && !isAbsolute(path))
	if (isInside)
		throw new AppError(
			'keys.place',
			500,
			'backing up keys: wanted a folder outside the data, on another disk',
		)
}

/**
 * Makes a backup in `into`, drops those older than seven days, and takes destroyed keys out of the rest. To run every day.
 * @throws AppError `keys.place` (inside the data folder), `keys.nothing` (there is no key to back up)
 */
export const backUpKeys = async (
	{ dataDir, into }: { dataDir: string; into: string },
	now: Date,
): Promise<{ folder: string; files: number; dropped: number }> => {
	checkPlace(dataDir, into)
	if ((await listFiles(getKeyFolder(dataDir))).filter(isKept).length === 0)
		throw new AppError(
			'keys.nothing',
			500,
			`backing up keys: there is none in ${getKeyFolder(dataDir)}, is DATA_DIR right?`,
		)
	await makeFolder(into)
	await dropUnfinished(into)
	const folder = join(into, toName(now))
	const unfinished = join(into, `.${toName(now)}`)
	await makeFolder(unfinished)
	const files = await copyAll(getKeyFolder(dataDir), unfinished)
	await rename(unfinished, folder)
	await syncFolder(into)
	const old = (await listBackups(into)).filter(
		(path) => now.getTime() - readTime(path.slice(into.length + 1)) > backupDays * day,
	)
	for (const path of old) await dropFolder(path)
	await forgetDestroyed(dataDir, into)
	return { folder, files, dropped: old.length }
}
