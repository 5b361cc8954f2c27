import { failed, fromBase64, isWellFormed, ok, toBase64, type Result } from '#base'
import { isKeyName, readId } from './note-key.ts'

/** One signature line, verified by nobody yet. */
export type NoteSignature = {
	name: string
	id: number
	/** Bytes after the key id: 64 bytes for Ed25519, 72 for a cosignature. */
	bytes: Uint8Array
}

/** A text that ends in a newline, and the lines that sign it. The text means nothing until a known key has signed it. */
export type Note = { text: string; signatures: NoteSignature[] }

/** More is refused before anything is computed. */
const mostSignatures = 100
const mostCharacters = 1_000_000

const refuse = (wanted: string): Result<never> =>
	failed({ path: '', message: `reading a signed note: wanted ${wanted}` })

/** True for text that a note can hold: it ends in a newline and has no other control character below U+0020. */
export const isNoteText = (text: string): boolean =>
	// eslint-disable-next-line no-control-regex
	text.endsWith('\n') && isWellFormed(text) && !/[\u0000-\u0009\u000b-\u001f]/u.test(text)

const parseLine = (line: string): NoteSignature | undefined => {
	const [, name = '', spelt = ''] = /^\u2014 ([^ ]+) ([^ ]+)$/u.exec(line) ?? []
	const bytes = fromBase64(spelt)
	if (!isKeyName(name) || !bytes || bytes.length < 5) return undefined
	return { name, id: readId(bytes), bytes: bytes.slice(4) }
}

/**
 * Reads a signed note without checking who signed: that is `openNote()`. Refused: more than 100 signatures or a million
 * letters, control characters, lone surrogates, anything but signature lines after the last empty line.
 */
export const parseNote = (message: string): Result<Note> => {
	if (message.length > mostCharacters) return refuse(`at most ${mostCharacters} characters`)
	if (!isNoteText(message)) return refuse('lines of well-formed text, the last one ended by a newline')
	const cut = message.lastIndexOf('\n\n')
	if (cut < 0) return refuse('an empty line before the signatures')
	const lines = message.slice(cut + 2, -1).split('\n')
	if (lines.length > mostSignatures) return refuse(`at most ${mostSignatures} signatures`)
	const signatures: NoteSignature[] = []
	for (const line of lines) {
		const signature = parseLine(line)
		if (!signature) return refuse('after the last empty line only lines of the form \u2014 <name> <base64>')
		signatures.push(signature)
	}
	return ok({ text: message.slice(0, cut + 1), signatures })
}

/** The note as it is published. Throws when the text cannot stand in a note or nobody has signed. */
export const formatNote = ({ text, signatures }: Note): string => {
	if (!isNoteText(text) || signatures.length === 0)
		throw new Error('writing a signed note: wanted text that ends in a newline, and a signature')
	const lines = signatures.map(({ name, id, bytes }) => {
		const whole = new Uint8Array(4 + bytes.length)
		new DataView(whole.buffer).setUint32(0, id)
		whole.set(bytes, 4)
		return `\u2014 ${name} ${toBase64(whole)}\n`
	})
	return `${text}\n${lines.join('')}`
}
