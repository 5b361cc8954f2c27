import { config, enums, type Config } from 'openpgp'

/** Bytes that a message may have once it is unpacked: what grows further is a trap. */
const mostBytes = 10 * 1024 * 1024

/**
 * What we write and what we take. GnuPG 2.4 reads keys of version 4 with the old names of the curves, and messages without the newer AEAD;
 * SHA-1 counts nowhere, in self-signatures neither.
 */
export const profile: Config = {
	...config,
	v6Keys: false,
	aeadProtect: false,
	showVersion: false,
	showComment: false,
	minRSABits: 2048,
	allowUnauthenticatedMessages: false,
	allowInsecureDecryptionWithSigningKeys: false,
	maxDecompressedMessageSize: mostBytes,
	rejectHashAlgorithms: new Set([...config.rejectHashAlgorithms, enums.hash.sha1]),
	rejectMessageHashAlgorithms: new Set([...config.rejectMessageHashAlgorithms, enums.hash.sha1]),
}

/** Hashes that a self-signature must not rest on. */
export const isWeakHash = (algorithm: enums.hash | null): boolean =>
	algorithm === null || profile.rejectHashAlgorithms.has(algorithm)
