import { parseCheckpoint } from './checkpoint.ts'
import type { NoteSignature, Note } from './note.ts'
import type { NoteKey } from './note-key.ts'

const encoder = new TextEncoder()

/** Length of an Ed25519 signature. */
const signatureLength = 64

/** Text that a witness signs: two lines of its own, then the whole text of the checkpoint. `time` in seconds since 1970. */
export const toCosignedBytes = (text: string, time: number): Uint8Array =>
	encoder.encode(`cosignature/v1\ntime ${time}\n${text}`)

/** Bytes that the author of a note signs: its text. */
export const toNoteBytes = (text: string): Uint8Array => encoder.encode(text)

/** A signature line taken apart: the Ed25519 signature, the bytes that it covers, and when a witness signed. */
export type SignedBytes = { signature: Uint8Array; message: Uint8Array; time?: number }

/** `undefined` when the line or the text has not the form that signatures of this type have. */
export const toSignedBytes = (
	{ text }: Pick<Note, 'text'>,
	{ bytes }: NoteSignature,
	{ type }: NoteKey,
): SignedBytes | undefined => {
	if (type === 'ed25519')
		return bytes.length === signatureLength ? { signature: bytes, message: toNoteBytes(text) } : undefined
	if (bytes.length !== 8 + signatureLength || !parseCheckpoint(text).ok) return undefined
	const time = Number(new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(0))
	if (!Number.isSafeInteger(time)) return undefined
	return { signature: bytes.slice(8), message: toCosignedBytes(text, time), time }
}
