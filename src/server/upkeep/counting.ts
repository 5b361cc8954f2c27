/** Counts are sealed away at random hours (decision 084). */
import { hour, minute, toLocalDay } from '#base'
import { createCounter } from '#domains/programme/counting'
import { flushSheets } from '#domains/programme/counting/server'
import { getKey, type Config, type Log, type UpkeepTask } from '#platform'
import { drawSystemWord } from '#tools/statistics/discrete-laplace'
import { getClock } from '#server/process/clock'
import { findCounter, setCounter } from '#server/process/counting/counter'
import { getDatabase } from '#server/process/database'
import { lookCodesUp } from './counting/codes.ts'
import { getFacts, keyName, zone } from './counting/facts.ts'

type Given = { config: Config; log: Log }

/** Adds what this process counted to the sealed cells. What could not be stored is kept and stored the next time. */
const flush = async ({ config, log }: Given): Promise<number> => {
	const counter = findCounter()
	if (!counter) return 0
	const { fault, earliest } = await getClock().look()
	const sheets = counter.takeSheets()
	try {
		const closed = await flushSheets(getDatabase().kysely, sheets, {
			key: await getKey(config.dataDir, keyName),
			facts: getFacts(),
			now: earliest,
			today: fault === undefined ? toLocalDay(earliest, zone) : undefined,
			draw: drawSystemWord,
		})
		if (closed > 0) log.warn('counting.key-lost', { count: closed })
	} catch (error) {
		counter.putBack(sheets)
		throw error
	}
	return 1
}

/** Between four and eight hours, anew each time: that something changed says nothing of when somebody came. */
const drawPause = (): number => 4 * hour + (drawSystemWord() / 2 ** 32) * 4 * hour

/** Flushes at random hours; what failed is tried again after a minute. */
const createFlush = (given: Given): (() => Promise<number>) => {
	let due = 0
	return async () => {
		findCounter()?.settle()
		if (performance.now() < due) return 0
		due = performance.now() + minute
		const flushed = await flush(given)
		due = performance.now() + drawPause()
		return flushed
	}
}

/** Begins to count in this process. Answers what its upkeep does, and what it does at its end. */
export const startCounting = (given: Given): { tasks: UpkeepTask[]; stop: () => Promise<void> } => {
	setCounter(createCounter({ facts: getFacts(), zone }))
	lookCodesUp()
	const work = createFlush(given)
	// Cells are born before anybody comes. A fault is met again, and logged, by the task.
	void work().catch(() => undefined)
	return {
		tasks: [{ job: 'counting.flush', every: minute, work }],
		stop: () => flush(given).then(() => undefined),
	}
}
