/** Looks for words in the memory of a running process (Linux): what a core dump or an image of the machine would show. */
import { closeSync, existsSync, openSync, readdirSync, readFileSync, readSync } from 'node:fs'

const chunk = 4 * 1024 * 1024

/** True when the memory of another process can be read here: Linux, and we are its owner or root. */
export const canReadMemory = (): boolean => existsSync('/proc/self/mem')

/** A text as it may lie there: as bytes, and as the two-byte strings of V8. */
const toPatterns = (word: string): Buffer[] => [Buffer.from(word, 'utf8'), Buffer.from(word, 'utf16le')]

const listWritable = (pid: number): [start: number, end: number][] =>
	readFileSync(`/proc/${pid}/maps`, 'utf8')
		.split('\n')
		.flatMap((line): [number, number][] => {
			const [, start = '', end = '', rights = ''] = /^([0-9a-f]+)-([0-9a-f]+) (\S+)/u.exec(line) ?? []
			return rights.startsWith('rw') ? [[Number.parseInt(start, 16), Number.parseInt(end, 16)]] : []
		})

const countIn = (bytes: Buffer, pattern: Buffer): number => {
	let count = 0
	for (let at = bytes.indexOf(pattern); at !== -1; at = bytes.indexOf(pattern, at + 1)) count += 1
	return count
}

/** Hands on all memory that a process can write to, piece by piece; each begins with the last bytes of the one before. */
export const eachPiece = (pid: number, overlap: number, use: (piece: Buffer) => void): void => {
	const memory = openSync(`/proc/${pid}/mem`, 'r')
	const bytes = Buffer.alloc(chunk + overlap)
	try {
		for (const [start, end] of listWritable(pid))
			for (let at = start; at < end; at += chunk)
				use(bytes.subarray(0, readAt(memory, bytes, at, Math.min(chunk + overlap, end - at))))
	} finally {
		closeSync(memory)
	}
}

/** How often each word stands in the memory that a process can write to. */
export const findInMemory = (pid: number, words: readonly string[]): Record<string, number> => {
	const counts = Object.fromEntries(words.map((word) => [word, 0]))
	const overlap = 2 * Math.max(...words.map((word) => Buffer.byteLength(word)))
	eachPiece(pid, overlap, (found) => {
		for (const word of words)
			for (const pattern of toPatterns(word)) counts[word] = (counts[word] ?? 0) + countIn(found, pattern)
	})
	return counts
}

/** Pages that were let go meanwhile, or that no one may read, hold nothing. */
const readAt = (memory: number, bytes: Buffer, at: number, length: number): number => {
	try {
		return readSync(memory, bytes, 0, length, at)
	} catch {
		return 0
	}
}

/** A process and all that it has started, and they. */
export const listProcesses = (pid: number): number[] => {
	const children = readdirSync('/proc').filter((name) => {
		try {
			return /^\d+$/u.test(name) && readFileSync(`/proc/${name}/status`, 'utf8').includes(`\nPPid:\t${pid}\n`)
		} catch {
			return false // ended meanwhile
		}
	})
	return [pid, ...children.map(Number).flatMap(listProcesses)]
}
