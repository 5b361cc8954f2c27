/**
 * Entry of the threads that seal what came in clear; on the main thread it only says where it lies. Loaded by a dynamic import,
 * so that a bundler makes it a file of its own; nothing imports it statically.
 */
import { isMainThread, parentPort, workerData } from 'node:worker_threads'

/** Marks a thread as ours: test runners run this file in threads of theirs. */
export const workerMark = 'thiqa-sealing'

const isOurs = (data: unknown): boolean =>
	typeof data === 'object' && data !== null && 'mark' in data && data.mark === workerMark

if (!isMainThread && parentPort && isOurs(workerData)) {
	const { serveSealing } = await import('./serve-sealing.ts')
	serveSealing(parentPort)
}

export const workerUrl = import.meta.url
