import type { TrialState } from './trial.ts'

/** Steps that a trial can take next. `correct` is `report` once a result is published, `ask-stop` is `stop` once it is drawn. */
export type TrialStep =
	| 'approve'
	| 'list'
	| 'draw'
	| 'measure'
	| 'report'
	| 'publish'
	| 'correct'
	| 'stop'
	| 'ask-stop'
	| 'agree-stop'
	| 'go-on'

const ofOwner: Readonly<Record<TrialState, readonly TrialStep[]>> = {
	registered: ['stop'],
	open: ['list', 'stop'],
	listed: ['draw', 'stop'],
	drawn: ['measure', 'report', 'ask-stop'],
	stopping: ['go-on'],
	reported: [],
	published: ['measure', 'correct'],
	correcting: [],
	stopped: [],
}

const ofSecond: Partial<Record<TrialState, TrialStep>> = {
	registered: 'approve',
	stopping: 'agree-stop',
	reported: 'publish',
	correcting: 'publish',
}

/**
 * Steps that somebody can take, what comes first before what is rare.
 *
 * @param who - `isOwn`: they have registered it; `isSecond`: they may agree to what another has done
 */
export const findNextSteps = (
	state: TrialState,
	{ isOwn, isSecond }: { isOwn: boolean; isSecond: boolean },
): TrialStep[] => {
	const second = isSecond ? ofSecond[state] : undefined
	return [...(second ? [second] : []), ...(isOwn ? ofOwner[state] : [])]
}
