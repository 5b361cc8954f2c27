import { failed, ok, type Result } from '#base'
import { getRoot, verifyConsistency, type Hash } from '#tools/seal/merkle-log'
import { makeRecomputedTree } from '../recomputed-tree.ts'

/** Asks a published record: answers the text at `/record/<path>`. @throws AppError with the status of any other answer */
export type AskRecord = (path: string) => Promise<string>

/** Head of a tree as a checkpoint states it. */
type Head = { size: number; root: Hash }

export type PublishedTree = {
	/** Commitments of the leaves so far, base64. */
	leaves: ReadonlySet<string>
	countLeaves: () => number
	/** Appends the leaves that are published up to the size of a signed tree, and compares with what was signed. */
	growTo: (head: Head) => Promise<Result<void>>
	/** True when a tree of a smaller size is the beginning of this one. */
	isBeginning: (head: Head) => Promise<boolean>
}

const pageOfLeaves = 1_000

const refuse = (message: string): Result<never> => failed({ path: 'leaves', message })

const readHashLines = (text: string): Hash[] | undefined => {
	const lines = text.split('\n').filter((line) => line !== '')
	const hashes = lines.map((line) => Uint8Array.from(Buffer.from(line, 'base64')))
	return hashes.every(({ length }) => length === 32) ? hashes : undefined
}

/** The first leaf with which the published leaves leave the signed tree, found by halving. */
const findFirstWrong = async (
	ask: AskRecord,
	rootOf: (size: number) => Promise<Hash>,
	{ size, root }: Head,
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

/** The tree of a published record, made anew from its leaves; empty at first. */
export const makePublishedTree = (ask: AskRecord): PublishedTree => {
	const tree = makeRecomputedTree()
	const [hashes, commitments] = [[] as Hash[], new Set<string>()]
	let size = 0
	const rootOf = (of: number): Promise<Hash> =>
		getRoot(of, async (positions) => positions.flatMap((position) => hashes[position] ?? []))
	const isRoot = async ({ size: of, root }: Head): Promise<boolean> =>
		Buffer.compare(await rootOf(of), root) === 0

	const append = async (count: number): Promise<Result<void>> => {
		const page = readHashLines(await ask(`leaves?from=${size}&count=${count}`))
		if (page?.length !== count)
			return refuse(`leaf ${size + (page?.length ?? 0)}: it is not there, or not 32 bytes`)
		const appended = tree.append(page)
		for (const leaf of page) commitments.add(Buffer.from(leaf).toString('base64'))
		for (const hash of appended.hashes) hashes.push(hash)
		size += count
		return ok(undefined)
	}
	return {
		leaves: commitments,
		countLeaves: () => size,
		growTo: async (head) => {
			while (size < head.size) {
				const appended = await append(Math.min(pageOfLeaves, head.size - size))
				if (!appended.ok) return appended
			}
			if (await isRoot(head)) return ok(undefined)
			return refuse(`leaf ${await findFirstWrong(ask, rootOf, head)}: it is not the one that was signed`)
		},
		isBeginning: async (head) => head.size <= size && isRoot(head),
	}
}
