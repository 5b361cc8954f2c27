/** What the desk does by itself while its process runs: take in, finish what was interrupted, let go what is over. */
import { defaultSchedule } from '#domains/cases'
import { eraseOverdue, pruneExposure } from '#domains/cases/server'
import { onShutdown, toErrorFields, type Config, type Log } from '#platform'
import { takeIn } from './arrivals.ts'
import { getCaseDatabase, getDesk, getToday } from './cases.ts'
import { recordKeyActs } from './key-acts.ts'

const minute = 60_000
/** Days of exposure that are kept: long enough to see a hard month, and no longer. */
const exposureDays = 60

const letGo = async (): Promise<void> => {
	await eraseOverdue(getDesk(), defaultSchedule)
	await pruneExposure(getCaseDatabase(), getToday(new Date(Date.now() - exposureDays * 24 * 60 * minute)))
}

/** `npm run dev` reads this file again after a change: what runs already is not started twice. */
const kept = globalThis as { thiqaDesk?: true }

/** Completes an interrupted destruction of a key, then keeps the desk going: letters every half minute, what is over every hour. */
export const startDesk = async ({ config, log }: { config: Config; log: Log }): Promise<void> => {
	if (kept.thiqaDesk || !config.roles.includes('desk')) return
	kept.thiqaDesk = true
	await recordKeyActs()
	const every = (milliseconds: number, work: () => Promise<void>): (() => Promise<void>) => {
		let isBusy = false
		const timer = setInterval(() => {
			if (isBusy) return
			isBusy = true
			void work()
				.catch((problem: unknown) => log.error('desk.fault', toErrorFields(problem)))
				.finally(() => {
					isBusy = false
				})
		}, milliseconds).unref()
		return () => {
			clearInterval(timer)
			return Promise.resolve()
		}
	}
	onShutdown(every(minute / 2, takeIn))
	onShutdown(every(60 * minute, letGo))
}
