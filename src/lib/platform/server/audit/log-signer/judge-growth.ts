import { verifyConsistency } from '#tools/seal/merkle-log'
import { parseCheckpoint } from '#tools/seal/signed-note'
import type { AddCheckpoint } from '../witnesses/protocol/add-checkpoint.ts'
import type { SeenTree } from '../witnesses/protocol/judge-checkpoint.ts'

/**
 * Answer to who asks for the signature of the record, by the statuses that witnesses use. 200: to be kept, and then signed. 409: `size` is what
 * was signed last. 422: another tree than that which was signed, or no proof.
 */
export type GrowthVerdict =
	| { status: 200; origin: string; text: string }
	| { status: 409; size: number }
	| { status: 400 | 422; reason: string }

/** Entries that get their place in one transaction, and so with one signature: what a child waits for stays below a second. */
export const mostGrowth = 5_000

/**
 * Decides whether a tree continues the one that was signed last; the same tree may be asked for again. **Between this look and the keeping no other
 * request may be judged.**
 *
 * @param request - its `checkpoint` is the text alone, without a signature
 */
export const judgeGrowth = (
	{ oldSize, proof, checkpoint: text }: AddCheckpoint,
	seen: SeenTree,
): GrowthVerdict => {
	const head = parseCheckpoint(text)
	if (!head.ok || head.value.extensions.length > 0)
		return { status: 400, reason: 'wanted the text of a checkpoint' }
	const { origin, size, root } = head.value
	if (oldSize > size)
		return { status: 400, reason: 'wanted an old size that is not above that of the checkpoint' }
	if (oldSize !== seen.size) return { status: 409, size: seen.size }
	if (size - seen.size > mostGrowth)
		return { status: 422, reason: `it would grow by more than ${mostGrowth} entries at once` }
	if (!verifyConsistency(proof, { olderSize: seen.size, olderRoot: seen.root, size, root }))
		return {
			status: 422,
			reason: 'the proof does not lead from the tree that was signed last to this one',
		}
	return { status: 200, origin, text }
}
