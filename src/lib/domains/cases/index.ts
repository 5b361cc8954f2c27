/**
 * The desk's work on a case: statuses and moves, clocks, categories with law and checklist, answers, what is kept and what is
 * published, how its people stay well. Rules only. Clusters, referral, reading and what is open in a tab have doors of their
 * own; what is stored stands in `server/`.
 */
export { getChecklist } from './answers/checklist.ts'
export { buildDeskContent } from './answers/desk-content.ts'
export { fillTemplate, getTemplates } from './answers/template.ts'
export { getSafetyTexts } from './answers/template-safety.ts'
export { getCaseLaw } from './case-law.ts'
export { isCategory, type Category } from './category.ts'

export { getDue, type DeskTime } from './clock/case-clock.ts'
export { findOpening, isOpen } from './clock/desk-hours.ts'
export { exposureLimits, getRest, getShare, toPolicy, type ExposurePolicy } from './exposure.ts'
export { readQueueView, toQueueAddress } from './queue-view.ts'
export { countKinds, findTracks, readPeriod, type ActGroup, type Tracks } from './recorded-acts.ts'
export { planEpochEnd } from './retention/epoch-end.ts'
export { defaultSchedule, toSchedule, type RetentionSchedule } from './retention/keep.ts'
export { getReadiness } from './rota/rota.ts'
export { findMove, getMoves, isReason, isStatus, isUndecided, type Status } from './status.ts'
