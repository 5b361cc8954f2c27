/** Limits on what is counted in a rush: a bucket of tokens for each key, in whole milliseconds (the cell rate algorithm of ITU-T I.371). */
export type Limit = {
	/** Tokens of a full bucket. */
	full: number
	/** Milliseconds after which one more comes. */
	every: number
}

/** Limits of decision 084. */
export const countLimits = {
	/** Arrivals by code of a province; a code of none has a bucket for its campaign. At most 724 a day. */
	arrivals: { full: 5, every: 120_000 },
	/** Each answer on each topic. */
	votes: { full: 20, every: 30_000 },
	/** Presses of an area: 60 an hour. */
	presses: { full: 60, every: 60_000 },
} as const satisfies Readonly<Record<string, Limit>>

/**
 * Buckets that are full at first. `take` answers true while a token is left.
 *
 * @returns `take(key, now)`, `now` in milliseconds of a clock that never goes back
 */
export const createBuckets = ({ full, every }: Limit): ((key: string, now: number) => boolean) => {
	/** When each bucket will be full again. */
	const fullAt = new Map<string, number>()
	return (key, now) => {
		const due = Math.max(fullAt.get(key) ?? 0, now)
		if (due - now > (full - 1) * every) return false
		fullAt.set(key, due + every)
		return true
	}
}
