import { argon2id as hash } from 'hash-wasm'

/** Parameters with the names of `crypto.argon2()`. */
export type Argon2Parameters = {
	/** At least one byte. */
	message: Uint8Array
	/** At least 8 bytes. */
	nonce: Uint8Array
	/** KiB. */
	memory: number
	passes: number
	/** Bytes of the answer. */
	tagLength: number
}

/**
 * Argon2id, version 0x13, one lane (https://www.rfc-editor.org/rfc/rfc9106). Holds the thread: for a worker.
 *
 * @throws `CompileError` where a content policy forbids WebAssembly; Error when a length is out of bounds or there is not so much memory
 */
export const argon2id = ({
	message,
	nonce,
	memory,
	passes,
	tagLength,
}: Argon2Parameters): Promise<Uint8Array> =>
	hash({
		password: message,
		salt: nonce,
		memorySize: memory,
		iterations: passes,
		parallelism: 1,
		hashLength: tagLength,
		outputType: 'binary',
	})
