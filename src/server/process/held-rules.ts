/** Rules of this desk, for whoever must not load the content that the rules are made with. */
import type { DeskTime } from '#domains/cases/clock'
import type { ExposurePolicy } from '#domains/wellbeing'
import type { RetentionSchedule } from '#domains/retention'
import { declareSlot } from './slot.ts'

export type DeskRules = {
	time: DeskTime
	schedule: RetentionSchedule
	exposure: ExposurePolicy
	/** Gives the moment at which the first answer to a report is due. */
	getAnswerDue: (filed: Date) => Date
}

export const heldRules = declareSlot<DeskRules>('desk-rules')
