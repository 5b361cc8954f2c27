/** Exposure: how much hard material a person has read today, when a pause is due, and whom the rota spares. */

/** Exposure of one person in one day. Seen by that person, and by the wellness officer; never part of a judgement of work. */
export type Exposure = {
	minutes: number
	items: number
	/** Sum of the severity of the items, 1 to 3 each. */
	severity: number
}

export const noExposure: Exposure = { minutes: 0, items: 0, severity: 0 }

/** Limits of a desk. The defaults are the most that is allowed: an operator may only go below. */
export type ExposurePolicy = {
	/** Minutes with material in a day after which no more is opened. */
	minutesADay: number
	/** Weight of a day. */
	severityADay: number
	/** Minutes at a stretch after which a pause is offered first. */
	stretch: number
	/** Minutes of a pause. */
	pause: number
}

export const exposureLimits: ExposurePolicy = { minutesADay: 240, severityADay: 120, stretch: 45, pause: 10 }

/** The policy of an operator, none of its limits above those of the house. */
export const toPolicy = (wanted: Partial<ExposurePolicy>): ExposurePolicy => {
	const capped = (name: keyof ExposurePolicy): number =>
		Math.max(1, Math.min(wanted[name] ?? exposureLimits[name], exposureLimits[name]))
	return {
		minutesADay: capped('minutesADay'),
		severityADay: capped('severityADay'),
		stretch: capped('stretch'),
		pause: Math.max(wanted.pause ?? exposureLimits.pause, exposureLimits.pause),
	}
}

/** Adds what was opened to the day. `minutes` is counted up to a whole one. */
export const addExposure = (
	day: Exposure,
	seen: { minutes: number; items: number; severity: number },
): Exposure => ({
	minutes: day.minutes + Math.max(0, Math.ceil(seen.minutes)),
	items: day.items + seen.items,
	severity: day.severity + seen.severity,
})

/**
 * `rest`: the day is full, nothing more is opened but danger that nobody has seen, and the rota gives no case. `pause`: a pause is due; the person may put it
 * off once by a step of their own, never without seeing it. `clear`: go on.
 */
export type Rest = 'clear' | 'pause' | 'rest'

/** Finds what is due for a person, from the day so far and the minutes since the last pause. */
export const getRest = (day: Exposure, sincePause: number, policy: ExposurePolicy): Rest => {
	if (day.minutes >= policy.minutesADay || day.severity >= policy.severityADay) return 'rest'
	return sincePause >= policy.stretch ? 'pause' : 'clear'
}

/** Share of the day's limit that is used, from 0 to 1: what a meter shows. */
export const getShare = ({ minutes, severity }: Exposure, policy: ExposurePolicy): number =>
	Math.min(1, Math.max(minutes / policy.minutesADay, severity / policy.severityADay))
