/**
 * Stands in the islands for `x25519` of `@noble/curves`, which age asks only where the browser's own WebCrypto has no X25519: fetched
 * then, and not by everybody. age waits for what it gets.
 */
const fetchLadder = async () => (await import('./x25519-ladder.ts')).ladder

export const x25519 = {
	/** The base point: 9. */
	GuBytes: Uint8Array.from({ length: 32 }, (_, at) => (at === 0 ? 9 : 0)),
	scalarMult: async (scalar: Uint8Array, u: Uint8Array): Promise<Uint8Array> =>
		(await fetchLadder()).scalarMult(scalar, u),
	scalarMultBase: async (scalar: Uint8Array): Promise<Uint8Array> =>
		(await fetchLadder()).scalarMultBase(scalar),
}
