import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { toStoredIndex } from '#tools/seal/merkle-log'
import { addEntries, formatInclusion, makeEntry, toReportContent } from '#platform'
import { toVerifierKey } from '#tools/seal/signed-note'
import { buildGoNote, missingForGo } from '../../../../../tests/support/go-note.ts'
import { cosign, now, testRecord, witness } from '../../../../../tests/support/record.ts'
import { longTest } from '../../../../../tests/support/patience.ts'

const toText = (list: readonly Uint8Array[]) => list.map((bytes) => Buffer.from(bytes).toString('base64'))

/** A record of two checkpoints as it is published, with the witness's word, and all that it stores. */
const exportRecord = async () => {
	const { db, record, add } = await testRecord()
	await add(19)
	await record.sequence(now)
	const older = await record.findCheckpoint()
	const [id = ''] = await add(23)
	await record.sequence(now)
	await record.addCosignature(await cosign((await record.findCheckpoint())?.note ?? ''))
	const proof = await record.findInclusion({ id })
	if (typeof proof === 'string' || !older) throw new Error('a proof was wanted')
	const stored = await db.selectFrom('audit_hash').select('hash').orderBy('position').execute()
	return {
		checkpoint: proof.checkpoint,
		logKey: record.verifierKey,
		witnessKey: toVerifierKey(witness.key),
		index: proof.index,
		entry: toText([proof.commitment])[0],
		inclusion: toText(proof.path),
		olderSize: older.size,
		olderRoot: toText([older.root])[0],
		consistency: toText((await record.findConsistency(older.size, 42)) ?? []),
		stored: toText(stored.map(({ hash }) => hash)),
	}
}

/** The proof of filing of a report that nobody wrote, as its holder keeps it. */
const exportProof = async () => {
	const { record, database, add } = await testRecord()
	await add(12)
	const content = toReportContent({ hour: new Date('2026-11-24T13:00:00Z'), sealed: Buffer.from('sealed') })
	const entry = makeEntry(content)
	await database.kysely.transaction().execute((trx) => addEntries(trx, [entry]))
	await record.sequence(now)
	const found = await record.findInclusion({ id: entry.id })
	if (typeof found === 'string') throw new Error('a proof was wanted')
	const proof = formatInclusion(found, { salt: entry.salt, content })
	return { logKey: record.verifierKey, proof, content: Buffer.from(content).toString() }
}

if (missingForGo.length > 0)
	test.skip(`Go is not asked: apt install ${missingForGo.join(' ')}`, () => undefined)
else
	describe("Go's golang.org/x/mod/sumdb, given a record out of the database", () => {
		const folder = mkdtempSync(join(tmpdir(), 'thiqa-go-'))
		let ask: ReturnType<typeof buildGoNote>
		beforeAll(() => {
			ask = buildGoNote(folder)
		}, longTest)
		afterAll(() => rmSync(folder, { recursive: true, force: true }))

		test('accepts checkpoint, witness, both proofs and every stored hash', async () => {
			expect(ask(await exportRecord())).toEqual({ status: 0, answer: 'accepted' })
		})

		test('refuses the same record once another entry, place or hash is put in', async () => {
			const claim = await exportRecord()
			const top = toStoredIndex(5, 0)
			const stored = claim.stored.with(top, claim.stored[0] ?? '')
			const wrong = [
				{ ...claim, entry: claim.olderRoot },
				{ ...claim, index: (claim.index + 1) % 42 },
				{ ...claim, olderSize: 18 },
				{ ...claim, stored },
			]
			for (const one of wrong)
				expect(ask(one)).toMatchObject({ status: 1, answer: expect.stringMatching(/^refused/u) as string })
		})

		test('accepts a proof of filing as a person keeps it, and refuses it for another hour, place or key', async () => {
			const claim = await exportProof()
			expect(ask(claim)).toEqual({ status: 0, answer: 'accepted' })
			const [place = ''] = /^index \d+$/mu.exec(claim.proof) ?? []
			const wrong = [
				{ ...claim, content: claim.content.replace('13:00', '14:00') },
				{ ...claim, proof: claim.proof.replace(place, place === 'index 3' ? 'index 4' : 'index 3') },
				{ ...claim, logKey: (await exportProof()).logKey },
			]
			for (const one of wrong) expect(ask(one)).toMatchObject({ status: 1 })
		})
	})
