import fc from 'fast-check'
import { expect, test } from 'vitest'
import { emptyRoot, hashNode } from './hash.ts'
import {
	appendLeaves,
	countStoredHashes,
	getRoot,
	hashLeaf,
	proveConsistency,
	proveInclusion,
	toStoredIndex,
	verifyConsistency,
	verifyInclusion,
	type Hash,
	type ReadHashes,
} from './index.ts'

/** A store in memory that counts what is read; refuses what was never stored. */
const makeStore = () => {
	const stored: Hash[] = []
	const reads: number[] = []
	const read: ReadHashes = async (indexes) => {
		reads.push(indexes.length)
		return indexes.map((index) => {
			const hash = stored[index]
			if (!hash) throw new Error(`no hash ${index} is stored`)
			return hash
		})
	}
	return { stored, reads, read }
}

const grow = async (leaves: readonly Hash[]) => {
	const store = makeStore()
	const { hashes } = await appendLeaves(0, leaves, store.read)
	store.stored.push(...hashes)
	return store
}

/** The definition of RFC 6962, 2.1, word for word. */
const toPlainRoot = (leaves: readonly Hash[]): Hash => {
	const [only] = leaves
	if (leaves.length === 0 || !only) return emptyRoot()
	if (leaves.length === 1) return only
	let cut = 1
	while (cut * 2 < leaves.length) cut *= 2
	return hashNode(toPlainRoot(leaves.slice(0, cut)), toPlainRoot(leaves.slice(cut)))
}

const makeLeaves = (count: number): Hash[] =>
	Array.from({ length: count }, (_, at) => hashLeaf(Uint8Array.of(at >> 8, at & 255)))

const many = makeLeaves(130)

test('every leaf of every tree of up to 40 leaves can be proved, and no other leaf with that proof', async () => {
	const { read } = await grow(many)
	for (let size = 1; size <= 40; size++) {
		const root = toPlainRoot(many.slice(0, size))
		for (let index = 0; index < size; index++) {
			const proof = await proveInclusion(index, size, read)
			const leaf = many[index] ?? emptyRoot()
			expect(verifyInclusion(proof, { index, size, leaf, root })).toBe(true)
			const other = many[index + 1] ?? emptyRoot()
			expect(verifyInclusion(proof, { index, size, leaf: other, root })).toBe(false)
			expect(verifyInclusion(proof, { index: (index + 1) % (size + 1), size, leaf, root })).toBe(false)
		}
	}
})

test('every tree of up to 40 leaves is shown to be the beginning of every later one', async () => {
	const { read } = await grow(many)
	for (let size = 0; size <= 40; size++)
		for (let olderSize = 0; olderSize <= size; olderSize++) {
			const [olderRoot, root] = [olderSize, size].map((count) => toPlainRoot(many.slice(0, count)))
			if (!olderRoot || !root) throw new Error('two roots')
			const proof = await proveConsistency(olderSize, size, read)
			expect(verifyConsistency(proof, { olderSize, olderRoot, size, root })).toBe(true)
			const forged = hashLeaf(root)
			expect(verifyConsistency(proof, { olderSize, olderRoot: forged, size, root })).toBe(false)
			if (olderSize > 0)
				expect(verifyConsistency(proof, { olderSize, olderRoot, size, root: forged })).toBe(false)
		}
})

test('a proof in which any one bit was changed, or to which a hash was added or taken, shows nothing', async () => {
	const { read } = await grow(many)
	await fc.assert(
		fc.asyncProperty(fc.integer({ min: 2, max: 130 }), fc.nat(), fc.nat(), async (size, at, bit) => {
			const root = toPlainRoot(many.slice(0, size))
			const index = at % size
			const leaf = many[index] ?? emptyRoot()
			const proof = await proveInclusion(index, size, read)
			const changed = proof.map((hash) => hash.slice())
			const place = changed[bit % changed.length]
			if (!place) throw new Error('a proof of a tree of two leaves has a hash')
			place[bit % 32] = (place[bit % 32] ?? 0) ^ (1 << (bit % 8))
			const claim = { index, size, leaf, root }
			expect(verifyInclusion(proof, claim)).toBe(true)
			expect(verifyInclusion(changed, claim)).toBe(false)
			expect(verifyInclusion(proof.slice(1), claim)).toBe(false)
			expect(verifyInclusion([...proof, root], claim)).toBe(false)
			expect(verifyInclusion([root, ...proof], claim)).toBe(false)

			const olderSize = 1 + (at % (size - 1))
			const growth = { olderSize, olderRoot: toPlainRoot(many.slice(0, olderSize)), size, root }
			const steps = await proveConsistency(olderSize, size, read)
			expect(verifyConsistency(steps, growth)).toBe(true)
			expect(verifyConsistency(steps.slice(1), growth)).toBe(false)
			expect(verifyConsistency([...steps, root], growth)).toBe(false)
			expect(verifyConsistency([root, ...steps], growth)).toBe(false)
			expect(verifyConsistency(steps, { ...growth, olderSize: olderSize + 1 })).toBe(false)
		}),
	)
})

test('a record that was rewritten cannot be shown to continue the old one', async () => {
	const { read } = await grow(many.map((leaf, at) => (at === 3 ? hashLeaf(leaf) : leaf)))
	const growth = {
		olderSize: 20,
		olderRoot: toPlainRoot(many.slice(0, 20)),
		size: 50,
		root: await getRoot(50, read),
	}
	expect(verifyConsistency(await proveConsistency(20, 50, read), growth)).toBe(false)
})

test('appending in groups of any size gives the same hashes as all at once', async () => {
	const whole = await grow(many)
	await fc.assert(
		fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 8 }), async (groups) => {
			const { stored, read } = makeStore()
			let size = 0
			for (const count of groups) {
				const leaves = many.slice(size, size + count)
				const appended = await appendLeaves(size, leaves, read)
				stored.push(...appended.hashes)
				expect(appended.root).toEqual(toPlainRoot(many.slice(0, appended.size)))
				size = appended.size
			}
			expect(stored).toEqual(whole.stored.slice(0, stored.length))
		}),
	)
})

test('append, root and proofs read once, at most twice as many hashes as the tree is high', async () => {
	const { read, reads } = await grow(many)
	const asked: [string, () => Promise<unknown>][] = [
		['append', () => appendLeaves(127, many.slice(0, 60), read)],
		['root', () => getRoot(127, read)],
		['inclusion', () => proveInclusion(77, 127, read)],
		['consistency', () => proveConsistency(63, 127, read)],
	]
	for (const [, ask] of asked) {
		reads.length = 0
		await ask()
		expect(reads).toHaveLength(1)
		expect(reads[0]).toBeLessThanOrEqual(2 * 7)
	}
})

test('toStoredIndex() numbers hashes without a gap, up to sizes beyond 32 bits', () => {
	const seen = new Set<number>()
	for (let level = 0; level < 7; level++)
		for (let at = 0; (at + 1) * 2 ** level <= 64; at++) seen.add(toStoredIndex(level, at))
	expect([...seen].sort((a, b) => a - b)).toEqual(
		Array.from({ length: countStoredHashes(64) }, (_, at) => at),
	)
	expect(toStoredIndex(40, 0)).toBe(2 ** 41 - 2)
})

test('a store that loses a hash is noticed', async () => {
	const { read } = await grow(many)
	const short: ReadHashes = async (indexes) => (await read(indexes)).slice(1)
	await expect(getRoot(50, short)).rejects.toThrow('reading hashes')
	await expect(appendLeaves(50, many.slice(0, 1), short)).rejects.toThrow('reading hashes')
})

test('questions about trees that cannot be are refused, claims about them are false', async () => {
	const { read } = await grow(many)
	await expect(proveInclusion(5, 5, read)).rejects.toThrow(RangeError)
	await expect(proveInclusion(-1, 5, read)).rejects.toThrow(RangeError)
	await expect(proveConsistency(6, 5, read)).rejects.toThrow(RangeError)
	await expect(getRoot(1.5, read)).rejects.toThrow(RangeError)
	await expect(appendLeaves(-1, [], read)).rejects.toThrow(RangeError)
	const root = toPlainRoot(many.slice(0, 5))
	const leaf = many[0] ?? root
	for (const [index, size] of [
		[5, 5],
		[-1, 5],
		[0, Number.NaN],
		[0, 2 ** 60],
	] as const)
		expect(verifyInclusion([], { index, size, leaf, root })).toBe(false)
	expect(verifyInclusion([Uint8Array.of(1)], { index: 0, size: 2, leaf, root })).toBe(false)
	expect(verifyConsistency([], { olderSize: 7, olderRoot: root, size: 5, root })).toBe(false)
	expect(verifyConsistency(Array(1000).fill(root), { olderSize: 2, olderRoot: root, size: 5, root })).toBe(
		false,
	)
})
