import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { openDatabase, openRecord, verifyRecord } from '#platform'
import { parseVerifierKey } from '#tools/seal/signed-note'
import { shortLived } from '../../../../../tests/support/child.ts'
import { killAtStatements, withDatabase } from '../../../../../tests/support/killed-task.ts'
import { copyDataFolder, makeFilledFolder } from '../../../../../tests/support/ready-made.ts'
import { addActs } from '../../../../../tests/support/record.ts'

/** Runs the child until it has said a word, and a little longer; answers the names of all entries it said it had written. */
const runAndKill = async (dataDir: string, milliseconds: number): Promise<string[]> => {
	const child = spawn(process.execPath, [...shortLived, 'tests/support/record-child.ts', dataDir])
	let said = ''
	child.stdout.on('data', (text: Buffer) => (said += text.toString()))
	const ended = once(child, 'close')
	await Promise.race([once(child.stdout, 'data'), ended])
	await wait(milliseconds)
	child.kill('SIGKILL')
	await ended
	return said.slice(0, said.lastIndexOf('\n')).split(/[\n,]/u)
}

type Opened = Awaited<ReturnType<typeof openDatabase>>

/** Goes on with the record as the next start does: it is whole, and holds each of these entries. Answer: how many it has. */
const expectWhole = async (
	database: Opened,
	dataDir: string,
	written: readonly string[],
): Promise<number> => {
	const record = await openRecord({ kysely: database.kysely, dataDir, origin: undefined, witnesses: [] })
	await record.sequence(new Date())
	const key = parseVerifierKey(record.verifierKey)
	if (!key.ok) throw new Error('a key was wanted')
	const verdict = await verifyRecord(database, {
		key: key.value,
		witnesses: [],
		checkErasure: () => Promise.resolve({ ok: true, value: 0 }),
	})
	expect(verdict.problem).toBeUndefined()
	for (const id of written)
		expect(await record.findInclusion({ id })).toMatchObject({ index: expect.any(Number) as number })
	return verdict.entries
}

test('after a kill at any moment every entry that was written stands in the record once, and the record is whole', async () => {
	const dataDir = await copyDataFolder()
	const written: string[] = []
	for (const milliseconds of [0, 3, 10, 31, 77]) {
		written.push(...(await runAndKill(dataDir, milliseconds)).filter((name) => name !== ''))
		const entries = await withDatabase(dataDir, (database) => expectWhole(database, dataDir, written))
		expect(entries).toBeGreaterThanOrEqual(written.length)
	}
})

test('after a kill between two statements, before a leaf, after it or before its checkpoint, each entry has one place', async () => {
	const ready = await makeFilledFolder()
	const texts = Array.from({ length: 5 }, (_, at) => `made up ${at}`)
	const ids = await withDatabase(ready, async ({ kysely }) => {
		await openRecord({ kysely, dataDir: ready, origin: undefined, witnesses: [] }).then((record) =>
			record.sequence(new Date()),
		)
		return kysely.transaction().execute((trx) => addActs(trx, texts))
	})
	const kills = await killAtStatements(ready, { task: 'sequence' }, async (database, dataDir) => {
		expect(await expectWhole(database, dataDir, ids)).toBe(ids.length)
	})
	expect(kills).toBeGreaterThan(0)
})
