/** Trials as they are kept: all of one, and what everybody sees of it. Work on them has a door of its own. */
export {
	findPublicTrial,
	findTrial,
	listOverdueTrials,
	listPublicTrials,
	listTrials,
	type WholeTrial,
} from './read-store.ts'
export type { TrialActor, TrialDesk, TrialTables } from './trial-tables.ts'
