import { setTimeout as wait } from 'node:timers/promises'
import { failed, minute, ok, type Result } from '#base'
import type { NoteKey } from '#tools/seal/signed-note'
import { openCheckpoint, openSeen, type SignedCheckpoint } from '../open-checkpoint.ts'
import { makePublishedTree, type AskRecord, type PublishedTree } from './tree.ts'
import type { CheckErasure } from '../verify-contents.ts'
import { verifyPublishedEpochs } from './verify-epochs.ts'
import { verifyPublishedErasures } from './verify-erasures.ts'

/** Result of verifying a published record from outside. */
export type PublishedVerdict = {
	entries: number
	/** Those of the witnesses that were named who have signed the newest checkpoint. */
	cosigners: { witness: string; at: Date }[]
	/** Certificates of destroyed keys, and good signatures under them. */
	erasures: number
	signatures: number
	/** Signed keys of reports that are published; 0 in a demonstration. */
	epochs: number
}

type PublishedOptions = {
	/** The record's public key, from a place that the operator does not rule. */
	key: NoteKey
	witnesses: readonly NoteKey[]
	/** Witnesses that must have signed the newest checkpoint; left out: none. */
	quorum?: number | undefined
	/** A checkpoint of this record kept earlier: its tree must be the beginning of this one. */
	seen?: string | undefined
	/** Called with the newest checkpoint once it and the tree under it hold and nothing is at fault, also where something still waits for its place. */
	keep?: ((checkpoint: Pick<SignedCheckpoint, 'size' | 'note'>) => Promise<void>) | undefined
	checkErasure: CheckErasure
	/** The signed key that intake shows to who asks from here; `undefined`: none. */
	shown?: string | undefined
	/** Milliseconds to wait for a certificate that was published a moment ago. */
	patience?: number
	/** Milliseconds between two looks for the next checkpoint. */
	every?: number
}

const refuse = (path: string, message: string): Result<never> => failed({ path, message })

const refuseYet = (waiting: string): Result<never> =>
	refuse(
		'waiting',
		`${waiting}: the record says that it, or a signature under it, waits for its place; that takes an hour at most`,
	)

/** Takes the newest checkpoint, and the leaves that it signs. */
const grow = async (
	ask: AskRecord,
	tree: PublishedTree,
	{ key, witnesses, quorum = 0 }: PublishedOptions,
): Promise<Result<SignedCheckpoint>> => {
	const head = await openCheckpoint(await ask('checkpoint'), key, witnesses)
	if (!head.ok) return head
	const { cosigners } = head.value
	if (cosigners.length < quorum)
		return refuse(
			'witnesses',
			`checkpoint: ${cosigners.length} of the witnesses that you named have signed it, wanted ${quorum}`,
		)
	const grown = await tree.growTo(head.value)
	return grown.ok ? head : grown
}

const verifySeen = async (tree: PublishedTree, seen: string, key: NoteKey): Promise<Result<void>> => {
	const older = await openSeen(seen, key)
	if (!older.ok) return older
	if (await tree.isBeginning(older.value)) return ok(undefined)
	const { size } = older.value
	return refuse(
		'seen',
		`the checkpoint of ${size} that you kept is not the beginning of this record of ${tree.countLeaves()}: it is shorter now, or was written anew`,
	)
}

type Found = { verdict: Result<PublishedVerdict>; newest: SignedCheckpoint }

/**
 * Checks keys and certificates; those that wait for their place are looked for again in the next checkpoints, for a while.
 *
 * @param first - the checkpoint that was taken already
 */
const verifyTexts = async (
	ask: AskRecord,
	tree: PublishedTree,
	{ first, ...options }: PublishedOptions & { first: SignedCheckpoint },
): Promise<Found> => {
	const { patience = minute, every = 5_000 } = options
	const until = performance.now() + patience
	let newest = first
	for (;;) {
		const found = await verifyPublishedErasures(ask, tree, options.checkErasure)
		if (!found.ok) return { verdict: found, newest }
		const keys = await verifyPublishedEpochs(ask, tree, options.shown)
		if (!keys.ok) return { verdict: keys, newest }
		const { waiting = keys.value.waiting, ...counts } = found.value
		const { cosigners } = newest
		const verdict = { entries: tree.countLeaves(), cosigners, ...counts, epochs: keys.value.epochs }
		if (waiting === undefined) return { verdict: ok(verdict), newest }
		if (performance.now() >= until) return { verdict: refuseYet(waiting), newest }
		await wait(every)
		const grown = await grow(ask, tree, options)
		if (!grown.ok) return { verdict: grown, newest }
		// One that a proxy kept may be older than the first: it holds, and nothing goes back to it.
		if (grown.value.size >= newest.size) newest = grown.value
	}
}

/**
 * Checks a record as an outsider can: takes the checkpoint and every leaf that is published, makes the tree anew, and compares
 * with what was signed; then the certificates of destroyed keys, each a leaf of it, with the signatures under them, and the keys of reports.
 * `issues[0].message` names the first leaf that differs. An issue whose `path` is `waiting` is no fault yet: a certificate was
 * published before a checkpoint held it, and none has come in time; to be asked again. Throws what `keep` throws.
 */
export const verifyPublished = async (
	ask: AskRecord,
	options: PublishedOptions,
): Promise<Result<PublishedVerdict>> => {
	const tree = makePublishedTree(ask)
	const grown = await grow(ask, tree, options)
	if (!grown.ok) return grown
	if (options.seen !== undefined) {
		const seen = await verifySeen(tree, options.seen, options.key)
		if (!seen.ok) return seen
	}
	const { verdict, newest } = await verifyTexts(ask, tree, { ...options, first: grown.value })
	if (verdict.ok || verdict.issues[0]?.path === 'waiting') await options.keep?.(newest)
	return verdict
}
