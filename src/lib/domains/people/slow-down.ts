import { day } from '#base'

/** Slows guessing down without locking anyone out: waiting grows with failures and has an end. */

const free = 3
const longest = 30_000

/**
 * Milliseconds that must pass after the last failure before the next attempt is looked at. The first failures are free:
 * fingers slip. Never more than half a minute, so an account cannot be closed by failing on purpose.
 */
export const getWait = (failures: number): number =>
	failures < free ? 0 : Math.min(1000 * 2 ** Math.min(failures - free, 20), longest)

/** Milliseconds without a failure after which all is forgotten: a day. */
export const forgetAfter = day
