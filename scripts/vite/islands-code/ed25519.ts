/**
 * Stands in the islands for `@noble/ed25519`: the browser's own WebCrypto signs and checks (https://www.rfc-editor.org/rfc/rfc8032). Where
 * it cannot, whatever the reason, the code of `@noble/ed25519` is fetched and does it.
 */
const name = 'Ed25519'

/** PKCS #8 of an Ed25519 key before its 32 bytes (https://www.rfc-editor.org/rfc/rfc8410#section-7). */
const pkcs8 = [0x30, 0x2e, 2, 1, 0, 0x30, 5, 6, 3, 0x2b, 0x65, 0x70, 4, 0x22, 4, 0x20]

const toPlain = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array(bytes)

const importSeed = (seed: Uint8Array, extractable: boolean): Promise<CryptoKey> =>
	crypto.subtle.importKey('pkcs8', new Uint8Array([...pkcs8, ...seed]), { name }, extractable, ['sign'])

const orFetched = async <Value>(
	own: () => Promise<Value>,
	fetched: (noble: typeof import('@noble/ed25519')) => Promise<Value>,
): Promise<Value> => own().catch(async () => fetched(await import('@noble/ed25519')))

const readPublicKey = async (seed: Uint8Array): Promise<Uint8Array> => {
	const { x = '' } = await crypto.subtle.exportKey('jwk', await importSeed(seed, true))
	return Uint8Array.from(atob(x.replaceAll('-', '+').replaceAll('_', '/')), (character) =>
		character.charCodeAt(0),
	)
}

export const getPublicKeyAsync = (seed: Uint8Array): Promise<Uint8Array> =>
	orFetched(
		() => readPublicKey(seed),
		(noble) => noble.getPublicKeyAsync(seed),
	)

export const signAsync = (message: Uint8Array, seed: Uint8Array): Promise<Uint8Array> =>
	orFetched(
		async () =>
			new Uint8Array(await crypto.subtle.sign({ name }, await importSeed(seed, false), toPlain(message))),
		(noble) => noble.signAsync(message, seed),
	)

/** The strict rules of RFC 8032, as all of ours ask for them (`zip215: false`). */
export const verifyAsync = (
	signature: Uint8Array,
	message: Uint8Array,
	publicKey: Uint8Array,
	options: { zip215: false },
): Promise<boolean> =>
	orFetched(
		async () => {
			const key = await crypto.subtle.importKey('raw', toPlain(publicKey), { name }, false, ['verify'])
			return crypto.subtle.verify({ name }, key, toPlain(signature), toPlain(message))
		},
		(noble) => noble.verifyAsync(signature, message, publicKey, options),
	)
