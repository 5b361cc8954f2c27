/**
 * The embedded database: PGlite in a thread of its own, because a query would stop the event loop, behind a
 * `pg` pool of one connection. Both engines are thus spoken to by the same driver in the same protocol: same
 * errors, same values, same transactions.
 */
import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import pg from 'pg'
import { columnParsers } from './column-parsers.ts'
import type { FromEngine, ToEngine } from './pglite-engine.ts'
import { PgliteSocket } from './pglite-socket.ts'
import type { WorkerData } from './pglite-worker.ts'

export type Engine = { pool: pg.Pool; stop: () => Promise<void> }

/** The thread's young objects are packets on their way: a larger place for them only holds memory. */
const resourceLimits = { maxYoungGenerationSizeMb: 12 }

async function startWorker(place: Omit<WorkerData, 'mark'>): Promise<Worker> {
	const { workerMark, workerUrl } = await import('./pglite-worker.ts')
	const data: WorkerData = { mark: workerMark, ...place }
	const worker = new Worker(new URL(workerUrl), { workerData: data, resourceLimits })
	await once(worker, 'message') // 'ready', or the error that stopped it
	return worker
}

// The packet that ends a session. PGlite could not open another, so it stays here and frees the line.
const terminate = 'X'.charCodeAt(0)

/** Connects sockets with the thread: one at a time, as PGlite has one session. */
function createSwitchboard(worker: Worker) {
	let current: { connection: number; socket: PgliteSocket } | undefined
	let count = 0
	let stopped: Error | undefined

	worker.on('message', (message: FromEngine) => {
		if (typeof message === 'object' && message.connection === current?.connection) {
			current.socket.push(Buffer.from(message.bytes.buffer))
		}
	})
	const stop = (cause?: unknown) => {
		stopped ??= new Error('Asking the embedded database: its thread has stopped; restart the process', {
			cause,
		})
		current?.socket.destroy(stopped)
	}
	worker.on('error', stop)
	worker.on('exit', stop)

	return function openSocket(): PgliteSocket {
		const connection = ++count
		const hangUp = () => {
			if (current?.connection === connection) current = undefined
		}
		const send = (bytes: Uint8Array<ArrayBuffer>) => {
			if (bytes[0] === terminate) return hangUp()
			worker.postMessage({ connection, bytes } satisfies ToEngine, [bytes.buffer])
		}
		const socket = new PgliteSocket({ send, hangUp })
		if (stopped) socket.destroy(stopped)
		else if (current)
			socket.destroy(new Error('Connecting to the embedded database: its one connection is taken'))
		else current = { connection, socket }
		return socket
	}
}

/**
 * Starts PGlite on `folder`, or in memory, there from the dump in `snapshot` when that file exists.
 * The caller has locked the folder. `stop` after the pool has ended.
 */
export async function startPglite(folder?: string, snapshot?: string): Promise<Engine> {
	const worker = await startWorker({ folder, snapshot })
	const pool = new pg.Pool({
		stream: createSwitchboard(worker),
		user: 'postgres',
		database: 'postgres',
		ssl: false,
		max: 1,
		idleTimeoutMillis: 0,
		// A query waits for the one connection. Longer than this, a transaction has most likely asked for a second.
		connectionTimeoutMillis: 30_000,
		types: columnParsers,
	})
	// When its thread stops, every query is refused and the health page says so; pages that need no database go on.
	pool.on('error', () => {})
	pool.on('connect', (client) => void client.on('error', () => {}))
	const stop = async () => {
		if (worker.threadId === -1) return // ended by a fault of its own
		const stopped = once(worker, 'message')
		worker.postMessage('stop' satisfies ToEngine)
		await stopped
		// The thread stays, idle, until the process ends. When a thread that ran WebAssembly ends and another
		// begins, V8 13.6 now and then aborts the process: "Check failed: jit_page.has_value()".
		worker.unref()
	}
	return { pool, stop }
}
