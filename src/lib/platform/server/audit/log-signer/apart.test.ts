import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { findLogKey, getKey, openRecord, verifyRecord } from '#platform'
import { makeSigner, parseVerifierKey } from '#tools/seal/signed-note'
import { makeFolder } from '../../../../../../tests/support/child.ts'
import { engines } from '../../../../../../tests/support/database.ts'
import { startSigner, type RunningSigner } from '../../../../../../tests/support/log-signers.ts'
import { now, testRecord } from '../../../../../../tests/support/record.ts'

describe.each(engines)('a record on %s whose key is in a process apart', (engine) => {
	const open = async (signer?: RunningSigner) => {
		const running = signer ?? (await startSigner(makeFolder()))
		const { database, db, dataDir, add } = await testRecord(engine)
		rmSync(join(dataDir, 'keys'), { recursive: true })
		const again = (logSigner = running.socket) =>
			openRecord({ kysely: db, dataDir, origin: 'https://desk.example', witnesses: [], logSigner })
		return { signer: running, database, db, dataDir, add, again, record: await again() }
	}
	const verify = async ({
		database,
		record,
	}: Pick<Awaited<ReturnType<typeof open>>, 'database' | 'record'>) => {
		const key = parseVerifierKey(record.verifierKey)
		if (!key.ok) throw new Error('a key was wanted')
		const checkErasure = () => Promise.resolve({ ok: true as const, value: 0 })
		return verifyRecord(database, { key: key.value, witnesses: [], checkErasure })
	}

	test('is signed by that key, whole, and holds no key itself', async () => {
		const opened = await open()
		const { record, add, dataDir, signer } = opened
		for (const count of [0, 3, 20]) {
			await add(count)
			expect(await record.sequence(now)).toBe(count)
		}
		expect(await verify(opened)).toMatchObject({ entries: 23, problem: undefined })
		const place = { dataDir, socket: signer.socket }
		expect((await findLogKey('desk.example/record', place))?.name).toBe('desk.example/record')
		expect(await findLogKey('desk.example/record', { dataDir, socket: undefined })).toBeUndefined()
	})

	test('goes on with the same tree when a transaction is lost after its signature, whatever has come meanwhile', async () => {
		const opened = await open()
		const { db, record, add, signer } = opened
		await record.sequence(now)
		await add(9)
		await sql`alter table audit_checkpoint add constraint full_disk check (size < 9) not valid`.execute(db)
		await expect(record.sequence(now)).rejects.toThrow('full_disk')
		// Their ids are random: most of them would stand before one of the nine.
		await add(40)
		await sql`alter table audit_checkpoint drop constraint full_disk`.execute(db)
		expect(await record.sequence(now)).toBe(49)
		expect((await record.listCheckpoints(9)).map(({ size }) => size)).toEqual([49, 9, 0])
		expect(await verify(opened)).toMatchObject({ entries: 49, problem: undefined })
		expect(signer.said()).not.toContain('refused')
	})

	test('cannot be written anew by a hand that rules the database and the folder of the record', async () => {
		const { db, record, add, again, dataDir } = await open()
		await add(9)
		await record.sequence(now)
		const [one] = await db.selectFrom('audit_entry').select('id').execute()
		await sql`delete from audit_entry where id = ${one?.id ?? ''}`.execute(db)
		await sql`truncate audit_leaf, audit_hash, audit_checkpoint, audit_waiting`.execute(db)
		await sql`insert into audit_waiting (id) select id from audit_entry`.execute(db)
		rmSync(join(dataDir, 'keys'), { recursive: true })
		await expect((await again()).sequence(now)).rejects.toMatchObject({ code: 'record.shorter' })
		await add(1)
		// What is chosen for the next tree is chosen: it takes the hand, too, to let the tenth entry in.
		await sql`update audit_waiting set taken = true`.execute(db)
		await expect((await again()).sequence(now)).rejects.toMatchObject({ code: 'record.forked' })
		expect(await (await again()).findNewest()).toBeUndefined()
	})

	test('waits while its signer is away, and goes on', async () => {
		const folder = makeFolder()
		const first = await startSigner(folder)
		const { record, add, again } = await open(first)
		await add(5)
		await first.end('SIGKILL')
		await expect(record.sequence(now)).rejects.toMatchObject({ code: 'record.signer-away', status: 503 })
		await expect(again()).rejects.toMatchObject({ code: 'record.signer-away' })
		expect(await record.hasWaiting(now)).toBe(true)
		await add(3)
		await startSigner(folder, { socket: first.socket })
		expect(await record.sequence(now)).toBe(8)
	})

	test('is shown by a process that has the public key alone, and continued by another', async () => {
		const { record, add, db, dataDir } = await open()
		await add(3)
		await record.sequence(now)
		const logKey = parseVerifierKey(record.verifierKey)
		if (!logKey.ok) throw new Error('a key was wanted')
		const shown = await openRecord({
			kysely: db,
			dataDir: makeFolder(),
			origin: 'https://desk.example',
			witnesses: [],
			logKey: logKey.value,
		})
		expect(shown.verifierKey).toBe(record.verifierKey)
		expect((await shown.findNewest())?.size).toBe(3)
		await add(1)
		await expect(shown.sequence(now)).rejects.toMatchObject({ code: 'record.signed-elsewhere' })
		expect(await record.sequence(now)).toBe(1)
		const other = await makeSigner('desk.example/record', 'ed25519', new Uint8Array(32).fill(9))
		const foreign = { kysely: db, dataDir, origin: 'https://desk.example', witnesses: [], logKey: other.key }
		await expect(openRecord(foreign)).rejects.toMatchObject({ code: 'record.other-key' })
	})

	test('does not start with a key of its own beside, nor with the signer of another record', async () => {
		const { record, add, again, dataDir } = await open()
		await add(2)
		await record.sequence(now)
		await getKey(dataDir, 'log')
		await expect(again()).rejects.toMatchObject({ code: 'record.key-here' })
		rmSync(join(dataDir, 'keys', 'log.key'))
		const { socket } = await startSigner(makeFolder())
		await expect(again(socket)).rejects.toMatchObject({ code: 'record.other-key' })
		await expect(again()).resolves.toBeDefined()
	})
})
