/**
 * Frees memory that held what came in clear at once and not when there is time, so that it is overwritten. The C library overwrites
 * freed memory, as the entry of the product has set it (`src/server/process/wiped-memory.ts`).
 */
import { AsyncLocalStorage } from 'node:async_hooks'
import { connect } from 'node:net'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/** Node reads every request into one block of this many bytes, and keeps it: the next long read writes over the last one. */
const readBlock = 65_536

/** Soon after something came; and when the connection that brought it is closed for sure, which holds its last headers. */
const waits = [5_000, 75_000] as const

/** Runs outside of every request: a timer that is set within one holds it, its words too, until it has run. */
const outsideOfRequests = AsyncLocalStorage.snapshot()

/** `isAgain`: something came while this wait ran, so that another one follows. */
type Wait = { isRunning: boolean; isAgain: boolean }
const running: readonly Wait[] = waits.map(() => ({ isRunning: false, isAgain: false }))
const collector: { run?: () => void } = {}

/** Collects garbage, so that freed pages are given back. */
const collect = (): void => {
	if (!collector.run) {
		setFlagsFromString('--expose-gc')
		collector.run = runInNewContext('gc') as () => void
	}
	// What is young moves in the first round and is let go in the second.
	for (let round = 0; round < 2; round++) collector.run()
}

/** Fills the pool of small buffers, a block that Node keeps until it is full, so that it is freed as well. */
const leavePool = (): void => {
	const nearlyHalf = (Buffer.poolSize >>> 1) - 1
	for (let piece = 0; piece < 3; piece++) Buffer.allocUnsafe(nearlyHalf)
}

type Listening = { port: number; host: string }

/** Overwrites the block that requests are read into, by a request of its own length. */
const writeOverReadBlock = ({ port, host: named }: Listening): Promise<void> => {
	const host = named === '0.0.0.0' || named === '::' ? '127.0.0.1' : named
	const filler = `GET /health/live HTTP/1.1\r\nhost: filler\r\nconnection: close\r\nx-filler: ${'0'.repeat(readBlock)}\r\n\r\n`
	const socket = connect(port, host, () => socket.end(filler))
	return new Promise((resolve) => {
		socket
			.on('data', () => undefined)
			.on('error', () => undefined)
			.on('close', () => resolve())
			.setTimeout(5_000, () => socket.destroy())
	})
}

let overwriting: Promise<unknown> | undefined
let isAsked = false

/**
 * Overwrites the block that requests are read into, once what came in it was taken out. Calls meanwhile count as one more.
 *
 * @param at - where this process itself listens
 */
export const overwriteReadBlock = (at: Listening): void => {
	isAsked = true
	overwriting ??= outsideOfRequests(async () => {
		while (isAsked) {
			isAsked = false
			await writeOverReadBlock(at)
		}
		overwriting = undefined
	})
}

const begin = (wait: Wait, milliseconds: number, at: Listening): void => {
	Object.assign(wait, { isRunning: true, isAgain: false })
	setTimeout(() => {
		wait.isRunning = false
		leavePool()
		collect()
		// What the first collection freed has released what it held by now.
		setTimeout(collect, 500).unref()
		void writeOverReadBlock(at)
		if (wait.isAgain) begin(wait, milliseconds, at)
	}, milliseconds).unref()
}

/**
 * Frees and overwrites what came in clear: five seconds from now, and once more when its connection is closed. Calls meanwhile count as one.
 *
 * @param at - where this process itself listens
 */
export const overwriteFreedMemorySoon = (at: Listening): void => {
	for (const [place, wait] of running.entries())
		if (wait.isRunning) wait.isAgain = true
		else outsideOfRequests(begin, wait, waits[place] ?? 0, at)
}
