/** Plans when an epoch begins and ends, and when the next one is due. Days are `2026-11-26`, in UTC. */
import { addDays } from '#base'
import type { EpochKey } from './secrets/group-secret.ts'

/**
 * An epoch and its days, as the root signs them: from `begins` to `ends`, the first and the last day on which reports may be sealed to it.
 * The next one takes over after {@link getLastPlanned}; the days behind it are for a month in which the next is late.
 */
export type EpochSpan = { id: string; begins: string; ends: string }

/**
 * `made`: not signed yet. `next`: signed, its first day has not come. `current`: reports are sealed to it. `past`: nothing new is sealed to
 * it. `destroyed`: nobody can open it again.
 */
export const epochStates = ['made', 'next', 'current', 'past', 'destroyed'] as const
export type EpochState = (typeof epochStates)[number]

/** For so many days an epoch may serve after its month: a hotline that closes does more harm than a key that is used for longer. */
const graceDays = 14
/** Day of the month from which the next one can be made. */
const planFrom = 20
/** Days before the next one must serve, from which the desk says so. */
const soonDays = 7

const toDay = (at: Date): string => at.toISOString().slice(0, 10)

/** The last day of the month of a day. */
const getMonthEnd = (day: string): string => {
	const [year = 0, month = 1] = day.split('-').map(Number)
	return toDay(new Date(Date.UTC(year, month, 0)))
}

/** True for `2026-11`, `2026-11-2`: the month, and which of this month when there are several. */
export const isEpochId = (id: string): boolean => /^2\d{3}-(?:0[1-9]|1[0-2])(?:-[2-9]|-[1-9]\d)?$/u.test(id)

/** True for `index-2026`, `index-2026-2`. */
export const isIndexId = (id: string): boolean => /^index-2\d{3}(?:-[2-9]|-[1-9]\d)?$/u.test(id)

const findFree = (first: string, known: readonly string[]): string => {
	const rest = Array.from({ length: 98 }, (_, at) => `${first}-${at + 2}`)
	const free = [first, ...rest].find((id) => !known.includes(id))
	if (free === undefined) throw new Error(`naming a key after ${first}: all names are taken`)
	return free
}

const planFromDay = (known: readonly string[], begins: string): EpochSpan => ({
	id: findFree(begins.slice(0, 7), known),
	begins,
	ends: addDays(getMonthEnd(begins), graceDays),
})

/** Id and days of an epoch that begins today, given the ids there were. */
export const planEpoch = (known: readonly string[], now: Date): EpochSpan => planFromDay(known, toDay(now))

/** Id and days of the epoch of next month, given the ids there were; `undefined` while it is too early in this one. */
export const planNextEpoch = (known: readonly string[], now: Date): EpochSpan | undefined =>
	now.getUTCDate() < planFrom ? undefined : planFromDay(known, addDays(getMonthEnd(toDay(now)), 1))

/** Id and days of a key of the index that begins today and serves a year, given the ids there were. */
export const planIndex = (known: readonly string[], now: Date): EpochSpan => {
	const begins = toDay(now)
	const year = new Date(Date.UTC(now.getUTCFullYear() + 1, now.getUTCMonth(), now.getUTCDate() - 1))
	return { id: findFree(`index-${begins.slice(0, 4)}`, known), begins, ends: toDay(year) }
}

/** The last day on which an epoch is meant to serve: the end of its month. */
export const getLastPlanned = ({ begins, ends }: EpochSpan): string => {
	const end = getMonthEnd(begins)
	return end < ends ? end : ends
}

/**
 * Reasons why a new key is due. `none`: reports cannot be sealed. `over`: its month is over and nothing has followed, it serves for some days more.
 * `left`: someone who holds it must not any more. `soon`: its month ends, and no other is signed.
 */
export type RotationReason = 'none' | 'over' | 'left' | 'soon'

/**
 * The reason for which a new key must follow the current one; `undefined` when it may go on.
 *
 * @param current - the one in use; `undefined` when there is none
 * @param hasNext - whether one is signed that begins later
 * @param holders - ids of the people for whom the current and the next one are wrapped
 * @param entitled - ids of the people who may hold them now
 */
export const findRotationReason = (
	current: EpochSpan | undefined,
	{
		hasNext,
		holders,
		entitled,
		now,
	}: { hasNext: boolean; holders: readonly string[]; entitled: readonly string[]; now: Date },
): RotationReason | undefined => {
	const day = toDay(now)
	if (!current || day > current.ends) return 'none'
	const last = getLastPlanned(current)
	if (day > last) return 'over'
	if (holders.some((id) => !entitled.includes(id))) return 'left'
	return !hasNext && addDays(day, soonDays) > last ? 'soon' : undefined
}

/** The last day of service that a reason speaks of: with its grace when the month is over. */
export const getServiceEnd = (current: EpochSpan, reason: RotationReason): string =>
	reason === 'over' ? current.ends : getLastPlanned(current)

/** True when the first day of an epoch is still to come. */
export const isAhead = ({ begins }: EpochSpan, now: Date): boolean => begins > toDay(now)

/** True when an epoch may follow the one in use: its days are not over, and it does not lead back to an earlier time. */
export const mayFollow = (span: EpochSpan, current: EpochSpan | undefined, now: Date): boolean =>
	toDay(now) <= span.ends && (current === undefined || current.begins <= span.begins)

/**
 * True when a key can be ended by hand: it was never published, or all its days are over. One in use ends when the next is put in use:
 * until then reports come in that are sealed to it.
 */
export const isEndable = ({ span, state }: { span: EpochSpan; state: EpochState }, now: Date): boolean =>
	state === 'made' || (state === 'current' && toDay(now) > span.ends)

/**
 * True when nothing can come in any more that is sealed to a published key: a report may wait on a disk, and a machine that lost the database
 * seals to what it knew, for as long as the signed days allow.
 */
export const isQuiet = ({ ends }: EpochSpan, now: Date): boolean => toDay(now) > ends

/** The lines of an epoch's text that name its key. */
export const toEpochStart = ({ id, recipient, answerKey }: EpochKey): string =>
	['thiqa epoch v1', id, recipient, answerKey, ''].join('\n')

/** The text that the root signs to publish an epoch; reporters' pages check it. */
export const toEpochText = (key: EpochKey, { begins, ends }: EpochSpan): string =>
	`${toEpochStart(key)}${begins}\n${ends}\n`

const isDay = (text: string): boolean => {
	const day = new Date(`${text}T00:00:00Z`)
	return !Number.isNaN(day.getTime()) && toDay(day) === text
}

/** Reads a text of {@link toEpochText}; `undefined` for any other, also for one with a letter that nobody sees. */
export const parseEpochText = (
	text: string,
): (EpochSpan & { recipient: string; answerKey: string }) | undefined => {
	const form =
		/^thiqa epoch v1\n([\d-]+)\n(age1[02-9ac-hj-np-z]{58})\n([\w-]{43})\n([\d-]{10})\n([\d-]{10})\n$/u
	const [, id = '', recipient = '', answerKey = '', begins = '', ends = ''] = form.exec(text) ?? []
	if (!isEpochId(id) || !isDay(begins) || !isDay(ends) || begins > ends) return undefined
	return { id, recipient, answerKey, begins, ends }
}
