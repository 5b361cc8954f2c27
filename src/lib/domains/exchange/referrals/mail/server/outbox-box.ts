/**
 * What the outbox keeps of a mail until it has left: sealed to a key that lies apart from the database (AES-256-GCM), bound to its message.
 * A copy of the database alone opens none, and the key opens nothing once a mail has left.
 */
import { webcrypto } from 'node:crypto'
import { getKey } from '#platform'

export type OutboxBox = {
	/** @param id - of the message: opened as another one it does not open */
	close: (bytes: Uint8Array, id: string) => Promise<Uint8Array>
	/** @throws Error when it was closed by another key, for another message, or was changed */
	open: (sealed: Uint8Array, id: string) => Promise<Uint8Array>
}

const ivBytes = 12

/** The key lies in `<dataDir>/keys/outbox.key`, made at first use. */
export const openOutboxBox = (dataDir: string): OutboxBox => {
	const getAes = async () =>
		webcrypto.subtle.importKey('raw', Uint8Array.from(await getKey(dataDir, 'outbox')), 'AES-GCM', false, [
			'encrypt',
			'decrypt',
		])
	const toAlgorithm = (iv: Uint8Array, id: string) => ({
		name: 'AES-GCM',
		iv: Uint8Array.from(iv),
		additionalData: new TextEncoder().encode(id),
	})
	return {
		close: async (bytes, id) => {
			const iv = webcrypto.getRandomValues(new Uint8Array(ivBytes))
			const sealed = await webcrypto.subtle.encrypt(
				toAlgorithm(iv, id),
				await getAes(),
				Uint8Array.from(bytes),
			)
			return Buffer.concat([iv, new Uint8Array(sealed)])
		},
		open: async (sealed, id) =>
			new Uint8Array(
				await webcrypto.subtle.decrypt(
					toAlgorithm(sealed.subarray(0, ivBytes), id),
					await getAes(),
					Uint8Array.from(sealed.subarray(ivBytes)),
				),
			),
	}
}
