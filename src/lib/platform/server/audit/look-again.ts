import { setTimeout as wait } from 'node:timers/promises'
import { toErrorFields, type Log } from '../log.ts'

/** When to look: milliseconds between two looks, and the clock. */
export type Looking = { log: Log; every?: number; now?: () => Date }

/**
 * Looks again and again until stopped. What fails is logged and tried again at the next look.
 *
 * @returns stops it, and waits for what is under way
 */
export const lookAgain = (
	look: (now: Date) => Promise<unknown>,
	{ log, every = 5_000, now = () => new Date() }: Looking,
): (() => Promise<void>) => {
	const stopping = new AbortController()
	const run = async (): Promise<void> => {
		while (!stopping.signal.aborted) {
			await look(now()).catch((error: unknown) => log.error('record.fault', toErrorFields(error)))
			await wait(every, undefined, { signal: stopping.signal, ref: false }).catch(() => undefined)
		}
	}
	const ended = run()
	return () => {
		stopping.abort()
		return ended
	}
}
