/** Secrets of an installation that lie in files of their own, apart from the database: a copy of one is useless without the other. */
import { randomBytes } from 'node:crypto'
import { link, mkdir, open, unlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { AppError } from '#base'

const isMissing = (error: unknown): boolean =>
	error instanceof Error && 'code' in error && error.code === 'ENOENT'

const othersMayRead = (mode: number): boolean => process.platform !== 'win32' && (mode & 0o077) !== 0

const getPath = (dataDir: string, name: string): string => join(dataDir, 'keys', `${name}.key`)

/**
 * What is kept in `<dataDir>/keys/<file>`, as text; `undefined` when there is no such file.
 * @throws AppError `key.open-to-others` when others than the owner may read it
 */
export const findSecret = async (dataDir: string, file: string): Promise<string | undefined> => {
	const path = join(dataDir, 'keys', file)
	try {
		await using opened = await open(path)
		if (othersMayRead((await opened.stat()).mode))
			throw new AppError(
				'key.open-to-others',
				500,
				`Reading ${path}: others may read it, and may have; chmod 600 it, or replace it`,
			)
		return await opened.readFile('utf8')
	} catch (error) {
		if (isMissing(error)) return undefined
		throw error
	}
}

/**
 * The 32 bytes kept in `<dataDir>/keys/<name>.key` as 64 hex digits; `undefined` when there is no such file.
 * @throws AppError `key.wrong` when it holds anything else, and what {@link findSecret} throws
 */
export const findKey = async (dataDir: string, name: string): Promise<Uint8Array | undefined> => {
	const text = (await findSecret(dataDir, `${name}.key`))?.trim()
	if (text === undefined) return undefined
	if (/^[0-9a-f]{64}$/u.test(text)) return Uint8Array.from(Buffer.from(text, 'hex'))
	const path = getPath(dataDir, name)
	throw new AppError('key.wrong', 500, `Reading ${path}: wanted 64 hex digits; bring back its copy`)
}

/**
 * What is kept in `<dataDir>/keys/<file>`; `text` is put there when nothing is, readable by its owner only. Processes that start together get
 * the same one. Throws what {@link findSecret} throws.
 */
export const keepSecret = async (dataDir: string, file: string, text: string): Promise<string> => {
	await mkdir(join(dataDir, 'keys'), { recursive: true, mode: 0o700 })
	const path = join(dataDir, 'keys', file)
	const unfinished = `${path}.${randomBytes(6).toString('hex')}`
	await writeFile(unfinished, text, { mode: 0o600, flush: true })
	// A link is refused when the name is taken: whoever comes second reads what the first wrote, and it is whole.
	await link(unfinished, path).catch(() => undefined)
	await unlink(unfinished)
	const made = await findSecret(dataDir, file)
	if (made !== undefined) return made
	throw new AppError('key.wrong', 500, `Making ${path}: it is not there; can the folder hold files?`)
}

/**
 * The key of this name, made from random bytes at first use and readable by its owner only. Processes that start together
 * get the same one. Throws what {@link findKey} throws.
 */
export const getKey = async (dataDir: string, name: string): Promise<Uint8Array> => {
	const known = await findKey(dataDir, name)
	if (known) return known
	await keepSecret(dataDir, `${name}.key`, `${randomBytes(32).toString('hex')}\n`)
	const made = await findKey(dataDir, name)
	if (made) return made
	const path = getPath(dataDir, name)
	throw new AppError('key.wrong', 500, `Making ${path}: it is not there; can the folder hold files?`)
}

/**
 * Overwrites a key and removes its file, for good; false when it was not there. On a disk that keeps old blocks (flash, snapshots) a copy may be left:
 * the key must have no use any more.
 */
export const shredKey = async (dataDir: string, name: string): Promise<boolean> => {
	const path = getPath(dataDir, name)
	try {
		await using opened = await open(path, 'r+')
		await opened.write('0'.repeat(64), 0)
		await opened.sync()
	} catch (error) {
		if (isMissing(error)) return false
		throw error
	}
	await unlink(path)
	return true
}
