/** When an epoch begins and ends, and when the next one is due. Days are `2026-11-26`, in UTC. */
import type { EpochKey } from './secrets/group-secret.ts'

/** An epoch and its days: from `begins` to `ends`, the first and the last day on which reports are sealed to it. */
export type EpochSpan = { id: string; begins: string; ends: string }

/** `made`: not signed yet. `current`: published. `past`: nothing new is sealed to it. `destroyed`: nobody can open it again. */
export const epochStates = ['made', 'current', 'past', 'destroyed'] as const
export type EpochState = (typeof epochStates)[number]

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

/** Id and days of an epoch that begins today, given the ids there were. */
export const planEpoch = (known: readonly string[], now: Date): EpochSpan => {
	const begins = toDay(now)
	return { id: findFree(begins.slice(0, 7), known), begins, ends: getMonthEnd(begins) }
}

/** Id and days of a key of the index that begins today and serves a year, given the ids there were. */
export const planIndex = (known: readonly string[], now: Date): EpochSpan => {
	const begins = toDay(now)
	const year = new Date(Date.UTC(now.getUTCFullYear() + 1, now.getUTCMonth(), now.getUTCDate() - 1))
	return { id: findFree(`index-${begins.slice(0, 4)}`, known), begins, ends: toDay(year) }
}

/** Why a new key is due: there is none, its time is over, or someone who holds it must not any more. */
export type RotationReason = 'none' | 'over' | 'left'

/**
 * Whether the current key must be followed by a new one; `undefined` when it may go on.
 *
 * @param current - the one in use; `undefined` when there is none
 * @param holders - ids of the people for whom it is wrapped
 * @param entitled - ids of the people who may hold it now
 */
export const findRotationReason = (
	current: EpochSpan | undefined,
	{ holders, entitled, now }: { holders: readonly string[]; entitled: readonly string[]; now: Date },
): RotationReason | undefined => {
	if (!current) return 'none'
	if (toDay(now) > current.ends) return 'over'
	return holders.some((id) => !entitled.includes(id)) ? 'left' : undefined
}

/**
 * Whether a key can be ended by hand: it was never published, or its time is over. One in use ends when the next is published:
 * until then reports come in that are sealed to it.
 */
export const isEndable = ({ span, state }: { span: EpochSpan; state: EpochState }, now: Date): boolean =>
	state === 'made' || (state === 'current' && toDay(now) > span.ends)

/** The text that the root signs to publish an epoch; reporters' pages check it. */
export const toEpochText = (key: EpochKey, { begins, ends }: EpochSpan): string =>
	['thiqa epoch v1', key.id, key.recipient, key.answerKey, begins, ends, ''].join('\n')
