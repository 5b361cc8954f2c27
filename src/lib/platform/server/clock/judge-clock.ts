import { day } from '#base'

/** Judges whether the machine's clock can be believed, from what else is known of the time. Values in, values out. */

/** A move of the clock up to this (milliseconds) is believed: more needs a person. */
const most = day

/** Time without proof (milliseconds) after which a person is asked: keys and erasing are late by it, and a key serves two weeks at most after its month. */
const mostUnproved = 7 * day

export type ClockEvidence = {
	/** Time of the machine's clock. */
	now: Date
	/** The last hour that was believed, or that the newest entries were made in; `undefined`: nothing is known. */
	last: Date | undefined
	/** Expected time: the moment this process began to watch it, and how long ago that is by a clock that nobody sets. */
	expected: Date
	/** Time that has come for certain, where all that it rests on is right: see `clock.ts`. */
	proved: Date
	/** Time of the database's clock; the machine's own where the database is part of the process. */
	database: Date
}

/**
 * `ahead`, `behind`: of the last known hour, of this process's own count, or by more than a week of what is proved. `apart`: the database says another time.
 */
export type ClockFault = 'ahead' | 'behind' | 'apart'

/**
 * Finds what is wrong with a clock; `undefined` when it is believed. Evidence only takes belief away: two clocks of one machine
 * agree also when both are wrong.
 */
export const findClockFault = ({
	now,
	last,
	expected,
	proved,
	database,
}: ClockEvidence): ClockFault | undefined => {
	const moves = [last, expected].map((known) => (known ? now.getTime() - known.getTime() : 0))
	if (moves.some((move) => move > most) || now.getTime() - proved.getTime() > mostUnproved) return 'ahead'
	if (moves.some((move) => move < -most)) return 'behind'
	return Math.abs(now.getTime() - database.getTime()) > most ? 'apart' : undefined
}

/** The earliest of the clocks, of which the machine's may be wrong by up to a day. */
export const getEarliest = ({
	now,
	expected,
	database,
}: Pick<ClockEvidence, 'now' | 'expected' | 'database'>): Date =>
	new Date(Math.min(now.getTime(), expected.getTime(), database.getTime()))
