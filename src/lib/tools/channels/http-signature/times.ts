/** Seconds for which a signature may hold, from `created` to `expires`. */
export const longestLife = 300
/** Seconds by which the clocks of two organisations may differ. */
export const clockSkew = 60

/** Reasons why the times of a signature do not hold now. */
type TimeRefusal = 'created-in-future' | 'expired' | 'lives-too-long'

/** Finds a fault in the times of a signature at a moment; `undefined` when they hold. `created`, `expires`: seconds of Unix time. */
export const checkTimes = (
	{ created, expires }: Readonly<{ created: number; expires: number }>,
	now: Date,
): TimeRefusal | undefined => {
	const seconds = Math.floor(now.getTime() / 1000)
	if (expires < created || expires - created > longestLife) return 'lives-too-long'
	if (created > seconds + clockSkew) return 'created-in-future'
	return expires < seconds - clockSkew ? 'expired' : undefined
}
