/** The end of an epoch: may its key be destroyed? */
import { isEnded, type Status } from '#domains/cases'

/** A case with a report of the epoch, as the plan sees it. */
export type EpochCase = { id: string; status: Status; isHeld: boolean; eraseOn: Date | undefined }

/** Plan of the end of an epoch: its key can be destroyed, or what it waits for. */
export type EpochPlan =
	| { state: 'ready'; cases: number }
	/** Cases that still need it: open, held, or not yet at the end of their time. */
	| { state: 'needed'; open: string[]; held: string[]; waiting: string[]; last: Date | undefined }

/** Finds what a key is still needed for on a day. Nothing that is open or held is ever lost by the end of an epoch. */
export const planEpochEnd = (cases: readonly EpochCase[], now: Date): EpochPlan => {
	const held = cases.filter(({ isHeld }) => isHeld)
	const open = cases.filter(({ status, isHeld }) => !isHeld && !isEnded(status))
	const waiting = cases.filter(
		({ status, isHeld, eraseOn }) => !isHeld && isEnded(status) && eraseOn !== undefined && eraseOn > now,
	)
	if (held.length + open.length + waiting.length === 0) return { state: 'ready', cases: cases.length }
	const days = waiting.flatMap(({ eraseOn }) => eraseOn?.getTime() ?? [])
	const ids = (of: readonly EpochCase[]): string[] => of.map(({ id }) => id)
	return {
		state: 'needed',
		open: ids(open),
		held: ids(held),
		waiting: ids(waiting),
		last: days.length > 0 ? new Date(Math.max(...days)) : undefined,
	}
}
