import { randomBytes } from 'node:crypto'
import { link, mkdir, readFile, unlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

const isMissing = (error: unknown): boolean =>
	error instanceof Error && 'code' in error && error.code === 'ENOENT'

/**
 * The secret with which this installation signs session cookies and seals the secrets of authenticator apps: 64 hex digits in
 * `<dataDir>/keys/staff.key`, made at first use, readable by its owner only. Processes that start together get the same one.
 * Without this file a copy of the database lets nobody in. All machines of one installation need the same file.
 */
export const getStaffSecret = async (dataDir: string): Promise<string> => {
	const folder = join(dataDir, 'keys')
	const path = join(folder, 'staff.key')
	const read = () => readFile(path, 'utf8')
	try {
		return (await read()).trim()
	} catch (error) {
		if (!isMissing(error)) throw error
	}
	await mkdir(folder, { recursive: true, mode: 0o700 })
	const unfinished = `${path}.${randomBytes(6).toString('hex')}`
	await writeFile(unfinished, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600, flush: true })
	// A link is refused when the name is taken: whoever comes second reads what the first wrote, and it is whole.
	await link(unfinished, path).catch(() => undefined)
	await unlink(unfinished)
	return (await read()).trim()
}
