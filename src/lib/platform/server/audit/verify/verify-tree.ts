import { sql } from 'kysely'
import type { Hash } from '#tools/seal/merkle-log'
import type { AuditQueries } from '../audit-tables.ts'
import type { EntryIndex } from './entry-index.ts'
import { idBytes, readNumbered } from './packed.ts'
import {
	listPassed,
	openOutside,
	passCheckpoints,
	type Outside,
	type Passage,
	type Signers,
} from './pass-checkpoints.ts'
import { findLeafOfHash, makeRecomputedTree } from './recomputed-tree.ts'

/** Leaves read at once, whatever checkpoints lie between them. */
const group = 10_000
const hashBytes = 32

/** Compares hashes made anew with those stored; says the first leaf that differs. */
const compareHashes = async (
	db: AuditQueries,
	firstIndex: number,
	hashes: readonly Hash[],
): Promise<string | undefined> => {
	const wanted = { table: 'audit_hash', number: 'position', value: sql`hash` }
	const stored = await readNumbered(db, wanted, [firstIndex, firstIndex + hashes.length])
	const wrong = hashes.findIndex(
		(hash, at) => stored.subarray(at * hashBytes, (at + 1) * hashBytes).compare(hash) !== 0,
	)
	if (wrong < 0) return undefined
	return `leaf ${findLeafOfHash(firstIndex + wrong)}: the commitment and the stored hashes do not belong together`
}

/** Commitments of the leaves from one place to another, each entry told its place; `undefined` when one is not there. */
const readLeaves = async (
	db: AuditQueries,
	index: EntryIndex,
	[from, to]: readonly [number, number],
): Promise<Buffer[] | undefined> => {
	const wanted = { table: 'audit_leaf', number: 'leaf_index', value: sql`uuid_send(entry)` }
	const ids = await readNumbered(db, wanted, [from, to])
	if (ids.length !== (to - from) * idBytes) return undefined
	const commitments: Buffer[] = []
	for (let leaf = from; leaf < to; leaf++) {
		const at = (leaf - from) * idBytes
		const entry = index.find(ids.subarray(at, at + idBytes))
		if (entry < 0) return undefined
		index.place(entry, leaf)
		commitments.push(index.commitmentOf(entry))
	}
	return commitments
}

/**
 * Makes the tree anew and compares every hash and every checkpoint on the way.
 *
 * @param index - all entries; each is told its place
 * @param known - `last`: size of the last checkpoint of the database; the rest lies outside the database
 */
export const verifyTree = async (
	db: AuditQueries,
	index: EntryIndex,
	{ last, ...known }: Signers & Outside & { last: number },
): Promise<{ problem: string } | Passage> => {
	const outside = await openOutside(known, known.key, last)
	if ('problem' in outside) return outside
	const tree = makeRecomputedTree()
	let size = 0
	let passage: Passage = { cosignatures: 0 }
	do {
		const [from, to] = [size, Math.min(size + group, last)]
		const leaves = await readLeaves(db, index, [from, to])
		if (!leaves) return { problem: `an entry between leaf ${from} and ${to} is not there` }
		const checkpoints = await listPassed(db, [from === 0 ? -1 : from, to], outside)
		const { firstIndex, hashes } = tree.append([])
		const roots = new Map<number, Hash>()
		for (const end of new Set([...checkpoints.map((one) => one.size), to])) {
			for (const hash of tree.append(leaves.slice(size - from, end - from)).hashes) hashes.push(hash)
			size = end
			roots.set(end, tree.getRoot())
		}
		const problem = await compareHashes(db, firstIndex, hashes)
		if (problem !== undefined) return { problem }
		const passed = await passCheckpoints(checkpoints, roots, known)
		if ('problem' in passed) return passed
		passage = { ...passage, ...passed, cosignatures: passage.cosignatures + passed.cosignatures }
	} while (size < last)
	return passage
}
