import type { Result } from '#base'
import { seal } from '#tools/sealed'
import { formatMessage } from '../answer.ts'
import type { Epoch } from '../keys/epoch.ts'
import type { ReceiptSecrets } from '../keys/receipt.ts'
import { letterSizes } from '../report-sizes.ts'

/**
 * A letter to the desk, sealed to the current epoch. Refuses with `message.empty`, `message.too-long` or `sealed.too-long`.
 *
 * @param n - which letter of this reporter it is, from 1; where that is not known, 1
 */
export const sealMessage = async (
	text: string,
	{ nonce }: ReceiptSecrets,
	epoch: Epoch,
	n = 1,
): Promise<Result<Uint8Array>> => {
	const message = formatMessage({ epoch: epoch.id, nonce, n, text })
	return message.ok ? seal(message.value, epoch.recipient, letterSizes) : message
}
