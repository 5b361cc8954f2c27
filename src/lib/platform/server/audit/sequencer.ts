import { setTimeout as wait } from 'node:timers/promises'
import { toErrorFields, type Log } from '../log.ts'
import type { PublicRecord } from './record.ts'

type Options = {
	log: Log
	/** Milliseconds between two looks. */
	every?: number
	now?: () => Date
}

/**
 * Gives waiting entries their place, again and again, until stopped. What fails is logged and tried again at the next look:
 * reports are taken in all the same, they wait.
 *
 * @returns stops it, and waits for what is under way
 */
export const keepSequencing = (
	record: PublicRecord,
	{ log, every = 5_000, now = () => new Date() }: Options,
): (() => Promise<void>) => {
	const stopping = new AbortController()
	const look = async (): Promise<void> => {
		try {
			if (await record.hasWaiting()) await record.sequence(now())
		} catch (error) {
			log.error('record.fault', toErrorFields(error))
		}
	}
	const run = async (): Promise<void> => {
		while (!stopping.signal.aborted) {
			await look()
			await wait(every, undefined, { signal: stopping.signal, ref: false }).catch(() => undefined)
		}
	}
	const ended = run()
	return () => {
		stopping.abort()
		return ended
	}
}
