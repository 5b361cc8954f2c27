/**
 * A report or a letter has come. Where the desk is in this process it hears of it at once; where it is in another one, by the database
 * that both share (decision 060). The schedule looks again every half a minute, for what was told while nobody heard.
 */
import { setTimeout as wait } from 'node:timers/promises'
import { createLog, hearNews, onShutdown, readConfig, tellNews, toErrorFields } from '#platform'
import { getDatabase } from './database.ts'
import { declareSlot } from './slot.ts'

const news = 'thiqa_arrival'
/** Milliseconds between two rounds at least and at most: in a flood a fifth of the database's time goes into making cases. */
const [leastRest, mostRest] = [100, 2000]

export type Bell = {
	/** Has the work done, once more if it is under way. */
	ring: () => void
	/** All that was rung for has been done, or has failed. */
	whenQuiet: () => Promise<void>
}

/** Work that is done when something has come, never twice at once, with a rest of four times its length before it is done again. */
export const createBell = (work: () => Promise<void>, onFault: (error: unknown) => void): Bell => {
	let isRung = false
	let running: Promise<void> | undefined
	const run = async (): Promise<void> => {
		for (let rest = 0; isRung; ) {
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

/** Has all that comes from now on taken in, and what came before. */
export const startTakingIn = (takeIn: () => Promise<void>): void => {
	const bell = slot.put(createBell(takeIn, onFault))
	onShutdown(hearNews(getDatabase(), news, bell.ring))
	bell.ring()
}

const others = declareSlot<Bell>('arrival-told')

/** Says that something has come, to whoever takes it in. */
export const tellArrival = (): void => {
	const bell =
		slot.find() ?? others.find() ?? others.put(createBell(() => tellNews(getDatabase(), news), onFault))
	bell.ring()
}

/** What has come to this process so far has been taken in: a page of the desk shows it, and writes nothing itself. */
export const whenTakenIn = (): Promise<void> => slot.find()?.whenQuiet() ?? Promise.resolve()
