/** Sealed attachments as files, one each, named by an id that says nothing, with times that say nothing. */
import { isUuid } from '#base'
import { createReadStream } from 'node:fs'
import { mkdir, open, readdir, stat, unlink, utimes, type FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'

/** The folder of attachments below `DATA_DIR`. */
export const toAttachmentFolder = (dataDir: string): string => join(dataDir, 'attachments')

const noTime = new Date(0)
const isMissing = (error: unknown): boolean =>
	error instanceof Error && 'code' in error && error.code === 'ENOENT'

/** Writes what comes, chunk by chunk, and never more than `length`; answers how much came. */
const pour = async (
	handle: FileHandle,
	body: AsyncIterable<Uint8Array>,
	{ at, length }: { at: number; length: number },
): Promise<number> => {
	let came = 0
	try {
		for await (const chunk of body) {
			if (came + chunk.length > length) return came + chunk.length
			await handle.write(chunk, 0, chunk.length, at + came)
			came += chunk.length
		}
	} catch (error) {
		// A line that breaks is no fault; a disk that is full is.
		if (error instanceof Error && 'syscall' in error && error.syscall === 'write') throw error
	}
	return came
}

const syncFolder = async (folder: string): Promise<void> => {
	await utimes(folder, noTime, noTime)
	await using handle = await open(folder)
	await handle.sync()
}

/** Size of an attachment so far; `undefined` when there is none of this id. */
export const measureFile = async (folder: string, id: string): Promise<number | undefined> => {
	try {
		return (await stat(join(folder, id))).size
	} catch (error) {
		if (isMissing(error)) return undefined
		throw error
	}
}

/**
 * Puts `length` bytes at a place of a file and lets go what stood there and after it. `true`: they are on the disk. `false`:
 * fewer came, or more; the file ends at `at` again.
 */
export const writePiece = async (
	folder: string,
	{ id, at, length }: { id: string; at: number; length: number },
	body: AsyncIterable<Uint8Array>,
): Promise<boolean> => {
	if (at === 0) await mkdir(folder, { recursive: true, mode: 0o700 })
	await using handle = await open(join(folder, id), at === 0 ? 'w' : 'r+', 0o600)
	let came = -1
	try {
		await handle.truncate(at)
		came = await pour(handle, body, { at, length })
	} finally {
		if (came !== length) await handle.truncate(at).catch(() => undefined)
		await handle.utimes(noTime, noTime)
	}
	await handle.sync()
	if (at === 0) await syncFolder(folder)
	return came === length
}

/** The first 8 KiB of a file. */
export const readStart = async (folder: string, id: string): Promise<Uint8Array> => {
	await using handle = await open(join(folder, id))
	const { buffer, bytesRead } = await handle.read(Buffer.alloc(8192), 0, 8192, 0)
	return new Uint8Array(buffer.subarray(0, bytesRead))
}

/** Takes a file away. One that is gone already counts as taken away. */
export const removeFile = async (folder: string, id: string): Promise<void> => {
	try {
		await unlink(join(folder, id))
		await utimes(folder, noTime, noTime)
	} catch (error) {
		if (!isMissing(error)) throw error
	}
}

/** Ids of all files that are there. */
export const listFiles = async (folder: string): Promise<string[]> => {
	try {
		return (await readdir(folder)).filter(isUuid)
	} catch (error) {
		if (isMissing(error)) return []
		throw error
	}
}

/** The sealed bytes of an attachment, a little at a time. For the desk alone. */
export const readAttachment = (dataDir: string, id: string): Readable =>
	createReadStream(join(toAttachmentFolder(dataDir), id))
