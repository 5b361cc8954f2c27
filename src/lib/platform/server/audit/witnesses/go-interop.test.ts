import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { createGuardedFetch, createLog, createWitnessKeeper, openRecord } from '#platform'
import { parseVerifierKey, type NoteKey } from '#tools/seal/signed-note'
import { buildGo, missingForGo } from '../../../../../../tests/support/go-note.ts'
import { now, testRecord } from '../../../../../../tests/support/record.ts'
import { serveWitness } from '../../../../../../tests/support/served-witness.ts'
import { longTest } from '../../../../../../tests/support/patience.ts'

/** The key of the documentation of golang.org/x/mod/sumdb/note, whose secret half stands there too. */
const documented = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW'

const readKey = (text: string): NoteKey => {
	const key = parseVerifierKey(text)
	if (!key.ok) throw new Error(key.issues[0]?.message)
	return key.value
}

if (missingForGo.length > 0)
	test.skip(`Go is not asked: apt install ${missingForGo.join(' ')}`, () => undefined)
else
	describe("A peer in Go, over Go's own golang.org/x/mod/sumdb,", () => {
		const folder = mkdtempSync(join(tmpdir(), 'thiqa-go-'))
		let program = ''
		beforeAll(() => {
			program = buildGo('go-witness', folder)
		}, longTest)
		afterAll(() => rmSync(folder, { recursive: true, force: true }))

		test('is signed for by our witness while it grows, and refused by the numbers of the specification when it does not', async () => {
			const { address, verifierKey } = await serveWitness([readKey(documented)], 'w.example/go')
			const child = spawn(program, ['ask', address.url, verifierKey])
			let said = ''
			child.stdout.on('data', (text: Buffer) => (said += text.toString()))
			await once(child, 'close')
			expect([said.trim(), child.exitCode]).toEqual(['accepted', 0])
		})

		test('does not take a signature for its own when the key is another', async () => {
			const { address } = await serveWitness([readKey(documented)], 'w.example/go')
			const other = await serveWitness([readKey(documented)], 'w.example/go')
			const child = spawn(program, ['ask', address.url, other.verifierKey])
			let said = ''
			child.stdout.on('data', (text: Buffer) => (said += text.toString()))
			await once(child, 'close')
			expect([said.trim(), child.exitCode]).toEqual(['refused: note has no verifiable signatures', 1])
		})

		test('signs for our record as its witness, from one checkpoint to the next, and with a proof from long before', async () => {
			const own = await testRecord()
			const child = spawn(program, ['serve', own.record.verifierKey])
			onTestFinished(() => void child.kill())
			let said = ''
			child.stdout.on('data', (text: Buffer) => (said += text.toString()))
			while (said.split('\n').length < 3) await once(child.stdout, 'data')
			const [verifierKey = '', port = ''] = said.split('\n')
			const witnesses = [{ key: readKey(verifierKey), url: `http://127.0.0.1:${port}` }]
			const open = async () => {
				const { dataDir, database } = own
				const keys = witnesses.map(({ key }) => key)
				const ways = { kysely: database.kysely, dataDir, origin: 'https://desk.example' }
				const record = await openRecord({ ...ways, witnesses: keys, quorum: 1 })
				const fetch = createGuardedFetch({ allow: () => true, loopback: true })
				return { record, keeper: createWitnessKeeper({ record, fetch, witnesses, log: createLog('error') }) }
			}
			const first = await open()
			for (const count of [1, 6, 30]) {
				await own.add(count)
				await first.record.sequence(now)
				await first.keeper.look(now)
			}
			expect(await first.record.findCheckpoint()).toMatchObject({ size: 37 })
			await own.add(100)
			await first.record.sequence(now)
			await own.add(11)
			await first.record.sequence(now)
			const again = await open()
			await again.keeper.look(now)
			expect(await again.record.findCheckpoint()).toMatchObject({ size: 148 })
		})
	})
