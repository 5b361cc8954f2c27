import { hash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import {
	addEntries,
	formatInclusion,
	makeEntry,
	toReportContent,
	verifyProof,
	type OpenedLeaf,
} from '#platform'
import { makeSigner } from '#tools/seal/signed-note'
import { cosign, now, testRecord, witness } from '../../../../../../tests/support/record.ts'
import { getKey } from '../../../../../../tests/support/verified-record.ts'

const hour = new Date('2026-11-24T13:00:00Z')
const sealed = Buffer.from('sealed bytes of a test')

/** A record of some entries that a witness has seen; two of them are reports. */
const made = async () => {
	const own = await testRecord()
	await own.add(11)
	const [first, second] = [sealed, Buffer.from('another')].map((bytes) => {
		const content = toReportContent({ hour, sealed: bytes })
		return { content, ...makeEntry(content) }
	})
	if (!first || !second) throw new Error('two reports were made')
	await own.database.kysely.transaction().execute((trx) => addEntries(trx, [first, second]))
	await own.record.sequence(now)
	await own.record.addCosignature(await cosign((await own.record.findCheckpoint())?.note ?? ''))
	const prove = async ({ id }: { id: string }, opened?: OpenedLeaf): Promise<string> => {
		const proof = await own.record.findInclusion({ id })
		if (typeof proof === 'string') throw new Error(proof)
		return formatInclusion(proof, opened)
	}
	const verify = (text: string) => verifyProof(text, { key: getKey(own), witnesses: [witness.key] })
	return { own, first, second, prove, verify }
}

describe('a proof of filing', () => {
	test('tells an outsider the hour and the digest of the sealed report, and who has seen the record', async () => {
		const { first, prove, verify } = await made()
		const text = await prove(first, first)
		expect(await verify(text)).toEqual({
			ok: true,
			value: {
				name: 'desk.example/record',
				index: Number(/^index (\d+)$/mu.exec(text)?.[1]),
				size: 13,
				seen: [{ witness: 'witness.example/w1', at: new Date(1_764_000_000_000) }],
				report: { hour, sha256: hash('sha256', sealed, 'hex') },
			},
		})
	})

	test('without what its leaf commits to proves an entry, and says that it does not know which', async () => {
		const { first, second, prove, verify } = await made()
		for (const opened of [undefined, second])
			expect(await verify(await prove(first, opened))).toMatchObject({
				ok: true,
				value: { report: undefined },
			})
	})

	test('is refused with any one bit of it changed; where the bit names the witness, it has none any more', async () => {
		const { first, prove, verify } = await made()
		const bytes = Buffer.from(await prove(first, first))
		const taken: number[] = []
		for (const at of bytes.keys()) {
			const changed = Buffer.from(bytes)
			changed[at] = (changed[at] ?? 0) ^ 1
			const verdict = await verify(changed.toString())
			if (verdict.ok && verdict.value.seen.length > 0) taken.push(at)
			if (verdict.ok) expect(at).toBeGreaterThan(bytes.lastIndexOf('\u2014'))
		}
		expect(taken).toEqual([])
	})

	test('is refused with the opening, the place or the path of another leaf', async () => {
		const { first, second, prove, verify } = await made()
		const [one, other] = [await prove(first, first), await prove(second, second)].map((text) =>
			text.split('\n'),
		)
		if (!one || !other) throw new Error('two proofs were made')
		for (const line of [1, 2])
			expect(await verify(one.with(line, other[line] ?? '').join('\n'))).toMatchObject({
				ok: false,
				issues: [{ message: expect.stringMatching(/is not entry \d+ of the 13/u) as string }],
			})
		expect((await verify(one.toSpliced(3, 1).join('\n'))).ok).toBe(false)
		expect((await verify(one.toSpliced(3, 0, one[3] ?? '').join('\n'))).ok).toBe(false)
	})

	test('is refused by another key, by the key of a witness, and when an entry that is no report is passed off as one', async () => {
		const { own, first, prove } = await made()
		const text = await prove(first, first)
		const { key } = await makeSigner('desk.example/record', 'ed25519', new Uint8Array(32).fill(9))
		for (const wrong of [key, witness.key])
			expect(await verifyProof(text, { key: wrong, witnesses: [witness.key] })).toMatchObject({
				ok: false,
				issues: [{ message: 'proof: this key has not signed the checkpoint in it' }],
			})
		const content = Buffer.from('thiqa/report/v1\nyesterday\n')
		const act = { content, ...makeEntry(content) }
		await own.database.kysely.transaction().execute((trx) => addEntries(trx, [act]))
		await own.record.sequence(now)
		expect(await verifyProof(await prove(act, act), { key: getKey(own), witnesses: [] })).toMatchObject({
			ok: false,
			issues: [{ message: 'proof: what it tells stands in the record, and is no report' }],
		})
	})

	test('is refused, and breaks nothing, when its checkpoint bears a name that no record can have', async () => {
		const { first, prove, verify } = await made()
		const text = await prove(first, first)
		for (const name of ['desk\u0001', 'desk\u0085', 'desk+', '\ud800'])
			expect(await verify(text.replace('desk.example/record\n', `${name}\n`))).toMatchObject({
				ok: false,
				issues: [{ message: 'proof: its checkpoint is none' }],
			})
		expect(await verify(text.replace(/^index \d+$/mu, 'index 9999999999999999'))).toMatchObject({
			issues: [{ message: 'proof: it is none, or it was changed' }],
		})
	})

	test('holds under the key of an installation that has moved to another address since', async () => {
		const { own, first, prove } = await made()
		const moved = { ...getKey(own), name: 'elsewhere.example/record' }
		expect((await verifyProof(await prove(first, first), { key: moved, witnesses: [] })).ok).toBe(true)
	})
})
