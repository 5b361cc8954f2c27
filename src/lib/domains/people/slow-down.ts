import { day, hour } from '#base'

/** Slows guessing down without locking anyone out: waiting grows with failures and has an end. */

const free = 3
const longest = 30_000

/**
 * Milliseconds that must pass after the last failure before the next attempt is looked at. The first failures are free:
 * fingers slip. Never more than half a minute, so an account cannot be closed by failing on purpose.
 */
export const getWait = (failures: number): number =>
	failures < free ? 0 : Math.min(1000 * 2 ** Math.min(failures - free, 20), longest)

/** Wrong codes beside the right passphrase that are looked at before this way in rests. Fingers slip and clocks are late. */
const freeCodes = 5

/**
 * The same for codes beside the right passphrase: of a million there are three right ones at a time, so that half a minute between two
 * guesses would be too short. An hour after each, which ends by itself: some thirty guesses a day, and only by whoever knows the passphrase.
 */
export const getCodeWait = (wrong: number): number => (wrong < freeCodes ? 0 : hour)

/** Milliseconds without a failure after which all is forgotten: a day. */
export const forgetAfter = day
