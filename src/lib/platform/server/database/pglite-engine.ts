/** The worker's side: a PGlite that answers PostgreSQL's wire protocol over a message port. */
import { existsSync, readFileSync } from 'node:fs'
import type { MessagePort } from 'node:worker_threads'
import { PGlite } from '@electric-sql/pglite'
import { durable } from './durable-fs.ts'
import { prepareFolder } from './pglite-folder.ts'

/** Data that the thread gets at its start: a folder, or a snapshot to fill the memory from. */
export type EngineData = { folder: string | undefined; snapshot: string | undefined }

/** Bytes of one connection, or the wish to stop. */
export type ToEngine = { connection: number; bytes: Uint8Array } | 'stop'
export type FromEngine = { connection: number; bytes: Uint8Array } | 'ready' | 'stopped'

// First byte of a packet: a startup packet begins with its length, every other with the letter of its kind.
const startup = 0

async function openPglite({ folder, snapshot }: EngineData): Promise<PGlite> {
	if (folder) {
		await prepareFolder(folder)
		return PGlite.create(durable(folder))
	}
	if (snapshot && existsSync(snapshot)) {
		return PGlite.create({ loadDataDir: new Blob([readFileSync(snapshot)]) })
	}
	return PGlite.create()
}

// PGlite has a single session for its whole life, so what a lost connection left behind goes before the next.
async function resetSession(pglite: PGlite): Promise<void> {
	if (pglite.isInTransaction()) await pglite.exec('rollback')
	await pglite.exec('discard all')
}

/** Opens PGlite, says `ready`, then answers packets in their order until told to stop; then it idles. */
export async function servePglite(port: MessagePort, data: EngineData): Promise<void> {
	const pglite = await openPglite(data)
	const post = (message: FromEngine, transfer: ArrayBuffer[] = []) => port.postMessage(message, transfer)

	async function answer(message: ToEngine): Promise<void> {
		if (message === 'stop') {
			await pglite.close()
			post('stopped')
			return
		}
		if (message.bytes[0] === startup) await resetSession(pglite)
		// Copied, because some answers are a view of PGlite's own buffer, which must stay in this thread.
		const bytes = (await pglite.execProtocolRaw(message.bytes)).slice()
		post({ connection: message.connection, bytes }, [bytes.buffer])
	}

	let last = Promise.resolve()
	port.on('message', (message: ToEngine) => {
		// A rejection ends the thread, and the main thread hears of it: the database can answer no more.
		last = last.then(() => answer(message))
	})
	post('ready')
}
