/** `true` when both are the same bytes. Takes as long for any two of one length. */
export const isSame = (one: Uint8Array, other: Uint8Array): boolean =>
	one.length === other.length && one.reduce((all, byte, at) => all | (byte ^ (other[at] ?? 0)), 0) === 0
