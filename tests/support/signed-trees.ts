/** Trees of made up entries with a signed checkpoint, for tests of witnesses. */
import { appendLeaves, hashLeaf, proveConsistency, type Hash } from '#tools/seal/merkle-log'
import { formatCheckpoint, formatNote, makeSigner, signNote } from '#tools/seal/signed-note'

export const log = await makeSigner('record.example/log', 'ed25519', new Uint8Array(32).fill(1))

export type GrownTree = { size: number; root: Hash; prove: (from: number) => Promise<Hash[]> }

/** A tree of so many leaves; another `word` makes another tree. */
export const grow = async (size: number, word = 'entry'): Promise<GrownTree> => {
	const leaves = Array.from({ length: size }, (_, at) => hashLeaf(new TextEncoder().encode(`${word} ${at}`)))
	const { hashes, root } = await appendLeaves(0, leaves, async () => [])
	const read = async (indexes: readonly number[]): Promise<Hash[]> =>
		indexes.flatMap((index) => hashes[index] ?? [])
	return { size, root, prove: (from) => proveConsistency(from, size, read) }
}

/** Its checkpoint, as this record publishes it. */
export const sign = async (
	{ size, root }: Pick<GrownTree, 'size' | 'root'>,
	signer = log,
): Promise<string> => {
	const text = formatCheckpoint({ origin: signer.key.name, size, root, extensions: [] })
	return formatNote({ text, signatures: [await signNote(text, signer)] })
}
