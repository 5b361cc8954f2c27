/**
 * Entry of the thread that PGlite runs in; on the main thread it only says where it lies.
 *
 * The main thread imports this file dynamically and starts `workerUrl` as a thread. Run from source by Node,
 * that is this TypeScript file; bundled by Vite, a dynamic import makes it a chunk of its own, and
 * `import.meta.url` is that chunk's address. So neither a path nor a build setting has to name it. Nothing
 * may import it statically, or the bundler would melt it into a chunk that does more.
 */
import { isMainThread, parentPort, workerData } from 'node:worker_threads'
import type { EngineData } from './pglite-engine.ts'

/** Marks a thread as ours: test runners run this file in threads of theirs. */
export const workerMark = 'thiqa-pglite'

export type WorkerData = EngineData & { mark: typeof workerMark }

const isOurs = (data: unknown): data is WorkerData =>
	typeof data === 'object' && data !== null && 'mark' in data && data.mark === workerMark

if (!isMainThread && parentPort && isOurs(workerData)) {
	const { servePglite } = await import('./pglite-engine.ts')
	await servePglite(parentPort, workerData)
}

export const workerUrl = import.meta.url
