/**
 * One process at a time for a folder. Two PGlite processes on one folder lose each other's rows without a
 * word, so the second must not start.
 *
 * The lock is SQLite's exclusive lock on an empty file, out of Node itself: fcntl on Linux, LockFileEx on
 * Windows. The kernel frees it when the process dies, whatever killed it, and it holds between containers that
 * share the folder, which an abstract socket or a pid in a file would not.
 */
import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { AppError } from '#base'

const busy = 5 // SQLITE_BUSY, https://sqlite.org/rescode.html#busy

// A process that was killed just now still holds it for the moment that the kernel needs to take it apart.
const grace = 1000

const isBusy = (error: unknown) => error instanceof Error && 'errcode' in error && error.errcode === busy

/**
 * Takes the lock in `file`, which is made if missing and stays empty. Answer: the function that frees it.
 * @throws AppError `database.in-use` when another process, or this one, has it.
 */
export function lockFolder(file: string): () => void {
	mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
	const lock = new DatabaseSync(file, { timeout: grace })
	try {
		lock.exec('pragma journal_mode = memory; begin exclusive')
	} catch (error) {
		lock.close()
		if (!isBusy(error)) throw error
		const advice = 'Stop that process, or give this one another DATA_DIR or a DATABASE_URL.'
		throw new AppError('database.in-use', 503, `Locking ${file}: another process has it. ${advice}`)
	}
	return () => lock.close()
}
