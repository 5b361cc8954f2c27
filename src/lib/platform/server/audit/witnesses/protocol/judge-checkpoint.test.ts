import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Hash } from '#tools/seal/merkle-log'
import { makeSigner } from '#tools/seal/signed-note'
import { grow, log, sign } from '../../../../../../../tests/support/signed-trees.ts'
import { formatAddCheckpoint, parseAddCheckpoint, toOriginHash } from './add-checkpoint.ts'
import { judgeCheckpoint, type SeenTree } from './judge-checkpoint.ts'

const stranger = await makeSigner('record.example/log', 'ed25519', new Uint8Array(32).fill(3))

const know = (seen?: SeenTree) => ({
	findKeys: (origin: string) => (origin === log.key.name ? [log.key] : []),
	findSeen: () => seen,
})

test('whatever is asked is read as it was written', () => {
	const hash = fc.uint8Array({ minLength: 32, maxLength: 32 })
	fc.assert(
		fc.property(
			fc.maxSafeNat(),
			fc.array(hash, { maxLength: 63 }),
			fc.string({ unit: 'binary' }),
			(oldSize, proof, checkpoint) => {
				const request = { oldSize, proof, checkpoint }
				expect(parseAddCheckpoint(formatAddCheckpoint(request))).toEqual({ ok: true, value: request })
			},
		),
	)
})

test.each([
	['nothing', ''],
	['a size with a zero before it', 'old 01\n\nx'],
	['a size that is none', 'old -1\n\nx'],
	['a size beyond what can be counted', 'old 9999999999999999\n\nx'],
	['another first line', 'size 1\n\nx'],
	['a hash that is too short', 'old 1\nAAAA\n\nx'],
	['a hash that is none', 'old 1\n!\n\nx'],
	['no empty line', 'old 1\nx'],
	['64 hashes', `old 1\n${`${Buffer.alloc(32).toString('base64')}\n`.repeat(64)}\nx`],
])('%s is no request', (_, body) => {
	expect(parseAddCheckpoint(body).ok).toBe(false)
})

test('asking with 64 hashes or a size that is none throws', () => {
	const hash = new Uint8Array(32)
	expect(() => formatAddCheckpoint({ oldSize: 1, proof: Array(64).fill(hash), checkpoint: '' })).toThrow(
		RangeError,
	)
	expect(() => formatAddCheckpoint({ oldSize: 0.5, proof: [], checkpoint: '' })).toThrow(RangeError)
})

test('every growth is signed, and no other tree of the same beginning, size or less', async () => {
	await fc.assert(
		fc.asyncProperty(fc.nat(70), fc.nat(70), async (first, more) => {
			const [seen, tree, other] = [await grow(first), await grow(first + more), await grow(first + more, 'x')]
			const oldSize = seen.size
			const good = await judgeCheckpoint(
				{ oldSize, proof: await tree.prove(oldSize), checkpoint: await sign(tree) },
				know(seen),
			)
			expect(good).toMatchObject({ status: 200, size: tree.size })
			if (first === 0) return
			const bad = await judgeCheckpoint(
				{ oldSize, proof: await other.prove(oldSize), checkpoint: await sign(other) },
				know(seen),
			)
			expect(bad.status).toBe(422)
			expect('isFork' in bad).toBe(more === 0)
			const back = await judgeCheckpoint(
				{ oldSize: first - 1, proof: [], checkpoint: await sign(await grow(first - 1)) },
				know(seen),
			)
			expect(back).toEqual({ status: 409, size: first })
		}),
		{ numRuns: 40 },
	)
})

test('lines of others stay out of the note that is kept; a checkpoint of a stranger is refused, one of nothing that says a root too', async () => {
	const tree = await grow(5)
	const checkpoint = `${await sign(tree)}${(await sign(tree, stranger)).split('\n').at(-2) ?? ''}\n`
	const judged = await judgeCheckpoint({ oldSize: 0, proof: [], checkpoint }, know())
	expect(judged).toMatchObject({ status: 200, note: await sign(tree) })
	const asked = { oldSize: 0, proof: [] as Hash[] }
	expect(await judgeCheckpoint({ ...asked, checkpoint: await sign(tree, stranger) }, know())).toMatchObject({
		status: 403,
	})
	const empty = { size: 0, root: tree.root }
	expect(await judgeCheckpoint({ ...asked, checkpoint: await sign(empty) }, know())).toMatchObject({
		status: 422,
	})
	expect(await judgeCheckpoint({ ...asked, checkpoint: await sign(await grow(0)) }, know())).toMatchObject({
		status: 200,
	})
	const proof = [tree.root]
	expect(await judgeCheckpoint({ oldSize: 0, proof, checkpoint: await sign(tree) }, know())).toMatchObject({
		status: 422,
	})
	expect(await judgeCheckpoint({ ...asked, checkpoint: 'hello' }, know())).toMatchObject({ status: 400 })
})

test('a record is shown under the digest of its name', () => {
	expect(toOriginHash('a')).toBe('ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb')
})
