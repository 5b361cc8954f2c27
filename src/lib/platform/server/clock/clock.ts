/**
 * The clock of a process, and whether it can be believed. What cannot be undone (a key takes over or ends, something is erased,
 * a certificate) asks here first; everything else goes on with the time that the machine says.
 *
 * A clock that is wrong by less than a day at a start cannot be told from a night without a process, so a start proves nothing. What is
 * proved: the last proved hour and how long this process has run since, or the time under a checkpoint that witnesses outside have signed.
 */
import { AppError, toHour } from '#base'
import type { QueryExecutorProvider } from 'kysely'
import {
	findKnownHour,
	findNewestEntry,
	findWitnessedTime,
	keepKnownHour,
	readDatabaseClock,
	type KnownHour,
} from './clock-store.ts'
import { findClockFault, getEarliest, type ClockEvidence, type ClockFault } from './judge-clock.ts'

/** `earliest`: what all clocks have reached. `proved`: what has come even if this machine's clock was wrong at a start. */
export type ClockState = { fault: ClockFault | undefined; earliest: Date; proved: Date }

export type Clock = {
	/** Looks at all that is known of the time, and remembers the hour when it is believed. */
	look: () => Promise<ClockState>
	/** State at the last check, for display only; `undefined` before the first. */
	describe: () => ClockState | undefined
}

type ClockOptions = {
	kysely: QueryExecutorProvider
	now?: () => Date
	/** Milliseconds by a clock that nobody sets. */
	elapsed?: () => number
	/** The database's clock; missing where it is a part of this process and has none of its own. */
	readDatabase?: ((db: QueryExecutorProvider) => Promise<Date>) | undefined
	/** Told once for each change. */
	onChange?: (fault: ClockFault | undefined) => void
}

/** The clock that PostgreSQL runs by; the embedded database asks the process. */
export const getDatabaseClock = (kind: 'pglite' | 'postgres'): typeof readDatabaseClock | undefined =>
	kind === 'postgres' ? readDatabaseClock : undefined

export const createClock = ({
	kysely,
	now = () => new Date(),
	elapsed = () => performance.now(),
	readDatabase,
	onChange = () => {},
}: ClockOptions): Clock => {
	let watched = { since: now(), at: elapsed(), confirmed: '' }
	let base: { proved: number; at: number } | undefined
	let state: ClockState | undefined

	/** Starts to watch anew: a confirmation of the time holds from here on. */
	const startAnew = (known: KnownHour | undefined): void => {
		if (!known || known.confirmed === watched.confirmed) return
		watched = { since: now(), at: elapsed(), confirmed: known.confirmed }
		base = undefined
	}
	const prove = async (known: KnownHour | undefined, first: Date): Promise<number> => {
		base ??= { proved: first.getTime(), at: elapsed() }
		const others = [known?.proved, await findWitnessedTime(kysely)].map((time) => time?.getTime() ?? 0)
		return Math.max(base.proved + elapsed() - base.at, ...others)
	}
	const gather = async (known: KnownHour | undefined): Promise<ClockEvidence> => {
		const last = known?.hour ?? (await findNewestEntry(kysely))
		const database = await readDatabase?.(kysely)
		const at = now()
		const clocks = {
			now: at,
			last,
			database: database ?? at,
			expected: new Date(watched.since.getTime() + elapsed() - watched.at),
		}
		// Nothing is known before the first start, and nothing could end too early.
		const proved = await prove(known, known?.proved ?? last ?? at)
		return { ...clocks, proved: new Date(Math.min(proved, getEarliest(clocks).getTime())) }
	}
	return {
		look: async () => {
			const known = await findKnownHour(kysely)
			startAnew(known)
			const evidence = await gather(known)
			const fault = findClockFault(evidence)
			const isNews =
				known === undefined || toHour(evidence.now) > known.hour || toHour(evidence.proved) > known.proved
			if (fault === undefined && isNews) await keepKnownHour(kysely, evidence, known)
			if (fault !== state?.fault) onChange(fault)
			state = { fault, earliest: getEarliest(evidence), proved: evidence.proved }
			return state
		},
		describe: () => state,
	}
}

/**
 * The time for what cannot be undone: late rather than early.
 * @throws AppError `clock.not-trusted` (409)
 */
export const getTrustedTime = async (clock: Pick<Clock, 'look'>): Promise<Date> => {
	const { fault, proved } = await clock.look()
	if (fault === undefined) return proved
	throw new AppError(
		'clock.not-trusted',
		409,
		`Doing what cannot be undone: the clock is ${fault}; set it right, or confirm it with npm run as-service -- clock:confirm`,
	)
}
