import { makeNoteKey, type NoteKey } from '#tools/seal/signed-note'

/**
 * The same public key under the name that an earlier checkpoint bears: an installation may have moved to another address. `undefined` for a
 * name that no key can have: it comes from whoever wrote the checkpoint.
 */
export const findKeyUnderName = (key: NoteKey, name: string): NoteKey | undefined => {
	try {
		return makeNoteKey(name, key.type, key.publicKey)
	} catch {
		return undefined
	}
}
