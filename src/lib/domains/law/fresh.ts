import { isStale } from '#domains/guide'

/** A status, an assessment or a text that was looked up longer ago than this counts as stale. */
export const freshDays = 365

/** True when `seen` lies too long before `at`. */
export const isLawStale = (seen: string, at: Date): boolean => isStale(seen, at, freshDays)
