/**
 * Processes that answer pages sent without script, each ended soon after the first that it has answered: what was in its memory goes with
 * it. Some wait ready, so that nobody waits for a start; in a flood each answers for four seconds those who wait, and goes too.
 */
import { fileURLToPath } from 'node:url'
import type { Frame } from './frames.ts'
import { startHelper, type Helper, type HelperOptions } from './sealing-process.ts'
import { openWaitingRoom, type Rank, type Task } from './waiting.ts'

/** So long (milliseconds) one process goes on with those who wait. */
const mostWorking = 4000

export type Pool = {
	/**
	 * Has a page answered. The body is taken away and overwritten.
	 * @param gone - aborted when nobody waits for the answer any more: what has not been begun is dropped
	 * @throws AppError `reports.busy` (503) when too many wait, or the process that was to answer has ended
	 */
	ask: (frame: Task['frame'], rank: Rank, gone: AbortSignal) => Promise<Frame>
	close: () => void
}

/** Mailboxes take no more than half of the processes: a flood of them leaves reports their place. */
const mayVisit = (helpers: ReadonlySet<Helper>, size: number): boolean =>
	[...helpers].filter(({ rank }) => rank === 'mailbox' || rank === 'ticket').length < Math.max(1, size / 2)

/**
 * Starts a pool.
 *
 * @param size - processes that wait ready
 */
export const openPool = (
	size: number,
	options: Pick<HelperOptions, 'kept' | 'given' | 'onFault'>,
	entry = fileURLToPath(new URL('./child.ts', import.meta.url)),
): Pool => {
	const [helpers, room] = [new Set<Helper>(), openWaitingRoom()]
	let [isClosed, failures] = [false, 0]

	const take = (): Task | undefined => room.take(mayVisit(helpers, size))
	const work = async (helper: Helper): Promise<void> => {
		const started = performance.now()
		let task = take()
		while (task) {
			Object.assign(helper, { isReady: false, rank: task.rank })
			const mayGoOn = (await helper.run(task)) && performance.now() - started < mostWorking
			helper.rank = undefined
			task = mayGoOn ? take() : undefined
		}
		if (!helper.isReady) helper.end()
	}
	const look = (): void => {
		for (const helper of helpers) if (helper.isReady) void work(helper)
	}
	const start = (): void => {
		const onExit = (helper: Helper): void => {
			helpers.delete(helper)
			if (isClosed) return
			// One that cannot start is not started again without end and rest.
			if (helper.wasReady) start()
			else setTimeout(start, Math.min(30_000, 500 * 2 ** failures++)).unref()
		}
		const onReady = (): void => {
			failures = 0
			look()
		}
		helpers.add(startHelper({ ...options, entry, onReady, onExit }))
	}
	for (let at = 0; at < size; at++) start()
	return {
		ask: (frame, rank, gone) =>
			new Promise((resolve, reject) => {
				room.add({ rank, frame, gone, resolve, reject })
				look()
			}),
		close: () => {
			isClosed = true
			for (const { end } of helpers) end()
		},
	}
}
