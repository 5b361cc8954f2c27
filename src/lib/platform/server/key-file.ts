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
 * The 32 bytes kept in `<dataDir>/keys/<name>.key` as 64 hex digits; `undefined` when there is no such file.
 * @throws AppError `key.open-to-others` when others than the owner may read it, `key.wrong` when it holds anything else
 */
export const findKey = async (dataDir: string, name: string): Promise<Uint8Array | undefined> => {
	const path = getPath(dataDir, name)
	try {
		await using file = await open(path)
		if (othersMayRead((await file.stat()).mode))
			throw new AppError(
				'key.open-to-others',
				500,
				`Reading ${path}: others may read it, and may have; chmod 600 it, or replace it`,
			)
		const text = (await file.readFile('utf8')).trim()
		if (!/^[0-9a-f]{64}$/u.test(text))
			throw new AppError('key.wrong', 500, `Reading ${path}: wanted 64 hex digits; bring back its copy`)
		return Uint8Array.from(Buffer.from(text, 'hex'))
	} catch (error) {
		if (isMissing(error)) return undefined
		throw error
	}
}

/**
 * The key of this name, made from random bytes at first use and readable by its owner only. Processes that start together
 * get the same one. Throws what {@link findKey} throws.
 */
export const getKey = async (dataDir: string, name: string): Promise<Uint8Array> => {
	const known = await findKey(dataDir, name)
	if (known) return known
	await mkdir(join(dataDir, 'keys'), { recursive: true, mode: 0o700 })
	const path = getPath(dataDir, name)
	const unfinished = `${path}.${randomBytes(6).toString('hex')}`
	await writeFile(unfinished, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600, flush: true })
	// A link is refused when the name is taken: whoever comes second reads what the first wrote, and it is whole.
	await link(unfinished, path).catch(() => undefined)
	await unlink(unfinished)
	const made = await findKey(dataDir, name)
	if (made) return made
	throw new AppError('key.wrong', 500, `Making ${path}: it is not there; can the folder hold files?`)
}
