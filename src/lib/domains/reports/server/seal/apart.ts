/**
 * Report and mailbox for pages without script, in a process of its own that has neither database nor key and ends soon. What it asks of
 * the process that keeps reports is what a browser with script would send: sealed bytes, signed challenges.
 */
import { seal } from '#tools/seal/sealed'
import type { AttachmentKind } from '../../attachments/kinds.ts'
import { reportSizes } from '../../report-sizes.ts'
import type { Reports } from '../reports.ts'
import { openReceiptMailbox } from '../mailbox/receipt-mailbox.ts'
import { argon2idOfNode } from './argon2.ts'
import { createClearIntake, type ClearIntake, type Keeping } from './clear-intake.ts'

/** All that pages of the intake ask of reports. */
export type PageReports = Pick<Reports, 'getEpoch' | 'isDemonstration' | 'now' | 'openInLine' | 'root'> & {
	intake: ClearIntake & { makeToken: () => string }
	attachments: { kinds: readonly AttachmentKind[] }
}

/** Answers of the other process, by name. Each can be asked over a line between processes. */
export type Kept = Omit<Keeping, 'getEpoch'> &
	Pick<Reports, 'getEpoch'> &
	Pick<Reports['mailbox'], 'open' | 'send' | 'prove'> & {
		challenge: (lookup: Uint8Array) => Promise<string>
	}

/** All that does not change while a process that seals lives. */
export type KeptSettings = Pick<Reports, 'isDemonstration' | 'root'> & { kinds: readonly AttachmentKind[] }

/** All that a process that seals may ask of this one. */
export const openKept = ({ intake, mailbox, getEpoch }: Reports): Kept => ({
	...intake.keeping,
	getEpoch,
	challenge: async (lookup) => mailbox.challenge(lookup),
	open: mailbox.open,
	send: mailbox.send,
	prove: mailbox.prove,
})

export const toKeptSettings = ({ isDemonstration, root, attachments: { kinds } }: Reports): KeptSettings => ({
	isDemonstration,
	root,
	kinds,
})

/**
 * Report and mailbox over what another process keeps.
 *
 * @param takeToken - gives the token of the form that is shown next
 * @param findTicket - gives a ticket when the turn of this mailbox has not come: then it is not opened
 */
export const openPageReports = (
	kept: Kept,
	{ isDemonstration, root, kinds }: KeptSettings,
	{ takeToken, findTicket }: { takeToken: () => string; findTicket: () => string | undefined },
): PageReports => {
	const now = () => new Date()
	const intake = createClearIntake({
		keeping: kept,
		argon2: () => argon2idOfNode,
		seal: async (content, recipient) => seal(content, recipient, reportSizes),
		now,
	})
	const { getEpoch } = kept
	return {
		isDemonstration,
		root,
		getEpoch,
		now,
		intake: { ...intake, makeToken: takeToken },
		attachments: { kinds },
		openInLine: async (code) => {
			const ticket = findTicket()
			if (ticket !== undefined) return { ticket }
			return openReceiptMailbox(code, { mailbox: kept, root, getEpoch, argon2id: argon2idOfNode })
		},
	}
}
