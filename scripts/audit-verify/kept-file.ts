/**
 * Memory of who verifies a record: the checkpoint that was verified last, in a file of its own. The next run compares with it, and puts the
 * newest in its place only when nothing is at fault: a record that was written anew never gets to replace what shows it.
 */
import { randomBytes } from 'node:crypto'
import { open, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'

type Checkpoint = { size: number; note: string }

/** Checkpoints to compare with and to keep, as `--seen` and `--keep` ask for them. */
export type Memory = {
	/** Text of the checkpoint that was kept earlier; `undefined`: none was. */
	seen: string | undefined
	/** Keeps the newest and answers a line that says so; `undefined`: nothing is to be kept. Throws when it cannot be written. */
	keep: ((newest: Checkpoint | undefined) => Promise<string>) | undefined
}

const isMissing = (error: unknown): boolean =>
	error instanceof Error && 'code' in error && error.code === 'ENOENT'

/** Whole on the disk, or not at all. */
const replace = async (file: string, note: string): Promise<void> => {
	const unfinished = `${file}.${randomBytes(6).toString('hex')}`
	try {
		await writeFile(unfinished, note, { mode: 0o600, flag: 'wx', flush: true })
		await rename(unfinished, file)
	} catch (error) {
		await rm(unfinished, { force: true })
		throw new Error(`no fault was found in the record, but its checkpoint could not be kept in ${file}`, {
			cause: error,
		})
	}
	await using folder = await open(dirname(file))
	await folder.sync()
}

const openKeptFile = async (file: string): Promise<Memory> => {
	const seen = await readFile(file, 'utf8').catch((error: unknown) => {
		if (isMissing(error)) return undefined
		throw error
	})
	const keep = async (newest: Checkpoint | undefined): Promise<string> => {
		if (!newest) return `No checkpoint is shown yet: nothing was put into ${file}.`
		await replace(file, newest.note)
		return seen === undefined
			? `No checkpoint was kept in ${file}: it begins with the one of ${newest.size} entries, and only the next run compares.`
			: `Kept in ${file} for the next run: the checkpoint of ${newest.size} entries.`
	}
	return { seen, keep }
}

/**
 * Opens the checkpoint that is compared with; a missing file of `--keep` is no fault, one of `--seen` is.
 * @throws when both are asked for, or a file cannot be read
 */
export const openMemory = async (files: {
	seen: string | undefined
	keep: string | undefined
}): Promise<Memory> => {
	if (files.keep !== undefined && files.seen !== undefined)
		throw new Error('wanted --seen <file> or --keep <file>: --keep compares too')
	if (files.keep !== undefined) return openKeptFile(files.keep)
	return { seen: files.seen === undefined ? undefined : await readFile(files.seen, 'utf8'), keep: undefined }
}
