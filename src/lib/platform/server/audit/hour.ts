/** The hour that a moment falls into (UTC): nothing finer is written down. */
export const toHour = (now: Date): Date => new Date(Math.floor(now.getTime() / 3_600_000) * 3_600_000)
