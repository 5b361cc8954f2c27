const hour = 3_600_000

/** The start of the hour that a moment falls into, UTC: the only time that is written beside what somebody reports. */
export const toHour = (moment: Date): Date => new Date(Math.floor(moment.getTime() / hour) * hour)
