import { toBase64url } from '#base'
import type { MailboxKeys } from '../keys/receipt.ts'

/** The priority of a report: how soon a person has to see it. Not sealed; sent and stored as `lane`. */
export type Priority = 'danger' | 'normal'

/** Header that goes before the sealed bytes on the way to the server. */
export type ReportHeader = {
	/** From the page or from the challenge. */
	token: string
	/** Solution of the proof of work; not asked of reports of priority `danger`. */
	solution?: string
	epoch: string
	lane: Priority
	/** Sealed bytes of each part that was sent before under the same token. Empty: of what was sent nothing belongs to it. */
	attachments?: readonly number[]
}

/** The body of a report: length of the header (4 bytes, highest first), the header as JSON, the sealed bytes. */
export const packReport = (
	{ token, solution, epoch, lane, attachments }: ReportHeader,
	{ lookup, auth, box, mark }: MailboxKeys,
	sealed: Uint8Array,
): Uint8Array<ArrayBuffer> => {
	const header = new TextEncoder().encode(
		JSON.stringify({
			token,
			epoch,
			lane,
			box,
			...(solution === undefined ? {} : { solution }),
			...(attachments === undefined ? {} : { attachments }),
			lookup: toBase64url(lookup),
			auth: toBase64url(auth),
			mark: toBase64url(mark),
		}),
	)
	const body = new Uint8Array(4 + header.length + sealed.length)
	new DataView(body.buffer).setUint32(0, header.length)
	body.set(header, 4)
	body.set(sealed, 4 + header.length)
	return body
}
