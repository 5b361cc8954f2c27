import { sha256 } from '@noble/hashes/sha2.js'
import { failed, fromBase64, ok, toBase64, type Result } from '#base'
import type { Hash } from '#tools/seal/merkle-log'

/** A request to cosign: a checkpoint, and the proof that it continues the tree of `oldSize` entries. */
export type AddCheckpoint = {
	/** Entries of the tree that the witness has signed last; 0 when it has signed none. */
	oldSize: number
	/** RFC 6962, 2.1.2; empty from 0. */
	proof: readonly Hash[]
	/** The signed note. */
	checkpoint: string
}

const mostHashes = 63
const hashLength = 32

/** The body of a request. Throws for a size that is none, and for more hashes than the specification allows. */
export const formatAddCheckpoint = ({ oldSize, proof, checkpoint }: AddCheckpoint): string => {
	if (!Number.isSafeInteger(oldSize) || oldSize < 0 || proof.length > mostHashes)
		throw new RangeError('asking a witness: wanted a number of entries and at most 63 hashes')
	return [`old ${oldSize}`, ...proof.map(toBase64), '', checkpoint].join('\n')
}

/** Reads the body of a request. What it proves is not looked at. */
export const parseAddCheckpoint = (body: string): Result<AddCheckpoint> => {
	const refuse = failed({
		path: '',
		message: 'wanted a line "old <size>", at most 63 lines of base64, an empty line and a signed checkpoint',
	})
	const cut = body.indexOf('\n\n')
	const [first = '', ...lines] = body.slice(0, Math.max(0, cut)).split('\n')
	const oldSize = Number(/^old (0|[1-9]\d{0,15})$/u.exec(first)?.[1] ?? Number.NaN)
	const proof = lines.flatMap((line) => fromBase64(line) ?? [])
	const isProof = proof.length === lines.length && proof.every(({ length }) => length === hashLength)
	if (!Number.isSafeInteger(oldSize) || !isProof || proof.length > mostHashes) return refuse
	return ok({ oldSize, proof, checkpoint: body.slice(cut + 2) })
}

/** The name under which a witness shows the last checkpoint of a record: SHA-256 of its origin, in hex. */
export const toOriginHash = (origin: string): string =>
	Array.from(sha256(new TextEncoder().encode(origin)), (byte) => byte.toString(16).padStart(2, '0')).join('')
