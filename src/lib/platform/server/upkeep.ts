/** Work that a process does by itself, again and again: one list, one line in the log for each time that something was done. */
import { hour, toLocalDay } from '#base'
import { setTimeout as wait } from 'node:timers/promises'
import { toErrorFields, type Log } from './log.ts'

/** One thing to do. `every`: milliseconds between two beginnings, or once in the night. */
export type UpkeepTask = {
	/** Its name in the log, `desk.take-in`. */
	job: string
	every: number | 'night'
	/** Answers how much was done; nothing done is logged at level `debug`. */
	work: () => Promise<number>
	/** True when it is for this process to do it now, where one of several does it for all; missing: each does it. */
	isOurs?: () => Promise<boolean>
}

/** State of a task since the process began: the last time that it was done, and the last that it failed. */
export type UpkeepState = {
	job: string
	every: UpkeepTask['every']
	done: { at: Date; count: number } | undefined
	/** `name`: what kind of fault, never its words. */
	fault: { at: Date; name: string } | undefined
}

type Options = {
	log: Log
	/** Time zone of the night. */
	zone: string
	now?: () => Date
	/** Milliseconds between two ticks. */
	tickEvery?: number
}

/** Work of the night begins at this hour; in a process that started later in the day, an hour after its start. */
const nightHour = 3
/** Milliseconds that the end of the process waits for what is under way. */
const patience = 5_000

/** The day whose night it is: before {@link nightHour} still the day before. */
const getNight = (at: Date, zone: string): string =>
	toLocalDay(new Date(at.getTime() - nightHour * hour), zone)

/** A code of ours, or of what a program answered with; else what the fault is called. */
const getFaultName = (error: unknown): string => {
	const { code, errorName = '' } = toErrorFields(error)
	return code ?? errorName
}

const createRunner = (
	{ job, every, work, isOurs }: UpkeepTask,
	{ log, zone, now = () => new Date() }: Options,
) => {
	const pace = every === 'night' ? hour : every
	let due = now().getTime() + pace
	let night: string | undefined
	let running: Promise<void> | undefined
	let [done, fault]: [UpkeepState['done'], UpkeepState['fault']] = [undefined, undefined]

	const run = async (): Promise<void> => {
		const begun = performance.now()
		try {
			// What another does is not done here: should it end before it has, its turn comes here at the next time.
			if (isOurs && !(await isOurs())) return
			const count = await work()
			night = getNight(now(), zone)
			done = { at: now(), count }
			log[count > 0 ? 'info' : 'debug']('upkeep.done', {
				job,
				count,
				milliseconds: Math.round(performance.now() - begun),
			})
		} catch (error) {
			fault = { at: now(), name: getFaultName(error) }
			log.error('upkeep.fault', { job, ...toErrorFields(error) })
		} finally {
			running = undefined
		}
	}
	return {
		getState: (): UpkeepState => ({ job, every, done, fault }),
		/** Resolves when the run that is under way has ended. */
		ended: async (): Promise<void> => running,
		tick: async (): Promise<void> => {
			const at = now()
			// A clock that was set back must not make the work wait for the old hour to come again.
			const isDue = at.getTime() >= due || due - at.getTime() > pace
			const isDone = every === 'night' && getNight(at, zone) === night
			if (!running && isDue && !isDone) {
				due = at.getTime() + pace
				running = run()
			}
			return running
		},
	}
}

/**
 * Does each task when its time has come, never twice at once. What fails is logged and tried again at its next time, that of
 * the night after an hour.
 *
 * @returns `tick` is for tests: does what is due now. `list` says how each task has gone so far. `stop` ends it and waits a little for what
 * is under way.
 */
export const keepUp = (
	tasks: readonly UpkeepTask[],
	options: Options,
): { tick: () => Promise<void>; list: () => UpkeepState[]; stop: () => Promise<void> } => {
	const runners = tasks.map((task) => createRunner(task, options))
	const tick = async (): Promise<void> => {
		await Promise.all(runners.map((runner) => runner.tick()))
	}
	const timer = setInterval(() => void tick(), options.tickEvery ?? 10_000).unref()
	return {
		tick,
		list: () => runners.map(({ getState }) => getState()),
		stop: async () => {
			clearInterval(timer)
			const ended = Promise.all(runners.map((runner) => runner.ended()))
			await Promise.race([ended, wait(patience, undefined, { ref: false })])
		},
	}
}
