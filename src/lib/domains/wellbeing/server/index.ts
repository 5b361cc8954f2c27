/** Exposure of each person in a day, kept for themselves and for who looks after them. */
export {
	canTakeCase,
	getExposure,
	listExposure,
	noteExposure,
	noteOpened,
	pruneExposure,
	requireRoom,
} from './exposure-store.ts'
export type { WellbeingTables } from './wellbeing-tables.ts'
