import assert from 'node:assert/strict'
import { commit } from '../src/lib/platform/server/audit/entry.ts'
import { formatInclusion, parseProof } from '../src/lib/platform/server/audit/proof-file.ts'
import { verifyProof } from '../src/lib/platform/server/audit/verify/verify-proof.ts'
import { hashLeaf } from '../src/lib/tools/seal/merkle-log/index.ts'
import {
	formatCheckpoint,
	formatNote,
	makeSigner,
	signNote,
} from '../src/lib/tools/seal/signed-note/index.ts'

const origin = 'thiqa.example/record'
const signer = makeSigner(origin, 'ed25519', new Uint8Array(32).fill(7))
const opened = {
	salt: new Uint8Array(32).fill(1),
	content: Buffer.from(`thiqa/report/v1\n2026-11-29T12:00:00Z\n${'ab'.repeat(32)}\n`),
}
const commitment = commit(opened.salt, opened.content)

/** A proof that is read is written the same again; verifying answers whatever comes, and holds for the one entry that was signed. */
export const fuzz = async (data: Buffer): Promise<void> => {
	const text = data.toString('utf8')
	const proof = parseProof(text)
	if (proof.ok) assert.equal(formatInclusion(proof.value, proof.value.opened), text)
	const verdict = await verifyProof(text, { key: (await signer).key, witnesses: [] })
	if (!verdict.ok) return
	assert.deepEqual({ index: verdict.value.index, size: verdict.value.size }, { index: 0, size: 1 })
	if (verdict.value.report) assert.equal(verdict.value.report.sha256, 'ab'.repeat(32))
}

export const seeds = async (): Promise<string[]> => {
	const text = formatCheckpoint({ origin, size: 1, root: hashLeaf(commitment), extensions: [] })
	const checkpoint = formatNote({ text, signatures: [await signNote(text, await signer)] })
	const proof = { index: 0, commitment, path: [], checkpoint }
	return [
		formatInclusion(proof),
		formatInclusion(proof, opened),
		formatInclusion({ ...proof, index: 1, path: [commitment] }),
	]
}
