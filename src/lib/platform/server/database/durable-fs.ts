/**
 * File system under PGlite that keeps what was promised: NodeFS writes to files but has no fsync, so a power
 * cut would take every transaction since the kernel last wrote by itself.
 */
import fs from 'node:fs'
import { PGlite, type PGliteOptions } from '@electric-sql/pglite'
import { NodeFS } from '@electric-sql/pglite/nodefs'

type Stream = { nfd: number }
// Emscripten's file system as far as we touch it; its own types leave these out.
type NodeFiles = {
	stream_ops: { fsync?: (stream: Stream) => number }
	/** Turns an error of Node into an errno that PostgreSQL sees, so that a failed fsync stops the commit. */
	tryFSOperation: (operation: () => void) => void
}

/** NodeFS whose fsync reaches the disk. */
export class DurableFS extends NodeFS {
	override async init(...[pglite, options]: Parameters<NodeFS['init']>) {
		const { emscriptenOpts } = await super.init(pglite, options)
		const addFsync = (module: object) => {
			const files = (module as { NODEFS: NodeFiles }).NODEFS
			files.stream_ops.fsync = ({ nfd }) => {
				files.tryFSOperation(() => fs.fsyncSync(nfd))
				return 0
			}
		}
		return { emscriptenOpts: { ...emscriptenOpts, preRun: [...(emscriptenOpts.preRun ?? []), addFsync] } }
	}
}

// -F turns fsync off. The default wal_sync_method, fdatasync, is an empty function in the WASM build.
const startParams = [
	...PGlite.defaultStartParams.filter((parameter) => parameter !== '-F'),
	'-c',
	'wal_sync_method=fsync',
	'-c',
	'shared_buffers=16MB',
	// A file of the log that is done with is taken away and not used again: it tells the moment of each commit.
	'-c',
	'wal_recycle=off',
	'-c',
	'min_wal_size=32MB',
	'-c',
	'track_commit_timestamp=off',
]

/** Options that open `folder` durably. */
export const durable = (folder: string): PGliteOptions => ({ fs: new DurableFS(folder), startParams })
