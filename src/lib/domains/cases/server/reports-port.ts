import type { Status as ChildStatus } from '#domains/reports'
import type { CaseTransaction } from './case-tables.ts'

/** An answer as the analyst's browser sealed it for one reporter. */
export type SealedAnswer = { report: string; sealed: Uint8Array }

/**
 * Port of cases to the room of reports, always inside the transaction that changes the case: both happen or
 * neither does.
 */
export type ReportsPort = {
	putAnswers: (trx: CaseTransaction, answers: readonly SealedAnswer[], now: Date) => Promise<void>
	/** Sets what the pages of reporters say; `replaced`: only of those that say one of these now. Nothing said yet is `received`. */
	setStatus: (
		trx: CaseTransaction,
		reports: readonly string[],
		status: ChildStatus,
		replaced: readonly ChildStatus[],
	) => Promise<void>
	/** Takes away reports with their mailboxes, for good. Answers their entries in the public record, for the act that says so. */
	removeReports: (trx: CaseTransaction, reports: readonly string[]) => Promise<string[]>
	/** Counts reports that were acknowledged and are not in the database yet. */
	countWaiting: () => Promise<number>
}
