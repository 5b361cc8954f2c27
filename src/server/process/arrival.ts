/**
 * Announces that a report or a letter has come. Where the desk is in this process it ingests at once; where it is in another one, that one is
 * notified by the database that both share (decision 060). The schedule ingests every half a minute what was announced while nobody listened.
 */
import { setTimeout as wait } from 'node:timers/promises'
import { createLog, listenForNews, onShutdown, readConfig, notifyProcesses, toErrorFields } from '#platform'
import { getDatabase } from './database.ts'
import { declareSlot } from './slot.ts'

const news = 'thiqa_arrival'
/** Milliseconds between two rounds at least and at most: in a flood a fifth of the database's time goes into making cases. */
const [leastRest, mostRest] = [100, 2000]

export type Bell = {
	/** Does the work, once more if it is under way. */
	ring: () => void
	/** Resolves when all that was rung for has been done, or has failed. */
	whenQuiet: () => Promise<void>
}

/** Creates a bell: work that is done when something has come, never twice at once, with a rest of four times its length before it is done again. */
export const createBell = (work: () => Promise<void>, onFault: (error: unknown) => void): Bell => {
	let isRung = false
	let running: Promise<void> | undefined
	const run = async (): Promise<void> => {
		for (let rest = 0; isRung;) {
			await wait(rest)
			isRung = false
			const begun = performance.now()
			await work().catch(onFault)
			rest = Math.min(mostRest, Math.max(leastRest, 4 * (performance.now() - begun)))
		}
		running = undefined
	}
	return {
		ring: () => {
			isRung = true
			running ??= run()
		},
		whenQuiet: () => running ?? Promise.resolve(),
	}
}

const slot = declareSlot<Bell>('arrival')

const onFault = (error: unknown): void =>
	createLog(readConfig().logLevel).error('upkeep.fault', { job: 'desk.take-in', ...toErrorFields(error) })

/** Ingests all that comes from now on, and what came before. */
export const startIngesting = (ingestReports: () => Promise<void>): void => {
	const bell = slot.put(createBell(ingestReports, onFault))
	onShutdown(listenForNews(getDatabase(), news, bell.ring))
	bell.ring()
}

const others = declareSlot<Bell>('arrival-told')

/** Announces that something has come, to the process that ingests it. */
export const announceArrival = (): void => {
	const bell =
		slot.find() ??
		others.find() ??
		others.put(createBell(() => notifyProcesses(getDatabase(), news), onFault))
	bell.ring()
}

/** Resolves when all that has come to this process so far is ingested: a page of the desk shows it, and writes nothing itself. */
export const whenIngested = (): Promise<void> => slot.find()?.whenQuiet() ?? Promise.resolve()
