/**
 * Explains to an operator why a program of ours does not start or cannot go on: what was tried, what stood in the way, what would
 * do. Also of what is no error: the embedded database throws plain objects and statuses of its own.
 */
import { AppError } from '#base'

/** Numbers with which the embedded database names what its file system could not do (WASI `errno`). */
const numbers: Readonly<Record<number, string>> = {
	2: 'EACCES',
	29: 'EIO',
	33: 'EMFILE',
	51: 'ENOSPC',
	63: 'EPERM',
	69: 'EROFS',
}

const remedies: Readonly<Record<string, string>> = {
	EACCES:
		'this account may not use a file there; run it as the owner of DATA_DIR, and give that owner every file in it (chown -R)',
	EIO: 'the disk cannot read or write; look into the log of the system before anything else',
	EMFILE: 'too many files are open; raise the limit (LimitNOFILE, ulimit -n)',
	ENOSPC: 'the disk under DATA_DIR is full; make room there (df -h), then start again: nothing was lost',
	EROFS: 'the disk under DATA_DIR can only be read; mount it for writing',
	/** PostgreSQL's own for a full disk. */
	'53100': 'the disk of the database is full; make room there, then start again',
	unopened:
		'the embedded database in DATA_DIR/database did not open. Look whether its disk is full and whether all files belong to this account; if both are right, put the folder aside and bring it back from its backup (docs/running.md, section 6)',
}
const sameAs: Readonly<Record<string, string>> = { EPERM: 'EACCES', EDQUOT: 'ENOSPC' }

const isObject = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null
const toText = (value: unknown): string => (typeof value === 'string' ? value.trim() : '')

/** Words of the embedded database that say only that it ended. */
const endings = /^(?:Aborted\(|PGlite failed to initialize|Program terminated with exit|unreachable$)/u

const findCode = (error: unknown): string => {
	if (!isObject(error)) return ''
	if (typeof error['errno'] === 'number' && error['name'] === 'ErrnoError')
		return numbers[error['errno']] ?? 'unopened'
	const message = toText(error['message'])
	if (error['name'] === 'ExitStatus' || endings.test(message)) return 'unopened'
	if (/no space left on device/iu.test(message)) return 'ENOSPC'
	return toText(error['code'])
}

const findRemedy = (error: unknown): string | undefined => {
	const code = findCode(error)
	return remedies[sameAs[code] ?? code]
}

/** Deeper than this a chain of causes says nothing more. */
const deepest = 4

const describe = (error: unknown, depth: number): string => {
	if (!isObject(error)) return toText(error) || `something that says nothing was thrown (${typeof error})`
	const name = toText(error['name'])
	const number = error['errno'] ?? error['status']
	const own = toText(error['message']) || [name, number].filter(Boolean).join(' ')
	const parts = error instanceof AggregateError ? error.errors : [error['cause']]
	const below = error instanceof AppError || depth === deepest ? [] : parts.filter(Boolean)
	const causes = [own, ...below.map((part) => describe(part, depth + 1))].filter(Boolean)
	return [...new Set(causes)].join(': ') || 'something that says nothing was thrown'
}

const listRemedies = (error: unknown, depth = 0): string[] => {
	if (!isObject(error) || error instanceof AppError || depth > deepest) return []
	const below = error instanceof AggregateError ? (error.errors as unknown[]) : [error['cause']]
	return [findRemedy(error) ?? '', ...below.flatMap((part) => listRemedies(part, depth + 1))].filter(Boolean)
}

/** A text for people, never empty and never the name of a type: what was thrown and, where it is known, what would do. */
export const explainFailure = (error: unknown): string => {
	const [remedy] = listRemedies(error).slice(-1)
	return [describe(error, 0), remedy].filter(Boolean).join('\n  What to do: ')
}
