/** A case: where it stands and may go, what it is about, which law stands beside it. Rules only; work on it has doors of its own. */
export { getCaseLaw } from './case-law.ts'
export { isCategory, type Category } from './category.ts'
export { toReference } from './reference.ts'
export {
	findMove,
	getMoves,
	isEnded,
	isReason,
	isStatus,
	isUndecided,
	type Reason,
	type Status,
} from './status.ts'
