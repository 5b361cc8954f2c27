import { fromHex, toHex } from '#base'
import type { Challenge } from '../challenge.ts'

const read = (hex: string): Uint8Array<ArrayBuffer> => fromHex(hex) ?? new Uint8Array()

/**
 * Does the work of a challenge with the browser's own PBKDF2, try after try, each off the page's thread. Gives the text for
 * the form field. Rejects with the signal's reason when it is stopped.
 *
 * @param onTry - told the number of tries so far, for a sign of life
 */
export const solveChallenge = async (
	{ parameters, signature }: Challenge,
	options: { signal?: AbortSignal; onTry?: (tries: number) => void } = {},
): Promise<string> => {
	const { cost, keyLength, keyPrefix, nonce, salt } = parameters
	const password = Uint8Array.from([...read(nonce), 0, 0, 0, 0])
	const rounds = { name: 'PBKDF2', hash: 'SHA-256', iterations: cost, salt: read(salt) }
	for (let counter = 0; ; counter++) {
		options.signal?.throwIfAborted()
		options.onTry?.(counter)
		new DataView(password.buffer).setUint32(password.length - 4, counter)
		const key = await crypto.subtle.importKey('raw', password, 'PBKDF2', false, ['deriveBits'])
		const derivedKey = toHex(new Uint8Array(await crypto.subtle.deriveBits(rounds, key, keyLength * 8)))
		if (derivedKey.startsWith(keyPrefix))
			return btoa(JSON.stringify({ challenge: { parameters, signature }, solution: { counter, derivedKey } }))
	}
}
