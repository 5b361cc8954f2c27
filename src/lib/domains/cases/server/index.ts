/** The row of a case, locked and changed: every change writes a step, turns the clocks and stands in the public record. */
export type { CaseDatabase, CaseQueries, CaseTables, CaseTransaction } from './case-tables.ts'
export {
	getLockedCase,
	getRelation,
	listReports,
	notAllowed,
	toDeskCase,
	writeChange,
	type Desk,
	type DeskCase,
} from './desk-case.ts'
