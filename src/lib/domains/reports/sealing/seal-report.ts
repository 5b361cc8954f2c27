import { ok, toHour, type Locale, type Result } from '#base'
import { makeReceipt } from '#tools/seal/receipt-code'
import type { Argon2id } from '#tools/seal/receipt-keys'
import { seal, type SealRefusal } from '#tools/seal/sealed'
import type { ListedAttachment } from '../attachments/attachment.ts'
import type { Epoch } from '../keys/epoch.ts'
import { openReceipt, type MailboxKeys } from '../keys/receipt.ts'
import { reportSizes } from '../report-sizes.ts'
import type { Answers, Report, Sealer } from '../report.ts'

/** A report as it may leave the device. */
export type SealedReport = {
	/** The receipt, 24 digits. For the reporter alone; never sent from a browser. */
	code: string
	/** age file for the one recipient of `epoch`. */
	sealed: Uint8Array
	epoch: Epoch
	/** For the server: where answers go. */
	keys: MailboxKeys
}

/** Seconds on a slow phone, most of it for the receipt: can be done while the person still writes. */
export type ReceiptInHand = { code: string } & Awaited<ReturnType<typeof openReceipt>>

/** Draws a receipt and derives its keys. */
export const drawReceipt = async (argon2id?: Argon2id): Promise<ReceiptInHand> => {
	const code = makeReceipt()
	return { code, ...(await openReceipt(code, argon2id)) }
}

/**
 * Seals answers to the epoch. Refuses with `sealed.too-long` what fits no size.
 *
 * @param epoch - from `openEpoch()`: a key that the root has signed
 * @throws when the platform cannot seal: the caller keeps the text and says so, and never sends it
 */
export const sealReport = async (options: {
	answers: Answers
	locale: Locale
	epoch: Epoch
	receipt: ReceiptInHand
	now: Date
	sealedBy?: Sealer
	/** In the order of their parts. */
	attachments?: readonly ListedAttachment[]
}): Promise<Result<SealedReport, SealRefusal>> => {
	const { answers, locale, epoch, receipt, now, sealedBy = 'browser', attachments = [] } = options
	const { code, secrets, keys } = receipt
	const report: Report = {
		v: 1,
		form: 'report',
		epoch: epoch.id,
		nonce: secrets.nonce,
		part: 1,
		parts: 1,
		locale,
		sealedBy,
		answers,
		...(attachments.length > 0 ? { attachments: [...attachments] } : {}),
		box: keys.box,
		sentHour: toHour(now).toISOString().replace('.000Z', 'Z'),
	}
	const sealed = await seal(JSON.stringify(report), epoch.recipient, reportSizes)
	return sealed.ok ? ok({ code, sealed: sealed.value, epoch, keys }) : sealed
}
