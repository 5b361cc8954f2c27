import type { Category } from '../../category.ts'
import type { ClockId } from '../../clock/case-clock.ts'
import type { Status } from '../../status.ts'

/** A line of the queue, as its page has it. */
export type Line = {
	id: string
	status: Status
	category: Category | undefined
	lane: 'danger' | 'normal'
	assignee: string | undefined
	supervisor: string | undefined
	cluster: string | undefined
	isHeld: boolean
	clock: ClockId | undefined
	due: Date | undefined
	offered: string | undefined
}
