import { sha1 } from '@noble/hashes/legacy.js'
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js'

/**
 * A name-based UUID (RFC 9562, version 5): the same namespace and name give the same id. SHA-1 names things here and protects nothing;
 * UCO advises ids of versions 1 to 5.
 */
export const makeNamedId = (namespace: string, name: string): string => {
	const bytes = sha1(
		new Uint8Array([...hexToBytes(namespace.replaceAll('-', '')), ...utf8ToBytes(name)]),
	).slice(0, 16)
	bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50
	bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
	const hex = bytesToHex(bytes)
	return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
