import { AppError, addDays } from '#base'
import { freshDays } from './fresh.ts'
import type { Instrument, InstrumentStatus } from './corpus/instrument.ts'
import { getIndex, type Law } from './corpus/law.ts'
import type { Provision } from './corpus/provision.ts'
import { sortChanges, type Version } from './corpus/version.ts'

/** Reasons why we say so. Pages put each into words. */
export const stateReasons = [
	// in force
	'entry-recorded',
	'change-recorded',
	'copy-read',
	'looked-up',
	// not yet
	'before-entry',
	'before-promulgation',
	'before-adoption',
	'before-general-entry',
	'before-deposit',
	'before-added',
	'not-ratified',
	'not-party',
	'bill',
	'announced',
	'withdrawn',
	// unknown
	'entry-not-recorded',
	'deposit-not-found',
	'status-unknown',
	'change-not-dated',
	'added-or-changed',
	'wording-before-change',
	'wording-not-recorded',
	'looked-up-too-long-ago',
] as const
export type StateReason = (typeof stateReasons)[number]

/** State of something on a day, as far as the records say, and the reason. */
export type LawState = {
	is: 'in-force' | 'not-yet' | 'unknown'
	why: StateReason
	/** The day of the record that decides; `undefined` where no day does. */
	day?: string | undefined
	/** Id of the instrument that made the change which decides. */
	by?: string | undefined
}

/** From a day on (`''`: from the beginning) the answer is this one, until the next turn. */
export type Turn = { from: string; state: LawState }

type Turns = readonly [Turn, ...Turn[]]
type Is = LawState['is']

const turn = (from: string, is: Is, why: StateReason, more: Pick<LawState, 'day' | 'by'> = {}): Turn => ({
	from,
	state: { is, why, ...more },
})

type DayKnown = { day: string; why: StateReason; by?: string }

const toKnown = (day: string | null | undefined, why: StateReason, by?: string): DayKnown[] =>
	day ? [{ day, why, ...(by && { by }) }] : []

/** Days before which it cannot have bound anybody in Morocco. */
const getLowerBounds = ({ promulgation, treaty }: Instrument): DayKnown[] => [
	...toKnown(promulgation.day, 'before-promulgation'),
	...toKnown(treaty?.adopted, 'before-adoption'),
	...toKnown(treaty?.inForceGenerally, 'before-general-entry'),
	...toKnown(treaty?.deposited, 'before-deposit'),
]

const latest = (days: readonly DayKnown[]): DayKnown | undefined =>
	days.reduce<DayKnown | undefined>(
		(last, known) => (!last || known.day > last.day ? known : last),
		undefined,
	)

const earliest = (days: readonly DayKnown[]): DayKnown | undefined =>
	days.reduce<DayKnown | undefined>(
		(first, known) => (!first || known.day < first.day ? known : first),
		undefined,
	)

/** Days on which a record shows it in force, although no record shows since when. */
const getProofs = (law: Law, { id, status }: Instrument): DayKnown[] => [
	...law.versions.flatMap((version) =>
		version.instrument === id || version.by === id ? toKnown(version.day, 'change-recorded', version.by) : [],
	),
	...toKnown(status.consolidatedTo, 'copy-read'),
	...toKnown(status.asOf, 'looked-up'),
]

const fromStatus: Readonly<Partial<Record<InstrumentStatus, Turn>>> = {
	'signed-not-ratified': turn('', 'not-yet', 'not-ratified'),
	'not-party': turn('', 'not-yet', 'not-party'),
	bill: turn('', 'not-yet', 'bill'),
	announced: turn('', 'not-yet', 'announced'),
	withdrawn: turn('', 'not-yet', 'withdrawn'),
}

const getBound = (instrument: Instrument, why: StateReason): Turns => {
	const bound = latest(getLowerBounds(instrument))
	if (!bound) return [turn('', 'unknown', why)]
	return [
		turn('', 'not-yet', bound.why, { day: bound.day }),
		turn(bound.day, 'unknown', why, { day: bound.day }),
	]
}

const getTurnsInForce = (law: Law, instrument: Instrument): Turns => {
	const { inForce } = instrument
	if (inForce)
		return [
			turn('', 'not-yet', 'before-entry', { day: inForce }),
			turn(inForce, 'in-force', 'entry-recorded', { day: inForce }),
		]
	const bound = getBound(instrument, 'entry-not-recorded')
	const last = bound.at(-1)?.from ?? ''
	const proof = earliest(getProofs(law, instrument).filter(({ day }) => day >= last))
	if (!proof) return bound
	const { day, why, by } = proof
	return [...bound, turn(day, 'in-force', why, { day, by })]
}

const getInstrumentTurns = (law: Law, instrument: Instrument): Turns => {
	const { is, asOf } = instrument.status
	const known = fromStatus[is]
	const end = turn(addDays(asOf, freshDays + 1), 'unknown', 'looked-up-too-long-ago', { day: asOf })
	if (known) return [{ ...known, state: { ...known.state, day: asOf } }, end]
	if (is === 'approved-deposit-not-found') return [...getBound(instrument, 'deposit-not-found'), end]
	if (is === 'unknown') return [...getBound(instrument, 'status-unknown'), end]
	return [...getTurnsInForce(law, instrument), end]
}

const getChanges = (law: Law, provision: Provision): Version[] =>
	sortChanges(getIndex(law).versionsOf.get(provision.id) ?? [], law.instruments)

const isAmended = (law: Law, { id, status }: Instrument): boolean =>
	status.is === 'in-force-amended' || getIndex(law).changesOf.has(id)

/** The wording that we hold was read in this copy, or looked up on this day. */
const getReading = ({ status }: Instrument): Turn =>
	status.consolidatedTo
		? turn(status.consolidatedTo, 'in-force', 'copy-read', { day: status.consolidatedTo })
		: turn(status.asOf, 'in-force', 'looked-up', { day: status.asOf })

/** Up to the first change: nothing where it added the article; else there was another wording, or we do not know. */
const getBeginning = (law: Law, first: Version): Turns => {
	const { change, by } = first
	const day = first.day ?? getIndex(law).instruments.get(by)?.promulgation.day ?? undefined
	if (change === 'added' && day) return [turn('', 'not-yet', 'before-added', { day, by })]
	if (first.day === null) return [turn('', 'unknown', 'change-not-dated')]
	const why = change === 'changed' ? 'wording-before-change' : 'added-or-changed'
	return [turn('', 'unknown', why, { day, by })]
}

/** The last change has no day: what we hold is sure only from the day on which it was read. */
const withoutDays = (law: Law, instrument: Instrument, changes: readonly Version[]): Turns => {
	const reading = getReading(instrument)
	const [first] = changes
	if (!first) return [turn('', 'unknown', 'wording-not-recorded'), reading]
	const [beginning] = getBeginning(law, first)
	const { is, day = '', by } = beginning.state
	if (is !== 'not-yet' || day >= reading.from) return [turn('', 'unknown', 'change-not-dated'), reading]
	return [beginning, turn(day, 'unknown', 'change-not-dated', { by }), reading]
}

/** State of a provision by its own changes, apart from its instrument; `undefined` when nothing has changed it. */
const getOwnTurns = (law: Law, provision: Provision, instrument: Instrument): Turns | undefined => {
	const changes = getChanges(law, provision)
	const [first, last] = [changes[0], changes.at(-1)]
	if (!first || !last) return isAmended(law, instrument) ? withoutDays(law, instrument, []) : undefined
	const { day, by } = last
	if (day === null) return withoutDays(law, instrument, changes)
	const inForce = turn(day, 'in-force', 'change-recorded', { day, by })
	const [beginning] = getBeginning(law, first)
	if (first === last) return [beginning, inForce]
	const from = first.day ?? beginning.state.day
	const why = last.change === 'added-or-changed' ? 'added-or-changed' : 'wording-before-change'
	const between = turn(from ?? '', 'unknown', why, { day, by })
	return from === undefined ? [between, inForce] : [beginning, between, inForce]
}

const findTurn = (turns: Turns, day: string): LawState =>
	turns.reduce((now, next) => (next.from <= day ? next : now), turns[0]).state

/** Both must hold: a provision binds only in an instrument that does. */
const combine = (whole: LawState, own: LawState | undefined): LawState => {
	if (!own) return whole
	if (whole.is === 'in-force') return own
	return whole.is === 'unknown' && own.is === 'not-yet' ? own : whole
}

const getTurns = (law: Law, id: string): Turns => {
	const { instruments, provisions } = getIndex(law)
	const provision = provisions.get(id)
	const instrument = instruments.get(provision?.instrument ?? id)
	if (!instrument) throw new AppError('law.not-found', 404, 'state of a law: no record has this id')
	const whole = getInstrumentTurns(law, instrument)
	const own = provision && getOwnTurns(law, provision, instrument)
	if (!own) return whole
	const days = [...new Set([...whole, ...own].map(({ from }) => from))].sort()
	const [, ...later] = days
	const at = (from: string): Turn => ({ from, state: combine(findTurn(whole, from), findTurn(own, from)) })
	return [at(''), ...later.map(at)]
}

/** The days on which the answer of {@link getStateOn} turns, each with the answer from then on, oldest first. */
export const getStateTurns = (law: Law, id: string): readonly Turn[] => getTurns(law, id)

/**
 * Finds whether an instrument or a provision is in force on a day, as far as records say, and why.
 * @throws AppError `law.not-found` when no instrument and no provision has this id
 */
export const getStateOn = (law: Law, id: string, day: string): LawState => findTurn(getTurns(law, id), day)
