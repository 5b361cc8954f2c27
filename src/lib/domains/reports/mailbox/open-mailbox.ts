import type { NoteKey } from '#tools/seal/signed-note'
import { openText } from '#tools/seal/sealed'
import { openAnswer, type Answer } from '../answer.ts'
import { isSame } from '../keys/bytes.ts'
import { openEpoch } from '../keys/epoch.ts'
import type { MailboxKeys, ReceiptSecrets } from '../keys/receipt.ts'
import type { Wait } from '../promise.ts'
import type { Status } from '../status.ts'
import type { MailboxPage } from './mailbox-page.ts'

/** The mailbox as the holder of a receipt reads it. */
export type OpenMailbox = {
	status: Status
	wait: Wait
	/** Signed by the desk, the newest first. */
	answers: Answer[]
	/** Letters that opened and that no known desk has signed: never shown, and told. */
	unsigned: number
}

/**
 * Opens a page of a mailbox; `undefined`: there is no mailbox of this receipt, the page was a decoy. An answer counts when it
 * is signed by the key of an epoch that the root has signed, and names this report.
 */
export const openMailbox = async (
	page: MailboxPage,
	receipt: { secrets: ReceiptSecrets; keys: MailboxKeys },
	root: NoteKey,
): Promise<OpenMailbox | undefined> => {
	const { secrets, keys } = receipt
	if (!isSame(page.mark, keys.mark)) return undefined
	const epoch = await openEpoch(page.record, root)
	const answerKeys = epoch.ok ? [epoch.value.answerKey] : []
	const answers: Answer[] = []
	let unsigned = 0
	for (const slot of page.slots) {
		const text = await openText(slot, secrets.box)
		if (!text.ok) continue // an empty place
		const answer = await openAnswer(text.value, answerKeys, secrets.nonce)
		if (answer.ok) answers.push(answer.value)
		else unsigned += 1
	}
	return { status: page.status, wait: page.wait, answers: answers.sort((a, b) => b.n - a.n), unsigned }
}
