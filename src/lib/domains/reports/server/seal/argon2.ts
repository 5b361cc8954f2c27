import { argon2 } from 'node:crypto'
import { promisify } from 'node:util'
import type { Argon2id } from '#tools/receipt-keys'

const run = promisify(argon2)

/** Node's own Argon2id, off the main thread. */
export const argon2idOfNode: Argon2id = async (parameters) =>
	new Uint8Array(await run('argon2id', parameters))
