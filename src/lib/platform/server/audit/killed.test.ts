import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { openDatabase, openRecord, verifyRecord } from '#platform'
import { parseVerifierKey } from '#tools/signed-note'
import { copyDataFolder } from '../../../../../tests/support/ready-made.ts'

/** Runs the child until it has said a word, and a little longer; answers the names of all entries it said it had written. */
const runAndKill = async (dataDir: string, milliseconds: number): Promise<string[]> => {
	const child = spawn(process.execPath, ['tests/support/record-child.ts', dataDir])
	let said = ''
	child.stdout.on('data', (text: Buffer) => (said += text.toString()))
	const ended = once(child, 'close')
	await Promise.race([once(child.stdout, 'data'), ended])
	await wait(milliseconds)
	child.kill('SIGKILL')
	await ended
	return said.slice(0, said.lastIndexOf('\n')).split(/[\n,]/u)
}

test('after a kill at any moment every entry that was written stands in the record once, and the record is whole', async () => {
	const dataDir = await copyDataFolder()
	const written: string[] = []
	for (const milliseconds of [0, 3, 10, 31, 77]) {
		written.push(...(await runAndKill(dataDir, milliseconds)))
		const database = await openDatabase({ dataDir, databaseUrl: undefined })
		try {
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
			for (const id of written.filter((name) => name !== ''))
				expect(await record.findInclusion({ id })).toMatchObject({ index: expect.any(Number) as number })
			expect(verdict.entries).toBeGreaterThanOrEqual(written.length)
		} finally {
			await database.close()
		}
	}
})
