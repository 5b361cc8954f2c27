/** The plan as everybody sees it on a day: states computed, counts, what was promised and is not done. Values in, values out. */
import { addDays } from '#base'
import {
	getShown,
	getShownRealisation,
	type Action,
	type Initiative,
	type ProgrammePlan,
	type Realisation,
	type ActionStanding,
	type ShownState,
} from '../plan/index.ts'

export type ShownRealisation = Realisation & { shown: ShownState }
export type ShownAction = Omit<Action, 'realisations'> & {
	shown: ActionStanding
	realisations: readonly ShownRealisation[]
}
export type ShownInitiative = Omit<Initiative, 'actions'> & { actions: readonly ShownAction[] }

/** Numbers of the first sentences. `said`: actions and realisations that are done by the word of their owner alone. */
export type BoardCounts = {
	actions: number
	done: number
	begun: number
	late: number
	silent: number
	dropped: number
	undated: number
	unowned: number
	said: number
}

export type Board = {
	/** Civil day that states are computed for. */
	today: string
	/** An action without news on this day or since is silent. */
	silentSince: string
	counts: BoardCounts
	/** An action of it is invented, for a demonstration: then every number beside it is. */
	isInvented: boolean
	initiatives: readonly ShownInitiative[]
}

const silentAfter = 180

const isOpen = ({ shown }: ShownAction): boolean => shown.state !== 'done' && shown.state !== 'dropped'

const countActions = (actions: readonly ShownAction[]): BoardCounts => {
	const count = (is: (action: ShownAction) => boolean): number => actions.filter(is).length
	const realisations = actions.flatMap((action) => action.realisations)
	const saidOnes = [...actions.map(({ shown }) => shown.state), ...realisations.map(({ shown }) => shown)]
	return {
		actions: actions.length,
		done: count(({ shown }) => shown.state === 'done'),
		begun: count(({ shown }) => shown.state === 'begun'),
		late: count(({ shown }) => shown.state === 'late'),
		silent: count(({ shown }) => shown.state === 'no-news'),
		dropped: count(({ shown }) => shown.state === 'dropped'),
		undated: count((action) => isOpen(action) && action.shown.hasNoDate),
		unowned: count(({ owner }) => owner === undefined),
		said: saidOnes.filter((state) => state === 'done-said').length,
	}
}

const toShown = (action: Action, today: string): ShownAction => ({
	...action,
	shown: getShown(action, today),
	realisations: action.realisations.map((one) => ({ ...one, shown: getShownRealisation(one) })),
})

/** Actions of a board by the action of the plan that each was made of. */
const sources = new WeakMap<ShownAction, Action>()

const showOnce = (
	action: Action,
	today: string,
	known: ReadonlyMap<Action | undefined, ShownAction>,
): ShownAction => {
	const shown = known.get(action) ?? toShown(action, today)
	sources.set(shown, action)
	return shown
}

/**
 * Computes the board of a day, `2026-11-29`.
 *
 * @param last - the board before: what it shows of actions that are the same objects is taken, where it is of the same day
 */
export const makeBoard = (plan: ProgrammePlan, today: string, last?: Board): Board => {
	const before = last?.today === today ? listShownActions(last) : []
	const known = new Map(before.map((shown) => [sources.get(shown), shown]))
	const initiatives = plan.initiatives.map((initiative) => ({
		...initiative,
		actions: initiative.actions.map((action) => showOnce(action, today, known)),
	}))
	return {
		today,
		silentSince: addDays(today, -silentAfter),
		counts: countActions(initiatives.flatMap(({ actions }) => actions)),
		isInvented: plan.initiatives.some(({ actions }) =>
			actions.some(({ isDemonstration }) => isDemonstration),
		),
		initiatives,
	}
}

/** All actions, in the order of the plan. */
export const listShownActions = ({ initiatives }: Pick<Board, 'initiatives'>): readonly ShownAction[] =>
	initiatives.flatMap(({ actions }) => actions)

const urgency: readonly ShownState[] = ['late', 'no-news', 'promised', 'begun', 'done-said', 'dropped']

/** Lists promises that are not kept: the late ones first, the longest first, then the silent, then in the order of the plan; what was dropped last. */
export const listNotDone = (board: Pick<Board, 'initiatives'>): readonly ShownAction[] =>
	listShownActions(board)
		.filter(({ shown }) => shown.state !== 'done')
		.toSorted(
			(a, b) =>
				urgency.indexOf(a.shown.state) - urgency.indexOf(b.shown.state) ||
				(b.shown.lateDays ?? 0) - (a.shown.lateDays ?? 0) ||
				(b.shown.silentDays ?? 0) - (a.shown.silentDays ?? 0),
		)

/** True where something was promised, and each of it is done: of a plan without promises nothing is claimed. */
export const isAllDone = (board: Pick<Board, 'initiatives'>): boolean =>
	listShownActions(board).length > 0 && listNotDone(board).length === 0

/** Actions for one region by name, and those for the whole country. */
export const listActionsOf = (
	board: Pick<Board, 'initiatives'>,
	region: string,
): { own: readonly ShownAction[]; country: readonly ShownAction[] } => {
	const all = listShownActions(board)
	return {
		own: all.filter((action) => action.region === region),
		country: all.filter((action) => action.region === undefined),
	}
}
