/** Reports that somebody sealed with the `age` program: what is taken, and how it lies inside a report of ours. */
import { refused, ok, type Result } from '#base'
import { readArmor, readFamily } from '#tools/seal/sealed'

/** Most bytes of such a file: what fits the largest size of a report once it is text. */
export const mostByHand = 45_056

/** Most keys that are tried: the one in use, and those before it that are not destroyed. */
export const mostTried = 4

export type ByHandRefusal =
	/** Neither an age file nor its text form, sealed to several readers, or to a key of another kind than ours. */
	'by-hand.form' | 'by-hand.too-long'

/**
 * The bytes of a file sealed by hand, from a file or from pasted text. Nobody here can tell to which key it is sealed: the header of an age file
 * names none.
 *
 * @param family - the kind of key that reports are sealed to now
 */
export const readByHand = (
	given: Uint8Array | string,
	family: 'x25519' | 'hybrid' | undefined,
): Result<Uint8Array, ByHandRefusal> => {
	// The text form in a file is as good as the bytes.
	const text = typeof given === 'string' ? given : new TextDecoder('latin1').decode(given)
	const bytes = text.trimStart().startsWith('-----') ? readArmor(text) : given
	if (bytes === undefined || typeof bytes === 'string') return refused('by-hand.form')
	if (bytes.length > mostByHand) return refused('by-hand.too-long')
	const found = readFamily(bytes)
	return found.ok && found.value === family ? ok(bytes) : refused('by-hand.form')
}
