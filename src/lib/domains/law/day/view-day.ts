import type { Instrument } from '../corpus/instrument.ts'
import { getIndex, type Law } from '../corpus/law.ts'
import type { Provision } from '../corpus/provision.ts'
import { getStateOn, getStateTurns, type LawState, type Turn } from '../state-on.ts'
import type { Version } from '../corpus/version.ts'

/** State of a change on the day: in effect or not; `undated` when no record shows from what day it does. */
export const changeTimes = ['by-then', 'later', 'undated'] as const
export type ChangeTime = (typeof changeTimes)[number]

/** A change of a text, seen from a day. */
export type DayChange = { version: Version; by: Instrument; when: ChangeTime }

export type DayInstrument = { instrument: Instrument; state: LawState }

/** A text or one of its articles on a day. */
export type DayText = {
	kind: 'text'
	day: string
	instrument: Instrument
	/** `undefined` when the whole text was asked for. */
	provision: Provision | undefined
	state: LawState
	/** State of the text that the article stands in. */
	whole: LawState
	/** Days on which the answer changes, oldest first, and whether each change still holds on the day. */
	turns: { turn: Turn; isNow: boolean }[]
	/** Changes: those that had taken effect first, oldest first, then later ones, then those without a day. */
	changes: DayChange[]
	/** Articles of a whole text on the day. */
	provisions: { provision: Provision; state: LawState }[]
}

/** View of a day by the records. */
export type DayView =
	| DayText
	/** Every text of the corpus on the day. */
	| { kind: 'all'; day: string; states: Record<LawState['is'], DayInstrument[]> }
	/** No record has the id that was asked for. */
	| { kind: 'not-found'; day: string }

const getChangeTime = ({ day }: Version, asked: string): ChangeTime =>
	day === null ? 'undated' : day <= asked ? 'by-then' : 'later'

const getDayChanges = (law: Law, versions: readonly Version[], day: string): DayChange[] => {
	const { instruments } = getIndex(law)
	return versions
		.flatMap((version) => {
			const by = instruments.get(version.by)
			return by ? [{ version, by, when: getChangeTime(version, day) }] : []
		})
		.sort(
			(one, other) =>
				changeTimes.indexOf(one.when) - changeTimes.indexOf(other.when) ||
				(one.version.day ?? '').localeCompare(other.version.day ?? ''),
		)
}

const viewText = (
	law: Law,
	{ instrument, provision, day }: { instrument: Instrument; provision: Provision | undefined; day: string },
): DayText => {
	const { changesOf, versionsOf, provisionsOf } = getIndex(law)
	const id = provision?.id ?? instrument.id
	const turns = getStateTurns(law, id)
	const now = turns.findLast(({ from }) => from <= day)
	const versions = provision ? versionsOf.get(id) : changesOf.get(id)
	return {
		kind: 'text',
		day,
		instrument,
		provision,
		state: getStateOn(law, id, day),
		whole: getStateOn(law, instrument.id, day),
		turns: turns.map((turn) => ({ turn, isNow: turn === now })),
		changes: getDayChanges(law, versions ?? [], day),
		provisions: provision
			? []
			: (provisionsOf.get(id) ?? []).map((own) => ({ provision: own, state: getStateOn(law, own.id, day) })),
	}
}

/**
 * The law on a day, as far as records say: of one instrument or provision, or of every instrument when `text` is empty.
 *
 * @param day - `2019-01-31`
 * @param text - id of an instrument or a provision, as it came from outside
 */
export const viewDay = (law: Law, day: string, text: string): DayView => {
	const { instruments, provisions } = getIndex(law)
	if (text === '') {
		const all = law.instruments.map((instrument) => ({
			instrument,
			state: getStateOn(law, instrument.id, day),
		}))
		const pick = (is: LawState['is']): DayInstrument[] => all.filter(({ state }) => state.is === is)
		return {
			kind: 'all',
			day,
			states: { 'in-force': pick('in-force'), 'not-yet': pick('not-yet'), unknown: pick('unknown') },
		}
	}
	const provision = provisions.get(text)
	const instrument = instruments.get(provision?.instrument ?? text)
	return instrument ? viewText(law, { instrument, provision, day }) : { kind: 'not-found', day }
}
