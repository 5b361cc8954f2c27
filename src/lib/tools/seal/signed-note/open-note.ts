import { verifyAsync } from '@noble/ed25519'
import { failed, ok, type Result } from '#base'
import type { NoteKey } from './note-key.ts'
import { parseNote, type NoteSignature } from './note.ts'
import { toSignedBytes } from './signed-bytes.ts'

/** A signature that was checked. `time`, in seconds since 1970, is there for witnesses only. */
export type VerifiedSignature = { key: NoteKey; time?: number }

/** A note that at least one known key has signed. */
export type OpenNote = {
	text: string
	/** One for each known key that has signed, in the order of the note. */
	verified: VerifiedSignature[]
	/** Lines of keys that are not known: they say nothing. */
	unknown: NoteSignature[]
}

const refuse = (wanted: string): Result<never> =>
	failed({ path: '', message: `opening a signed note: wanted ${wanted}` })

/** Checks an Ed25519 signature on a message. */
type VerifySignature = (
	signature: Uint8Array,
	message: Uint8Array,
	key: NoteKey,
) => boolean | Promise<boolean>

const verifyAnywhere: VerifySignature = async (signature, message, key) => {
	try {
		return await verifyAsync(signature, message, key.publicKey, { zip215: false })
	} catch {
		return false // no point of the curve
	}
}

/**
 * Reads a note and checks every line that a known key claims. Refused, as the specification says: a note with a bad
 * signature of a known key, and a note that no known key has signed. Lines of unknown keys are kept apart and ignored,
 * also when they share a name or an id with a known key, but not both. Of several good lines of one key the first counts.
 *
 * Whether the right keys have signed (the log and so many witnesses, recently enough) is for the caller to judge.
 *
 * @param verify - another hand at the arithmetic, where a platform has a fast one and many notes are opened
 */
export const openNote = async (
	message: string,
	keys: readonly NoteKey[],
	verify: VerifySignature = verifyAnywhere,
): Promise<Result<OpenNote>> => {
	const parsed = parseNote(message)
	if (!parsed.ok) return parsed
	const { text, signatures } = parsed.value
	const verified: VerifiedSignature[] = []
	const unknown: NoteSignature[] = []
	for (const line of signatures) {
		const known = keys.filter(({ name, id }) => name === line.name && id === line.id)
		const [key] = known
		if (!key) {
			unknown.push(line)
			continue
		}
		if (known.length > 1) return refuse('known keys of which no two have the same name and id')
		const signed = toSignedBytes({ text }, line, key)
		if (!signed || !(await verify(signed.signature, signed.message, key)))
			return refuse(`a good signature of ${key.name}`)
		if (verified.some((earlier) => earlier.key === key)) continue
		verified.push(signed.time === undefined ? { key } : { key, time: signed.time })
	}
	return verified.length > 0 ? ok({ text, verified, unknown }) : refuse('a signature of a known key')
}
