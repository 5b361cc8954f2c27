import { getPublicKeyAsync, signAsync } from '@noble/ed25519'
import { parseCheckpoint } from './checkpoint.ts'
import { makeNoteKey, type NoteKey, type SignatureType } from './note-key.ts'
import { isNoteText, type NoteSignature } from './note.ts'
import { toCosignedBytes, toNoteBytes } from './signed-bytes.ts'

/** A key pair that signs under a name. One secret key belongs to one name and one type. */
export type NoteSigner<Type extends SignatureType = SignatureType> = {
	key: NoteKey & { type: Type }
	/** 32 bytes, the seed of RFC 8032. Never logged, never sent. */
	secretKey: Uint8Array
}

/** A signer from a secret key of 32 bytes. Throws for a name with spaces or plus, and for a key of another length. */
export const makeSigner = async <Type extends SignatureType>(
	name: string,
	type: Type,
	secretKey: Uint8Array,
): Promise<NoteSigner<Type>> => ({
	key: { ...makeNoteKey(name, type, await getPublicKeyAsync(secretKey)), type },
	secretKey,
})

/** The line by which the author signs a text. Throws when the text does not end in a newline. */
export const signNote = async (text: string, signer: NoteSigner<'ed25519'>): Promise<NoteSignature> => {
	if (!isNoteText(text))
		throw new Error('signing a note: wanted lines of text, the last one ended by a newline')
	const { name, id } = signer.key
	return { name, id, bytes: await signAsync(toNoteBytes(text), signer.secretKey) }
}

/**
 * The line by which a witness says: at this time, this was the largest checkpoint of this record that I have seen, and it
 * continues all that I saw before. **The caller has checked that**, with `verifyConsistency()`; this only signs.
 *
 * @param time - seconds since 1970
 * @throws when the text is no checkpoint or the time no whole number of seconds
 */
export const cosignCheckpoint = async (
	text: string,
	signer: NoteSigner<'cosignature'>,
	time: number,
): Promise<NoteSignature> => {
	if (!parseCheckpoint(text).ok || !isNoteText(text) || !Number.isSafeInteger(time) || time < 0)
		throw new Error('signing as a witness: wanted the text of a checkpoint and a time in whole seconds')
	const { name, id } = signer.key
	const bytes = new Uint8Array(8 + 64)
	new DataView(bytes.buffer).setBigUint64(0, BigInt(time))
	bytes.set(await signAsync(toCosignedBytes(text, time), signer.secretKey), 8)
	return { name, id, bytes }
}
