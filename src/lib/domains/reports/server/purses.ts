import { budgets, fillPurse, modes, spend, type Budget, type Mode } from './flood.ts'

/**
 * What is left of the budgets of this process, in memory. One count for all who send.
 *
 * @param limits - other budgets than ours, for measuring
 */
export const createPurses = (
	limits: Readonly<Record<Mode, Budget>> = budgets,
	now = new Date(),
): { isOver: (mode: Mode, now: Date) => boolean } => {
	const purses = new Map(modes.map((mode) => [mode, fillPurse(limits[mode], now)]))
	return {
		isOver: (mode, at) => {
			const { purse, isOver } = spend(purses.get(mode) ?? fillPurse(limits[mode], at), limits[mode], at)
			purses.set(mode, purse)
			return isOver
		},
	}
}
