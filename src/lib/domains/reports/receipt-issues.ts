/** What can be wrong with a typed receipt: the codes of `#tools/receipt-code`, for which the page has a sentence each. */
export const receiptIssues = [
	'receipt.empty',
	'receipt.too-short',
	'receipt.too-long',
	'receipt.typo',
	'receipt.letters',
	'receipt.unknown-word',
] as const
export type ReceiptIssue = (typeof receiptIssues)[number]

/** What the page says about a typed receipt: one sentence, and the numbers of the groups or words that stand out. */
export const toReceiptProblem = (
	issues: readonly { path: string; message: string }[],
): { code: ReceiptIssue; group: string } => ({
	code: receiptIssues.find((code) => code === issues[0]?.message) ?? 'receipt.typo',
	group: issues
		.map(({ path }) => path)
		.filter((path) => path !== '')
		.join(', '),
})
