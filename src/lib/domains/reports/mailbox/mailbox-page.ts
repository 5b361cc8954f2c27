import { fromBase64, fromBase64url } from '#base'
import { isWait, type Wait } from '../promise.ts'
import { isStatus, type Status } from '../status.ts'

/** Letters in one answer of the server, whether there are any or not. */
export const slotCount = 3

/** The answer of the server to anyone who asks for any mailbox. Only the holder can tell whether it is real. */
export type MailboxPage = {
	/** Sealed letters, the newest first; empty places look like letters. */
	slots: Uint8Array[]
	mark: Uint8Array
	status: Status
	/** State of the promised time for an answer: it runs, has passed, or was kept. */
	wait: Wait
	/** Signed record of the epoch whose desk answers. */
	record: string
}

const toBytes = (text: unknown): Uint8Array | undefined =>
	typeof text === 'string' && text !== '' && text.length <= 8192 ? fromBase64(text) : undefined

/** Reads the server's answer; `undefined` when it is none. */
export const parseMailboxPage = (value: unknown): MailboxPage | undefined => {
	if (typeof value !== 'object' || value === null) return undefined
	const { slots, mark, status, wait, record } = value as Record<string, unknown>
	const letters = Array.isArray(slots) ? slots.map(toBytes) : []
	const marked = typeof mark === 'string' ? fromBase64url(mark, 16) : undefined
	const isWhole =
		letters.length === slotCount && marked && isStatus(status) && isWait(wait) && typeof record === 'string'
	if (!isWhole || letters.some((letter) => letter === undefined)) return undefined
	return { slots: letters.filter((letter) => letter !== undefined), mark: marked, status, wait, record }
}
