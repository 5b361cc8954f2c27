/** Sessions as a phone keeps them until they have arrived: what a correction becomes, what is sent next, what is said of it. Rules only. */
export {
	countUnsent,
	findWaiting,
	getShownState,
	keepAnswer,
	noteTried,
	sendAgain,
	writeRevision,
	type EntryState,
	type KeptSession,
} from './kept.ts'
