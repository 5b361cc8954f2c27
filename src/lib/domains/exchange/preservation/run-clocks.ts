/** Running clocks of a request: what an event starts, renews and ends. Days are civil days of UTC, `2026-11-29`: no zone, no summer time. */
import { addDays, day } from '#base'
import {
	clockRules,
	getClockRule,
	type ClockRule,
	type ClockRuleId,
	type PreservationInstrument,
} from './clock-rules.ts'
import type { PreservationEvent } from './moves.ts'

/** `due` is the last day that counts: the clock has run out when that day is over. `ended`: the day something ended it before. */
export type RequestClock = {
	clock: ClockRuleId
	started: string
	due: string
	renewed: number
	ended: string | undefined
}

/** True for a day that there is: `2027-02-29` is none. */
export const isCivilDay = (text: string): boolean =>
	/^2\d{3}-\d{2}-\d{2}$/u.test(text) &&
	!Number.isNaN(Date.parse(text)) &&
	new Date(text).toISOString().startsWith(text)

/** The civil day of a moment in UTC. */
export const toUtcDay = (moment: Date): string => moment.toISOString().slice(0, 10)

/** Days from one civil day to another, negative when it lies before. */
export const countDays = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / day

/** Days of the clock that keeps the data, under one instrument; `undefined` where none does. */
const findKeepingDays = (instrument: PreservationInstrument): number | undefined => {
	const keeping = clockRules.find(
		({ instruments, onExpiry }) => onExpiry === 'lapse' && instruments.includes(instrument),
	)
	return typeof keeping?.days === 'number' ? keeping.days : undefined
}

const toLength = (rule: ClockRule, instrument: PreservationInstrument): number =>
	rule.days === 'half' ? Math.floor((findKeepingDays(instrument) ?? 0) / 2) : rule.days

/** True while a clock can be renewed once more. */
export const isRenewable = ({ clock, renewed, ended }: RequestClock): boolean => {
	const { renewal } = getClockRule(clock)
	return ended === undefined && renewal !== undefined && (renewal.times ?? Infinity) > renewed
}

const endBy = (clock: RequestClock, event: PreservationEvent, on: string): RequestClock =>
	clock.ended === undefined && getClockRule(clock.clock).endedBy.includes(event)
		? { ...clock, ended: on }
		: clock

const renew = (clock: RequestClock): RequestClock =>
	isRenewable(clock)
		? {
				...clock,
				due: addDays(clock.due, getClockRule(clock.clock).renewal?.days ?? 0),
				renewed: clock.renewed + 1,
			}
		: clock

/** Events after which nothing runs. */
const last: readonly PreservationEvent[] = ['refuse', 'withdraw', 'lapse', 'disclose']

/**
 * Clocks of a request after an event.
 *
 * @param on - the civil day of the event: of what the other side did, the day that it has told
 */
export const applyToClocks = (
	clocks: readonly RequestClock[],
	{ instrument, event, on }: { instrument: PreservationInstrument; event: PreservationEvent; on: string },
): RequestClock[] => {
	const known = clocks
		.map((clock) => endBy(clock, event, on))
		.map((clock) => (event === 'extend' ? renew(clock) : clock))
		.map((clock) => (last.includes(event) ? { ...clock, ended: clock.ended ?? on } : clock))
	const begun = clockRules
		.filter(({ from, instruments }) => from === event && instruments.includes(instrument))
		.filter(({ id }) => clocks.every(({ clock }) => clock !== id))
		.map((rule) => ({
			clock: rule.id,
			started: on,
			due: addDays(on, toLength(rule, instrument)),
			renewed: 0,
			ended: undefined,
		}))
	return [...known, ...begun]
}

/** Marks on the way to the end of a clock, the farthest first: so many days before it, its last day, and when that is over. */
export const clockMarks = ['t-14', 't-7', 't-2', 't-0', 'over'] as const
export type ClockMark = (typeof clockMarks)[number]

/** The mark that a clock has reached on a day; `undefined` while its end is far. */
export const findClockMark = (due: string, today: string): ClockMark | undefined => {
	const left = countDays(today, due)
	if (left < 0) return 'over'
	if (left === 0) return 't-0'
	if (left <= 2) return 't-2'
	if (left <= 7) return 't-7'
	return left <= 14 ? 't-14' : undefined
}

/** True when a clock has run out whose end means that the data may be gone. */
export const hasLapsed = ({ clock, due, ended }: RequestClock, today: string): boolean =>
	ended === undefined && getClockRule(clock).onExpiry === 'lapse' && findClockMark(due, today) === 'over'
