import { AppError, ok, refused, type Result } from '#base'
import type { Argon2id } from '#tools/seal/receipt-keys'
import type { NoteKey } from '#tools/seal/signed-note'
import {
	openMailbox,
	openReceipt,
	parseMailboxPage,
	sealMessage,
	signChallenge,
	type OpenMailbox,
} from '../../mailbox/index.ts'
import type { SafeHours } from '../../answer.ts'
import type { StoredEpoch } from '../keep/epoch-store.ts'
import type { MailboxRequest, MailboxServer } from './mailbox.ts'

/** A mailbox opened on the server, for a browser that runs no script. The page has said so. */
export type ReceiptMailbox = {
	/** `undefined`: no mailbox of this receipt, or not yet. */
	read: (skip?: number) => Promise<OpenMailbox | undefined>
	/** Refuses with `message.empty`, `message.too-long`, `epoch.over`, `mailbox.full`, `reports.busy` or `reports.no-epoch`: nothing was kept. */
	write: (text: string, safeHours?: SafeHours) => Promise<Result<true, string>>
	/** Proof of filing as text (https://c2sp.org/tlog-proof); `undefined` when there is none yet. */
	prove: () => Promise<string | undefined>
}

/** A rule that says no, a key that is missing among them: the page says that the letter has not gone, and keeps its words. */
const attempt = async (work: () => Promise<Result<true, string>>): Promise<Result<true, string>> => {
	try {
		return await work()
	} catch (error) {
		if (error instanceof AppError) return refused(error.code)
		throw error
	}
}

/** Does for a code what the browser does with script: the same requests, the same answers. @throws AppError `reports.busy` */
export const openReceiptMailbox = async (
	code: string,
	options: {
		/** Here, or in another process. */
		mailbox: Pick<MailboxServer, 'open' | 'send' | 'prove'> & {
			challenge: (lookup: Uint8Array) => string | Promise<string>
		}
		root: NoteKey
		getEpoch: () => Promise<StoredEpoch>
		argon2id: Argon2id
	},
): Promise<ReceiptMailbox> => {
	const { mailbox, root, getEpoch, argon2id } = options
	const receipt = await openReceipt(code, argon2id)
	const { lookup } = receipt.keys
	const makeRequest = async (): Promise<MailboxRequest> => {
		const challenge = await mailbox.challenge(lookup)
		return { lookup, challenge, signature: await signChallenge(challenge, receipt.secrets) }
	}
	return {
		read: async (skip = 0) => {
			const page = parseMailboxPage(JSON.parse(await mailbox.open(await makeRequest(), skip)))
			return page && openMailbox(page, receipt, root)
		},
		write: (text, safeHours) =>
			attempt(async () => {
				const epoch = await getEpoch()
				const sealed = await sealMessage(text, receipt.secrets, epoch, { safeHours })
				if (!sealed.ok) return sealed
				const sent = await mailbox.send(await makeRequest(), sealed.value, epoch.id)
				return sent === 'taken' ? ok(true) : refused(sent)
			}),
		prove: async () => {
			const { proof } = JSON.parse(await mailbox.prove(await makeRequest())) as { proof: string }
			const text = Buffer.from(proof, 'base64').toString()
			return text.startsWith('c2sp.org/tlog-proof@v1\n') ? `${text.trimEnd()}\n` : undefined
		},
	}
}
