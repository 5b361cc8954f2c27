/**
 * Limits of the intake: how much is taken at once, and what a flood costs. Nobody is refused: over budget means later,
 * never no. Nothing here knows who sends; only how much comes.
 */

/** Ways in which a report arrives. Each has a budget of its own, so that a flood of one does not slow the other. */
export const modes = ['browser', 'server'] as const
export type Mode = (typeof modes)[number]

/** Reports a second on average, and at once. */
export type Budget = { perSecond: number; burst: number }

export const budgets: Readonly<Record<Mode, Budget>> = {
	browser: { perSecond: 100, burst: 6000 },
	server: { perSecond: 5, burst: 200 },
}

/** A token bucket: the tokens left of a budget, and since when (milliseconds). */
export type TokenBucket = { left: number; at: number }

export const fillBucket = ({ burst }: Budget, now: Date): TokenBucket => ({ left: burst, at: now.getTime() })

/**
 * Takes one token for a report. `isOver`: none is left, the report is kept on disk and filed later. A clock that went back adds
 * no tokens and takes none.
 */
export const takeToken = (
	bucket: TokenBucket,
	budget: Budget,
	now: Date,
): { bucket: TokenBucket; isOver: boolean } => {
	const seconds = Math.max(0, now.getTime() - bucket.at) / 1000
	const left = Math.min(budget.burst, bucket.left + seconds * budget.perSecond)
	const isOver = left < 1
	return { bucket: { left: isOver ? left : left - 1, at: Math.max(now.getTime(), bucket.at) }, isOver }
}

/** Tries of the proof of work when nothing waits: half a second on a slow phone. */
export const leastTries = 200
/** And at most, three seconds there, whatever comes. */
export const mostTries = 1000

/** Tries for a challenge made while so many reports wait to be stored. Doubles with every 256. */
export const toTries = (waiting: number): number =>
	Math.round(Math.min(mostTries, leastTries * 2 ** (Math.max(0, waiting) / 256)))

/** Tries of the work of danger: after the report is stored, a third of a second to a whole one on a slow phone, the unluckiest included. */
const [fewestOfDanger, mostOfDanger] = [80, 240]

/** Tries for a report of danger, when so many have come in its minute. */
export const toDangerTries = (perMinute: number): number =>
	Math.round(Math.min(mostOfDanger, fewestOfDanger * (1 + Math.max(0, perMinute) / 150)))

/** In how many seconds a page without script may be sent, and for how many hours it can be. */
export const formTimes = { leastSeconds: 10, mostHours: 4 } as const
