/** Threads that seal on arrival, with a line that has an end: who comes when it is full hears so at once, and tries again. */
import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { AppError, ok, refused, type Result } from '#base'
import type { SealRefusal } from '#tools/seal/sealed'
import type { SealingDone, SealingTask } from './serve-sealing.ts'

export type Sealers = {
	/**
	 * Seals bytes to a recipient. The bytes are taken away and overwritten.
	 * Refuses with `sealed.too-long` or `sealed.recipient`.
	 * @param isUrgent - taken even when the line is full (imminent danger)
	 * @throws AppError `reports.busy` (503) when the line is full; an Error when sealing itself fails
	 */
	seal: (
		content: Uint8Array,
		recipient: string,
		isUrgent?: boolean,
	) => Promise<Result<Uint8Array, SealRefusal>>
	/** Throws AppError `reports.busy` as {@link seal} would, before other work is done for nothing. */
	refuseWhenFull: (isUrgent?: boolean) => void
	/** Tasks that are not done. */
	count: () => number
	close: () => Promise<void>
}

type Pending = { resolve: (done: SealingDone) => void; reject: (error: Error) => void; thread: number }

/** Most that wait for each thread: a second or two. */
const waitingForEach = 100

const stopped = (): Error => new Error('Sealing on arrival: a thread has ended; what it held was not stored')

/** A thread's young objects: more would only lie there, what is sealed is bytes. */
const resourceLimits = { maxYoungGenerationSizeMb: 12 }

const loadStarter = async (): Promise<() => Worker> => {
	const { workerMark, workerUrl } = await import('./sealing-worker.ts')
	return () => new Worker(new URL(workerUrl), { workerData: { mark: workerMark }, resourceLimits })
}

/**
 * Threads that start when they are first needed: nearly all reports are sealed on the phone, and each thread holds memory. One
 * that ends by a fault is started again; what it was sealing is answered with an error.
 */
export const openSealers = async (
	threads = Math.max(1, availableParallelism() - 1),
	mostWaiting = threads * waitingForEach,
): Promise<Sealers> => {
	const pending = new Map<number, Pending>()
	const workers = new Map<number, Worker>()
	const startWorker = await loadStarter()
	let next = 0

	/** A thread keeps the process from ending while it works, and only then. */
	const forget = (number: number): void => {
		pending.delete(number)
		if (pending.size === 0) for (const worker of workers.values()) worker.unref()
	}

	const start = (at: number): Worker => {
		const worker = startWorker()
		workers.set(at, worker)
		worker.on('message', (done: SealingDone) => {
			pending.get(done.number)?.resolve(done)
			forget(done.number)
		})
		worker.on('error', () => undefined) // `exit` follows
		worker.on('exit', () => {
			if (workers.get(at) === worker) workers.delete(at)
			for (const [number, { reject, thread }] of pending)
				if (thread === at) {
					forget(number)
					reject(stopped())
				}
		})
		return worker
	}

	/** The thread that has least to do; a new one when all have something and there may be more. */
	const pick = (): number => {
		const load = Array.from({ length: Math.min(threads, workers.size + 1) }, () => 0)
		for (const { thread } of pending.values()) load[thread] = (load[thread] ?? 0) + 1
		return load.indexOf(Math.min(...load))
	}

	const ask = (content: Uint8Array, recipient: string): Promise<SealingDone> =>
		new Promise((resolve, reject) => {
			const [number, thread] = [next, pick()]
			next += 1
			pending.set(number, { resolve, reject, thread })
			const own = Uint8Array.from(content)
			content.fill(0)
			const worker = workers.get(thread) ?? start(thread)
			worker.ref()
			worker.postMessage({ number, content: own, recipient } satisfies SealingTask, [own.buffer])
		})
	const refuseWhenFull = (isUrgent = false): void => {
		if (!isUrgent && pending.size >= mostWaiting)
			throw new AppError('reports.busy', 503, 'Sealing on arrival: too many wait; try again in a while')
	}
	return {
		refuseWhenFull,
		seal: async (content, recipient, isUrgent = false) => {
			refuseWhenFull(isUrgent)
			const done = await ask(content, recipient)
			if ('sealed' in done) return ok(done.sealed)
			if (done.code === 'sealed.fault') throw new Error('Sealing on arrival: the cipher failed')
			return refused(done.code)
		},
		count: () => pending.size,
		close: async () => {
			await Promise.all(Array.from(workers.values(), (worker) => worker.terminate()))
		},
	}
}
