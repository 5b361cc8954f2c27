/**
 * X25519 (https://www.rfc-editor.org/rfc/rfc7748): the ladder of `@noble/curves`, without the curve for signatures that stands in one
 * file with it there.
 */
import { pow } from '@noble/curves/abstract/modular.js'
import { montgomery } from '@noble/curves/abstract/montgomery.js'

const P = (1n << 255n) - 19n

/** Section 5, `decodeScalar25519`. */
const adjustScalarBytes = (bytes: Uint8Array): Uint8Array => {
	bytes[0] = (bytes[0] ?? 0) & 248
	bytes[31] = ((bytes[31] ?? 0) & 127) | 64
	return bytes
}

export const ladder = montgomery({
	P,
	type: 'x25519',
	powPminus2: (x) => pow(x, P - 2n, P),
	adjustScalarBytes,
})
