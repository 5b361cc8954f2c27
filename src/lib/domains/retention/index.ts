/** Rules of retention: how long a case is kept, what stops its end, and when the key of an epoch may go. */
export { planEpochEnd } from './epoch-end.ts'
export { defaultSchedule, toSchedule, type RetentionSchedule } from './keep.ts'
