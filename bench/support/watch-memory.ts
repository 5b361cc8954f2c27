/** Loaded into the product before its entry (`--import`): writes the memory of its JavaScript to the file that `THIQA_BENCH_MEMORY` names, every half second. */
import { renameSync, writeFileSync } from 'node:fs'
import { isMainThread } from 'node:worker_threads'

const file = process.env['THIQA_BENCH_MEMORY']

// Threads load it too, and have heaps of their own.
if (file !== undefined && isMainThread)
	setInterval(() => {
		const { heapUsed, external } = process.memoryUsage()
		// Whoever reads it finds all of it.
		writeFileSync(`${file}.next`, JSON.stringify({ heap: heapUsed, external }))
		renameSync(`${file}.next`, file)
	}, 500).unref()
