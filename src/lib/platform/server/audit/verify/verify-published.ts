import { setTimeout as wait } from 'node:timers/promises'
import { failed, minute, ok, type Result } from '#base'
import { openNote, parseCheckpoint, type NoteKey } from '#tools/seal/signed-note'
import { toKeyUnderName } from '../record.ts'
import { makePublishedTree, type AskRecord, type PublishedTree } from './published-tree.ts'
import type { CheckErasure } from './verify-contents.ts'
import { verifyPublishedErasures } from './verify-erasures.ts'

/** Result of verifying a published record from outside. */
export type PublishedVerdict = {
	entries: number
	cosignatures: number
	/** Certificates of destroyed keys, and good signatures under them. */
	erasures: number
	signatures: number
}

type PublishedOptions = {
	/** The record's public key, from a place that the operator does not rule. */
	key: NoteKey
	witnesses: readonly NoteKey[]
	/** A checkpoint of this record kept earlier: its tree must be the beginning of this one. */
	seen?: string | undefined
	checkErasure: CheckErasure
	/** Milliseconds to wait for a certificate that was published a moment ago. */
	patience?: number
	/** Milliseconds between two looks for the next checkpoint. */
	every?: number
}

const refuse = (path: string, message: string): Result<never> => failed({ path, message })

/** A signed checkpoint of this record, checked. */
const openCheckpoint = async (note: string, key: NoteKey, witnesses: readonly NoteKey[]) => {
	const opened = await openNote(note, [key, ...witnesses])
	if (!opened.ok) return opened
	if (!opened.value.verified.some((signature) => signature.key === key))
		return refuse('checkpoint', `checkpoint: ${key.name} has not signed it`)
	const head = parseCheckpoint(opened.value.text)
	return head.ok ? ok({ ...head.value, cosignatures: opened.value.verified.length - 1 }) : head
}

/** Takes the newest checkpoint, and the leaves that it signs. Answers how many witnesses have signed it. */
const grow = async (
	ask: AskRecord,
	tree: PublishedTree,
	{ key, witnesses }: PublishedOptions,
): Promise<Result<number>> => {
	const head = await openCheckpoint(await ask('checkpoint'), key, witnesses)
	if (!head.ok) return head
	const grown = await tree.growTo(head.value)
	return grown.ok ? ok(head.value.cosignatures) : grown
}

const verifySeen = async (tree: PublishedTree, seen: string, key: NoteKey): Promise<Result<void>> => {
	const older = await openCheckpoint(seen, toKeyUnderName(key, seen.split('\n')[0] ?? ''), [])
	if (!older.ok) return older
	if (await tree.isBeginning(older.value)) return ok(undefined)
	const { size } = older.value
	return refuse('seen', `the checkpoint of ${size} that you kept is not the beginning of this record`)
}

/** Checks the certificates; those that wait for their place are looked for again in the next checkpoints, for a while. */
const verifyErasures = async (
	ask: AskRecord,
	tree: PublishedTree,
	options: PublishedOptions & { cosignatures: number },
): Promise<Result<PublishedVerdict>> => {
	const { patience = minute, every = 5_000 } = options
	const until = performance.now() + patience
	let { cosignatures } = options
	for (;;) {
		const found = await verifyPublishedErasures(ask, tree, options.checkErasure)
		if (!found.ok) return found
		const { waiting, ...counts } = found.value
		if (waiting === undefined) return ok({ entries: tree.countLeaves(), cosignatures, ...counts })
		if (performance.now() >= until)
			return refuse(
				'waiting',
				`certificate of ${waiting}: the record says that it, or a signature under it, waits for its place; that takes seconds`,
			)
		await wait(every)
		const grown = await grow(ask, tree, options)
		if (!grown.ok) return grown
		cosignatures = grown.value
	}
}

/**
 * Checks a record as an outsider can: takes the checkpoint and every leaf that is published, makes the tree anew, and compares
 * with what was signed; then the certificates of destroyed keys, each a leaf of it, with the signatures under them.
 * `issues[0].message` names the first leaf that differs. An issue whose `path` is `waiting` is no fault yet: a certificate was
 * published before a checkpoint held it, and none has come in time; to be asked again.
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
	return verifyErasures(ask, tree, { ...options, cosignatures: grown.value })
}
