import { minute } from '#base'

/**
 * Counts reports of priority `danger`. None of them is refused or made to wait, by design, so nothing stops a flood of them: an operator must
 * see it, and while many come each does a little work after it is stored.
 * Counts of whole minutes, in memory; nothing of a report, nobody who sends.
 */

/** Fewer in a minute are never called many: a bad day of a whole country is not a flood. */
const least = 30
/** Factor over the usual rate from which a minute counts as a flood. */
const times = 4
/** The usual rate follows a quiet hour at once, and a flood only in days: what lasts becomes usual in the end. */
const [quickly, slowly] = [1 / 60, 1 / 10_080]
/** For so many minutes afterwards a flood is still told, for whoever looks now and then. */
const toldFor = 15
/** Grain of published counts, so that nobody learns of a single report. */
const grain = 10

/** `at`: the minute that is counted now. `last`: reports of the one before. `flooded`: the last minute in which there were many. */
type Pulse = { at: number; count: number; last: number; usual: number; flooded: number | undefined }

const startPulse = (now: Date): Pulse => ({
	at: Math.floor(now.getTime() / minute),
	count: 0,
	last: 0,
	usual: 0,
	flooded: undefined,
})

const endMinute = ({ at, count, usual, flooded }: Pulse): Pulse => {
	const isMany = count >= Math.max(least, times * usual)
	return {
		at: at + 1,
		count: 0,
		last: count,
		usual: usual + (count - usual) * (isMany ? slowly : quickly),
		flooded: isMany ? at : flooded,
	}
}

/** Ends the minutes that are over. A clock that went back ends none until it is where it was; one that jumped a day or more begins anew. */
const passTime = (pulse: Pulse, now: Date): Pulse => {
	const at = Math.floor(now.getTime() / minute)
	if (Math.abs(at - pulse.at) >= 1440) return startPulse(now)
	let passed = pulse
	while (passed.at < at) passed = endMinute(passed)
	return passed
}

/** The part that may be published: reports of the last whole minute, rounded down to the ten, and whether there were many lately. */
export type DangerState = { lastMinute: number; isAboveUsual: boolean }

const describePulse = ({ at, last, flooded }: Pulse): DangerState => ({
	lastMinute: Math.floor(last / grain) * grain,
	isAboveUsual: flooded !== undefined && at - 1 - flooded <= toldFor,
})

export type DangerPulse = {
	/** Counts one. Answer: how many came in this minute when they are many, or were lately; `undefined` when they are as usual. */
	add: () => { minute: number; count: number } | undefined
	describe: () => DangerState
}

/** Counts those of this process. */
export const createDangerPulse = (now: () => Date): DangerPulse => {
	let pulse = startPulse(now())
	return {
		add: () => {
			pulse = passTime(pulse, now())
			pulse = { ...pulse, count: pulse.count + 1 }
			const { at, count, usual } = pulse
			const isMany = count > Math.max(least, times * usual) || describePulse(pulse).isAboveUsual
			return isMany ? { minute: at, count } : undefined
		},
		describe: () => describePulse((pulse = passTime(pulse, now()))),
	}
}
