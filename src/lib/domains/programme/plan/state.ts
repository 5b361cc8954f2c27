import { toDayNumber } from './day-number.ts'
import type { Action, Realisation } from './plan.ts'

/** State as everybody sees it: `done-said` is done by the word of its owner alone. */
export type ShownState = 'promised' | 'begun' | 'done' | 'done-said' | 'late' | 'dropped' | 'no-news'

/** Days without news after which an open action is silent. */
const silentAfter = 180

export type ActionStanding = {
	state: ShownState
	/** Days since its first due date; only when late. */
	lateDays: number | undefined
	/** It has no due date, and so cannot be late. */
	hasNoDate: boolean
	/** Days since the last news; only without news for long. */
	silentDays: number | undefined
	/** Its date was moved: both are shown. */
	wasMoved: boolean
}

const isShown = (evidence: readonly { isIndependent: boolean }[]): boolean =>
	evidence.some(({ isIndependent }) => isIndependent)

const countLate = ({ dueFirst }: Action, today: string): number =>
	dueFirst === undefined ? 0 : toDayNumber(today) - toDayNumber(dueFirst)

/**
 * State of an action on a day. An open one is late from the day after its first due date, whatever date was set later; without
 * news for 180 days it is silent; late goes before silent.
 */
export const getShown = (action: Action, today: string): ActionStanding => {
	const silence = toDayNumber(today) - toDayNumber(action.changedOn)
	const [late, isOpen] = [countLate(action, today), action.state === 'promised' || action.state === 'begun']
	const isLate = isOpen && late > 0
	const isSilent = isOpen && silence >= silentAfter
	const ended = action.state === 'done' && !isShown(action.evidence) ? 'done-said' : action.state
	return {
		state: isLate ? 'late' : isSilent ? 'no-news' : ended,
		lateDays: isLate ? late : undefined,
		hasNoDate: action.dueFirst === undefined,
		silentDays: isSilent ? silence : undefined,
		wasMoved: action.dueNow !== undefined && action.dueNow !== action.dueFirst,
	}
}

/** State of a realisation: done, done by the owner's word alone, or begun. */
export const getShownRealisation = ({
	state,
	evidence,
}: Pick<Realisation, 'state' | 'evidence'>): 'begun' | 'done' | 'done-said' => {
	if (state === 'begun') return 'begun'
	return isShown(evidence) ? 'done' : 'done-said'
}
