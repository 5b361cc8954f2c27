/**
 * Entries that are carried by hand: each sealed to the key of the desk, as letters that fit a QR code and a line of a file. Whoever finds the
 * paper reads nothing.
 */
import { base32nopad } from '@scure/base'
import { refused, ok, type Result } from '#base'
import { open, seal, type Identity } from '#tools/seal/sealed'
import { parseEntry, type Entry } from '../entry.ts'

const start = 'THIQA:'

/** Bytes that an entry is filled up to, so that its length says nothing; sealed it has some 840, and 900 are the most. */
const filledTo = [640]

/** Most bytes of a sealed entry: what a QR code carries that an ordinary phone still reads. */
const mostSealed = 900

/** Lines at most that are opened at once. */
const mostLines = 200

/** An entry that is carried, with the digest of the link that it was written with: whoever has the link stays the one who may correct it. */
export type Carried = { entry: Entry; from: string }

/** The text that a token is known by: SHA-256 of this text stands in the table of links. */
export const toTokenText = (token: string): string => `thiqa/session/v1\0${token}`

/**
 * Seals an entry. Answer: letters of the small alphabet of QR codes.
 *
 * @param text - the one text of the entry
 * @param from - digest of the link, 64 hex digits
 * @throws when the recipient is no key, or the entry is too long
 */
export const sealCarried = async (
	{ text, from }: { text: string; from: string },
	recipient: string,
): Promise<string> => {
	const sealed = await seal(`${text}\n${from}`, recipient, filledTo)
	if (!sealed.ok) throw new Error(`sealing an entry to carry: ${sealed.code}`)
	if (sealed.value.length > mostSealed) throw new Error('sealing an entry to carry: it is too long')
	return start + base32nopad.encode(sealed.value)
}

const openLine = async (line: string, identity: Identity): Promise<Carried | undefined> => {
	try {
		const opened = await open(base32nopad.decode(line.slice(start.length)), identity)
		if (!opened.ok) return undefined
		const [text = '', from = ''] = new TextDecoder().decode(opened.value).split('\n')
		const entry = parseEntry(text)
		return entry.ok && /^[0-9a-f]{64}$/u.test(from) ? { entry: entry.value, from } : undefined
	} catch {
		return undefined
	}
}

/** Entries of what was carried, one a line; refuses with `entry.sealed` when a line does not open, and when there is none. */
export const openCarried = async (
	text: string,
	identity: Identity,
): Promise<Result<Carried[], 'entry.sealed'>> => {
	const lines = text.split(/\s+/u).filter((line) => line !== '')
	if (lines.length === 0 || lines.length > mostLines || lines.some((line) => !line.startsWith(start)))
		return refused('entry.sealed')
	const entries = await Promise.all(lines.map((line) => openLine(line, identity)))
	const found = entries.filter((entry) => entry !== undefined)
	return found.length === lines.length ? ok(found) : refused('entry.sealed')
}
