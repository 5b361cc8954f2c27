import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { addEntries, formatInclusion, makeEntry, toReportContent } from '#platform'
import { toVerifierKey } from '#tools/seal/signed-note'
import { askAuditVerify, runAuditVerify } from '../tests/support/audit-verify.ts'
import { makeFolder } from '../tests/support/child.ts'
import { cosign, now, testRecord, witness } from '../tests/support/record.ts'

/** A proof of filing in a file, and the key of its record. */
const makeProof = async (isWitnessed: boolean) => {
	const { record, database, add, dataDir } = await testRecord()
	await add(3)
	const hour = new Date('2026-11-24T13:00:00Z')
	const content = toReportContent({ hour, sealed: Buffer.from('sealed bytes of a test') })
	const entry = makeEntry(content)
	await database.kysely.transaction().execute((trx) => addEntries(trx, [entry]))
	await record.sequence(now)
	if (isWitnessed) await record.addCosignature(await cosign((await record.findCheckpoint())?.note ?? ''))
	const proof = await record.findInclusion({ id: entry.id })
	if (typeof proof === 'string') throw new Error(proof)
	const file = join(makeFolder(), 'proof.txt')
	const write = (text: string): void => writeFileSync(file, text)
	const text = formatInclusion(proof, { salt: entry.salt, content })
	write(text)
	return { file, text, write, key: record.verifierKey, dataDir }
}

const witnessKey = toVerifierKey(witness.key)

test('a proof of filing is verified without a network, and what it proves and what not is said', async () => {
	const { file, key, dataDir } = await makeProof(true)
	const { status, said } = runAuditVerify(['--proof', file, '--key', key, '--witness', witnessKey])
	expect(status).toBe(0)
	for (const line of [
		/^The proof holds: entry \d of the 4 that desk\.example\/record has signed\.$/mu,
		/a report came in the hour from 2026-11-24T13:00 UTC\./u,
		/sealed bytes have the SHA-256 [0-9a-f]{64}:/u,
		/^Seen from outside: witness\.example\/w1 had this record on 2025-11-24T/mu,
		/^It does not prove what the report says, who sent it, or that anybody has read it\.$/mu,
	])
		expect(said).toMatch(line)
	const own = runAuditVerify(['--proof', file], { DATA_DIR: dataDir })
	expect(own, 'by the key of this installation').toMatchObject({
		status: 0,
		said: expect.stringContaining('the hour is the word of the operator alone') as string,
	})
})

test('one changed byte, another key and no file end with 1 and name what does not fit; a witness still to come ends with 2', async () => {
	const { file, key, text, write } = await makeProof(false)
	const ask = (...options: string[]) => runAuditVerify(['--proof', file, ...options])
	const early = ask('--key', key, '--witness', witnessKey)
	expect(early).toMatchObject({ status: 2, said: expect.stringContaining('NOT verified yet: ') as string })
	const other = ask('--key', `desk.example/record${witnessKey.slice(witnessKey.indexOf('+'))}`)
	expect(other.status).toBe(1)
	write(text.replace(/^index (\d)/mu, (_, place: string) => `index ${(Number(place) + 1) % 4}`))
	expect(ask('--key', key)).toMatchObject({
		status: 1,
		said: expect.stringMatching(/^NOT verified: proof: what it tells is not entry \d of the 4/u) as string,
	})
	expect(runAuditVerify(['--proof', `${file}.gone`, '--key', key]).status).toBe(1)
})

/** A published record whose list of certificates somebody has written to fool a terminal. */
const serveHostile = async (epoch: string): Promise<{ origin: string; key: string }> => {
	const { record, add } = await testRecord()
	await add(3)
	await record.sequence(now)
	const lines = (await record.listLeaves(0, 3)).map((leaf) => Buffer.from(leaf).toString('base64'))
	const answers: Record<string, string> = {
		checkpoint: (await record.findCheckpoint())?.note ?? '',
		leaves: `${lines.join('\n')}\n`,
		erasures: JSON.stringify([{ epoch, certificate: 'x', entry: crypto.randomUUID(), salt: 'AA==' }]),
	}
	const server = createServer((request, response) => {
		const path = new URL(request.url ?? '', 'http://localhost').pathname.replace('/record/', '')
		const answer = answers[path]
		response.writeHead(answer === undefined ? 404 : 200).end(answer)
	}).listen(0, '127.0.0.1')
	await once(server, 'listening')
	onTestFinished(() => void server.close())
	return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, key: record.verifierKey }
}

test('what a record says is printed without characters that move, colour or reorder a terminal, on one line', async () => {
	const epoch = '\u001b[2J\u001b]0;owned\u0007\u009b31m\u202e2026-10\r\nThe record is whole: 3 entries.\u2028'
	const { origin, key } = await serveHostile(epoch)
	const { status, said } = await askAuditVerify(['--origin', origin, '--key', key])
	expect(status).toBe(1)
	expect(said).toContain('2026-10')
	expect(said.trimEnd()).not.toMatch(/[\p{Cc}\p{Cf}\u2028\u2029]/u)
	expect(said).toMatch(/^NOT verified: certificate of /u)
})
