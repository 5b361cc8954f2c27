import type { Refusal } from '#base'

/** Faults of a typed receipt. */
export const receiptIssues = [
	'receipt.empty',
	'receipt.too-short',
	'receipt.too-long',
	'receipt.typo',
	'receipt.letters',
	'receipt.unknown-word',
] as const
export type ReceiptIssue = (typeof receiptIssues)[number]

/** The 24 digits, or what is wrong; `groups`: the numbers, from 1, of the groups or words that stand out. */
export type ParsedReceipt =
	| { ok: true; value: string }
	| (Refusal<ReceiptIssue> & { groups: readonly number[] })

export const refuseReceipt = (code: ReceiptIssue, groups: readonly number[] = []): ParsedReceipt => ({
	ok: false,
	code,
	groups,
})
