import type { Instrument } from '../corpus/instrument.ts'
import { getIndex, type Law } from '../corpus/law.ts'
import { getStateOn, type LawState } from '../state-on.ts'

/** State of something on a day: in force or not, and the instrument that made the change which decides, where one does. */
export type DatedState = { day: string; state: LawState; by: Instrument | undefined }

/**
 * The state of an instrument or a provision on the day of a moment.
 * @throws AppError `law.not-found` when no instrument and no provision has this id
 */
export const getDatedState = (law: Law, id: string, at: Date): DatedState => {
	const day = at.toISOString().slice(0, 10)
	const state = getStateOn(law, id, day)
	return { day, state, by: getIndex(law).instruments.get(state.by ?? '') }
}
