/** Loaded into the product before its entry (`--import`): writes how late its event loop was to the file that `THIQA_BENCH_LOOP` names, every second. */
import { writeFileSync } from 'node:fs'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { isMainThread } from 'node:worker_threads'

const file = process.env['THIQA_BENCH_LOOP']
/** Milliseconds between two looks, which are no delay. */
const resolution = 10

// Threads load it too, and have loops of their own.
if (file !== undefined && isMainThread) {
	const delay = monitorEventLoopDelay({ resolution })
	delay.enable()
	const toMilliseconds = (nanoseconds: number): number =>
		Math.max(0, Math.round(nanoseconds / 1e5) / 10 - resolution)
	setInterval(() => {
		const [p50, p99] = [delay.percentile(50), delay.percentile(99)].map(toMilliseconds)
		writeFileSync(file, JSON.stringify({ p50, p99, max: toMilliseconds(delay.max) }))
	}, 1000).unref()
}
