/** A real desk and three witnesses, each a program of its own: what anybody is shown, and what a record that was written anew meets. */
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { openDatabase } from '#platform'
import { toVerifierKey } from '#tools/seal/signed-note'
import { runAuditVerify } from '../support/audit-verify.ts'
import { findFreePort } from '../support/free-port.ts'
import { goLive } from '../support/live-operator.ts'
import { startProduct, type Product } from '../support/product.ts'
import { makeFilledFolder } from '../support/ready-made.ts'
import { getRecordKey } from '../support/served-witness.ts'
import { makeWitnessFolder, startWitness } from '../support/witnesses.ts'

const start = async (dataDir: string): Promise<Product> =>
	startProduct({
		PORT: String(await findFreePort()),
		DATA_DIR: dataDir,
		DATABASE_URL: '',
		LOOPBACK_PARTNERS: 'on',
	})

const readNote = async ({ origin }: Product): Promise<string> => {
	const answer = await fetch(`${origin}/record/checkpoint`)
	return answer.ok ? answer.text() : ''
}

/** The tables of the record emptied and the copy beside its key taken away, as whoever holds the machine can. */
const emptyRecord = async (dataDir: string): Promise<void> => {
	const database = await openDatabase({ dataDir, databaseUrl: undefined })
	for (const table of ['audit_leaf', 'audit_hash', 'audit_checkpoint'])
		await sql`delete from ${sql.table(table)}`.execute(database.kysely)
	await database.close()
	rmSync(join(dataDir, 'keys', 'record.note'))
}

test('a state is shown once two of three have signed, who is said, and a record that was emptied does not start again', async () => {
	const dataDir = await makeFilledFolder()
	const key = await getRecordKey(dataDir)
	const names = ['one', 'two', 'three'].map((name) => `${name}.example/witness`)
	const witnesses = await Promise.all(names.map((name) => startWitness(makeWitnessFolder([key], name))))
	const [first, second, third] = witnesses
	await third?.end('SIGTERM')
	await goLive(
		dataDir,
		{},
		witnesses.map(({ verifierKey, url }) => ({ key: verifierKey, url })),
	)
	const product = await start(dataDir)
	await product.ready()
	await expect.poll(() => readNote(product)).toContain('two.example/witness')
	const note = await readNote(product)
	expect(note).toContain('— one.example/witness ')
	expect(note).not.toContain('three.example')
	const page = await (await fetch(`${product.origin}/fr/record`)).text()
	expect(page).toContain('Un état paraît ici quand 2 témoins sur 3 l’ont signé.')
	expect(page).toContain('--quorum 2')
	const asked = ['--origin', product.origin, '--key', toVerifierKey(key)]
	const named = witnesses.flatMap(({ verifierKey }) => ['--witness', verifierKey])
	const enough = runAuditVerify([...asked, ...named, '--quorum', '2'])
	expect(enough).toMatchObject({
		status: 0,
		said: expect.stringContaining('Signed by one.example') as string,
	})
	expect(enough.said).toContain('1 keys of reports stand in it')
	const lacking = runAuditVerify([...asked, ...named, '--quorum', '3'])
	expect(lacking).toMatchObject({
		status: 1,
		said: expect.stringContaining('2 of the witnesses that you named have signed it, wanted 3') as string,
	})
	expect(first?.said()).not.toContain('FORK')
	expect(second?.said()).not.toContain('FORK')
	await product.end('SIGTERM')
	await emptyRecord(dataDir)
	const { code, said } = await (await start(dataDir)).end()
	expect(code).toBe(1)
	expect(said).toMatch(/Thiqa cannot start: .+has kept the checkpoint that was signed then/u)
	expect(runAuditVerify([], { DATA_DIR: dataDir }).status).toBe(1)
})
