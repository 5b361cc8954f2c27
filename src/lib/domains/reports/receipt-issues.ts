import type { ReceiptIssue } from '#tools/seal/receipt-code'

/** Turns the faults of a typed receipt into what the page shows: one sentence, and the numbers of the groups or words that stand out. */
export const toReceiptProblem = ({
	code,
	groups,
}: {
	code: ReceiptIssue
	groups: readonly number[]
}): { code: ReceiptIssue; group: string } => ({ code, group: groups.join(', ') })
