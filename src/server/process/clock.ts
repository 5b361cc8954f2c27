/** The clock of this process: what cannot be undone asks it first (docs/decisions/045-time-is-believed-within-a-day.md). */
import {
	createClock,
	createLog,
	getDatabaseClock,
	readConfig,
	type Clock,
	type ClockFault,
	type ClockState,
	type Database,
} from '#platform'
import { getDatabase } from './database.ts'
import { declareSlot } from './slot.ts'

const slot = declareSlot<Clock>('clock')

const logChange = (fault: ClockFault | undefined): void => {
	const log = createLog(readConfig().logLevel)
	if (fault === undefined) log.info('clock.trusted')
	else log.error('clock.not-trusted', { code: `clock.${fault}` })
}

const watch = ({ kysely, kind }: Database): Clock =>
	createClock({ kysely, readDatabase: getDatabaseClock(kind), onChange: logChange })

/** Watches from the first time that it is asked for: the start does. */
export const getClock = (): Clock => slot.find() ?? slot.put(watch(getDatabase()))

/** The fault of the clock of this process at the last check; `undefined` when it is believed or was not checked. */
export const findClockFault = (): ClockState['fault'] => slot.find()?.describe()?.fault
