import type { Result } from '#base'
import { seal, type SealRefusal } from '#tools/seal/sealed'
import { formatMessage, type MessageRefusal, type SafeHours } from '../answer.ts'
import type { Epoch } from '../keys/epoch.ts'
import type { ReceiptSecrets } from '../keys/receipt.ts'
import { letterSizes } from '../report-sizes.ts'

/**
 * A letter to the desk, sealed to the current epoch. Refuses with `message.empty`, `message.too-long` or `sealed.too-long`.
 *
 * @param more - `n`: which letter of this reporter it is, from 1; where that is not known, 1. `safeHours`: others than before
 */
export const sealMessage = async (
	text: string,
	{ nonce }: ReceiptSecrets,
	epoch: Epoch,
	{ n = 1, safeHours }: { n?: number; safeHours?: SafeHours | undefined } = {},
): Promise<Result<Uint8Array, MessageRefusal | SealRefusal>> => {
	const message = formatMessage({ epoch: epoch.id, nonce, n, text, ...(safeHours ? { safeHours } : {}) })
	return message.ok ? seal(message.value, epoch.recipient, letterSizes) : message
}
