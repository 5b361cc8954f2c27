import type { ReceiptIssue } from '#tools/seal/receipt-code'

/** What the page says about a typed receipt: one sentence, and the numbers of the groups or words that stand out. */
export const toReceiptProblem = ({
	code,
	groups,
}: {
	code: ReceiptIssue
	groups: readonly number[]
}): { code: ReceiptIssue; group: string } => ({ code, group: groups.join(', ') })
