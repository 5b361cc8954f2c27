/**
 * How much a piece of code does, counted and not timed: calls of functions, as V8 counts them for its coverage. The same on a slow and
 * on a busy machine, so a test may hold it to a limit. What native code does within one call (a regular expression, a hash) is not seen:
 * `bench/hostile.ts` holds that to the clock.
 */
import { Session, type Profiler } from 'node:inspector'

const openProfiler = () => {
	const session = new Session()
	session.connect()
	/** The thread asks itself: the answer is there when `post` comes back. */
	const ask = (method: string, options: object = {}): unknown => {
		let answer: unknown
		session.post(method, options, (error, result) => {
			if (error) throw error
			answer = result
		})
		return answer
	}
	ask('Profiler.enable')
	ask('Profiler.startPreciseCoverage', { callCount: true, detailed: false })
	return {
		takeCounts: () => ask('Profiler.takePreciseCoverage') as Profiler.TakePreciseCoverageReturnType,
		close: () => {
			ask('Profiler.stopPreciseCoverage')
			ask('Profiler.disable')
			session.disconnect()
		},
	}
}

/** Calls of functions until each of `runs` has ended, its own included: one after the other, and V8 is told to count only once. */
export const countEach = async (runs: readonly (() => unknown)[]): Promise<number[]> => {
	const profiler = openProfiler()
	try {
		profiler.takeCounts()
		const counts: number[] = []
		for (const run of runs) {
			await run()
			let calls = 0
			for (const { functions } of profiler.takeCounts().result)
				for (const { ranges } of functions) calls += ranges[0]?.count ?? 0
			counts.push(calls)
		}
		return counts
	} finally {
		profiler.close()
	}
}

/** Calls of functions until `run` has ended, its own included. */
export const countCalls = async (run: () => unknown): Promise<number> => (await countEach([run]))[0] ?? 0
