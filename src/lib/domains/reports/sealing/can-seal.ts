/** Features that sealing needs of a browser; each may be missing in an old one, whatever the types say. */
type World = {
	isSecureContext?: boolean | undefined
	crypto?: { subtle?: { deriveBits?: unknown } | undefined } | undefined
	BigInt?: unknown
	ReadableStream?: unknown
	TransformStream?: unknown
}

/**
 * Has this browser all that sealing needs? An old one, or a page that came without encryption, has not; it then sends the
 * form as a form, and the page says so before.
 */
export const canSeal = (world: World = globalThis): boolean =>
	world.isSecureContext === true &&
	[world.crypto?.subtle?.deriveBits, world.BigInt, world.ReadableStream, world.TransformStream].every(
		(part) => typeof part === 'function',
	)
