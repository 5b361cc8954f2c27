import { failed, ok, type Result } from '#base'
import { getRoot, verifyConsistency, type Hash } from '#tools/merkle-log'
import { openNote, parseCheckpoint, type NoteKey } from '#tools/signed-note'
import { toKeyUnderName } from '../record.ts'
import { makeRecomputedTree } from './recomputed-tree.ts'
import { verifyPublishedErasures } from './verify-erasures.ts'
import type { CheckErasure } from './verify-contents.ts'

/** Asks a published record: answers the text at `/record/<path>`, or throws. */
export type AskRecord = (path: string) => Promise<string>

/** What an outsider found out about a published record. */
export type PublishedVerdict = {
	entries: number
	cosignatures: number
	/** Certificates of destroyed keys, and good signatures under them. */
	erasures: number
	signatures: number
}

const pageOfLeaves = 1_000

const refuse = (path: string, message: string): Result<never> => failed({ path, message })

const readHashLines = (text: string): Hash[] | undefined => {
	const lines = text.split('\n').filter((line) => line !== '')
	const hashes = lines.map((line) => Uint8Array.from(Buffer.from(line, 'base64')))
	return hashes.every(({ length }) => length === 32) ? hashes : undefined
}

/** A signed checkpoint of this record, checked. */
const openCheckpoint = async (note: string, key: NoteKey, witnesses: readonly NoteKey[]) => {
	const opened = await openNote(note, [key, ...witnesses])
	if (!opened.ok) return opened
	if (!opened.value.verified.some((signature) => signature.key === key))
		return refuse('checkpoint', `checkpoint: ${key.name} has not signed it`)
	const head = parseCheckpoint(opened.value.text)
	return head.ok ? ok({ ...head.value, cosignatures: opened.value.verified.length - 1 }) : head
}

/** Every hash of the tree made anew from the leaves that are published, and these, base64. */
const recompute = async (
	ask: AskRecord,
	size: number,
): Promise<Result<{ hashes: Hash[]; commitments: ReadonlySet<string> }>> => {
	const tree = makeRecomputedTree()
	const hashes: Hash[] = []
	const commitments = new Set<string>()
	for (let from = 0; from < size;) {
		const count = Math.min(pageOfLeaves, size - from)
		const leaves = readHashLines(await ask(`leaves?from=${from}&count=${count}`))
		if (leaves?.length !== count)
			return refuse('leaves', `leaf ${from + (leaves?.length ?? 0)}: it is not there, or not 32 bytes`)
		const appended = await tree.append(leaves)
		for (const leaf of leaves) commitments.add(Buffer.from(leaf).toString('base64'))
		for (const hash of appended.hashes) hashes.push(hash)
		from += count
	}
	return ok({ hashes, commitments })
}

/** The first leaf with which the published leaves leave the signed tree, found by halving. */
const findFirstWrong = async (
	ask: AskRecord,
	rootOf: (size: number) => Promise<Hash>,
	{ size, root }: { size: number; root: Hash },
): Promise<number> => {
	let [good, bad] = [0, size]
	while (good + 1 < bad) {
		const middle = Math.floor((good + bad) / 2)
		const proof = readHashLines(await ask(`consistency?from=${middle}&to=${size}`)) ?? []
		const claim = { olderSize: middle, olderRoot: await rootOf(middle), size, root }
		if (verifyConsistency(proof, claim)) good = middle
		else bad = middle
	}
	return bad - 1
}

/**
 * Checks a record as an outsider can: takes the checkpoint and every leaf that is published, makes the tree anew, and compares
 * with what was signed; then the certificates of destroyed keys, each a leaf of it, with the signatures under them.
 * `issues[0].message` names the first leaf that differs.
 *
 * @param key - the record's public key, from a place that the operator does not rule
 * @param seen - a checkpoint of this record kept earlier: its tree must be the beginning of this one
 */
export const verifyPublished = async (
	ask: AskRecord,
	{
		key,
		witnesses,
		seen,
		checkErasure,
	}: {
		key: NoteKey
		witnesses: readonly NoteKey[]
		seen?: string | undefined
		checkErasure: CheckErasure
	},
): Promise<Result<PublishedVerdict>> => {
	const head = await openCheckpoint(await ask('checkpoint'), key, witnesses)
	if (!head.ok) return head
	const { size, root, cosignatures } = head.value
	const recomputed = await recompute(ask, size)
	if (!recomputed.ok) return recomputed
	const rootOf = (of: number): Promise<Hash> =>
		getRoot(of, async (positions) => positions.flatMap((position) => recomputed.value.hashes[position] ?? []))
	if (Buffer.compare(await rootOf(size), root) !== 0) {
		const leaf = await findFirstWrong(ask, rootOf, { size, root })
		return refuse('leaves', `leaf ${leaf}: it is not the one that was signed`)
	}
	if (seen !== undefined) {
		const name = seen.split('\n')[0] ?? ''
		const older = await openCheckpoint(seen, toKeyUnderName(key, name), [])
		if (!older.ok) return older
		const isGrown = older.value.size <= size
		if (!isGrown || Buffer.compare(await rootOf(older.value.size), older.value.root) !== 0)
			return refuse(
				'seen',
				`the checkpoint of ${older.value.size} that you kept is not the beginning of this record`,
			)
	}
	const erasures = await verifyPublishedErasures(ask, recomputed.value.commitments, checkErasure)
	return erasures.ok ? ok({ entries: size, cosignatures, ...erasures.value }) : erasures
}
