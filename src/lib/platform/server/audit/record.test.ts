import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { addEntries, findKey, makeEntry, openRecord, toRecordName } from '#platform'
import { getRoot, hashLeaf, verifyConsistency, verifyInclusion, type Hash } from '#tools/seal/merkle-log'
import { openNote, parseVerifierKey } from '#tools/seal/signed-note'
import { database, engines, withDatabase } from '../../../../../tests/support/database.ts'
import { now, recordOn, testRecord, type TestRecord } from '../../../../../tests/support/record.ts'
import { sha256 } from '@noble/hashes/sha2.js'

/** RFC 6962, 2.1, word for word: the twin that the record is held against. */
const rootOf = (leaves: readonly Hash[]): Hash => {
	const [only] = leaves
	if (!only) return sha256(new Uint8Array())
	if (leaves.length === 1) return only
	let left = 1
	while (left * 2 < leaves.length) left *= 2
	return sha256(Buffer.concat([Buffer.of(1), rootOf(leaves.slice(0, left)), rootOf(leaves.slice(left))]))
}

const getLeaves = async ({ record }: TestRecord, size: number): Promise<Hash[]> =>
	(await record.listLeaves(0, size)).map(hashLeaf)

describe.each(engines)('the public record on %s', (engine) => {
	test('any entries in any batches give the tree that a plain recomputation gives, and every checkpoint continues the last', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.array(fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 3 }), { maxLength: 6 }),
				(rounds) =>
					withDatabase(engine, async (database) => {
						const own = await recordOn(database)
						for (const batches of rounds) {
							for (const count of batches) await own.add(count)
							await own.record.sequence(now)
						}
						const size = rounds.flat().reduce((sum, count) => sum + count, 0)
						const leaves = await getLeaves(own, size + 1)
						expect(leaves).toHaveLength(size)
						const checkpoints = await own.record.listCheckpoints(100)
						for (const { size: of, root } of checkpoints)
							expect(Buffer.from(root).equals(rootOf(leaves.slice(0, of)))).toBe(true)
						for (const older of checkpoints)
							for (const newer of checkpoints.filter((one) => one.size >= older.size)) {
								const proof = (await own.record.findConsistency(older.size, newer.size)) ?? []
								const claim = {
									olderSize: older.size,
									olderRoot: older.root,
									size: newer.size,
									root: newer.root,
								}
								expect(verifyConsistency(proof, claim)).toBe(true)
							}
					}),
			),
			{ numRuns: 12 },
		)
	})

	test('every entry is proved under the signed root, and its place tells nothing of when it came', async () => {
		const { record, add } = await testRecord(engine)
		const ids = [...(await add(7)), ...(await add(5))]
		expect(await record.sequence(now)).toBe(12)
		const places: number[] = []
		for (const id of ids.toSorted()) {
			const proof = await record.findInclusion({ id })
			if (typeof proof === 'string') throw new Error(proof)
			const { size, root } = (await record.findCheckpoint()) ?? { size: 0, root: new Uint8Array() }
			const claim = { index: proof.index, size, leaf: hashLeaf(proof.commitment), root }
			expect(verifyInclusion(proof.path, claim)).toBe(true)
			expect(await record.findInclusion({ index: proof.index })).toEqual(proof)
			places.push(proof.index)
		}
		expect(places).toEqual(ids.map((_, at) => at))
	})

	test('an entry waits until it has its place; a name that nobody was given is unknown', async () => {
		const { record, add } = await testRecord(engine)
		expect(await record.hasWaiting(now)).toBe(true)
		expect(await record.sequence(now)).toBe(0)
		expect(await record.hasWaiting(now)).toBe(false)
		const [id = ''] = await add(1)
		expect(await record.hasWaiting(now)).toBe(true)
		expect(await record.findInclusion({ id })).toBe('waiting')
		expect(await record.findInclusion({ id: crypto.randomUUID() })).toBe('unknown')
		expect(await record.findConsistency(0, 1)).toBeUndefined()
	})

	test('is signed by the published key, even when empty, and says the hour and nothing finer', async () => {
		const { record } = await testRecord(engine)
		await record.sequence(now)
		const checkpoint = await record.findCheckpoint()
		const key = parseVerifierKey(record.verifierKey)
		expect(checkpoint).toMatchObject({
			size: 0,
			origin: 'desk.example/record',
			hour: new Date('2026-11-24T13:00:00Z'),
		})
		expect(key.ok && (await openNote(checkpoint?.note ?? '', [key.value])).ok).toBe(true)
	})

	test('an entry is there if and only if what it stands for is', async () => {
		const { db, record } = await testRecord(engine)
		await record.sequence(now)
		const dying = db.transaction().execute(async (trx) => {
			await addEntries(trx, [makeEntry(Buffer.from('gone'))])
			throw new Error('the power went')
		})
		await expect(dying).rejects.toThrow('the power went')
		expect(await record.hasWaiting(now)).toBe(false)
	})

	test('a sequencing that dies at its last step leaves no hash and no place behind', async () => {
		const { db, record, add } = await testRecord(engine)
		await record.sequence(now)
		await add(9)
		await sql`alter table audit_checkpoint add constraint full_disk check (size < 9) not valid`.execute(db)
		await expect(record.sequence(now)).rejects.toThrow('full_disk')
		expect(await record.listLeaves(0, 10)).toEqual([])
		expect(await db.selectFrom('audit_hash').select('position').execute()).toEqual([])
		await sql`alter table audit_checkpoint drop constraint full_disk`.execute(db)
		expect(await record.sequence(now)).toBe(9)
	})

	test('several sequencers at once give every entry one place', async () => {
		const own = await testRecord(engine)
		await Promise.all(
			Array.from({ length: 12 }, async () => {
				await own.add(5)
				await own.record.sequence(now)
			}),
		)
		await own.record.sequence(now)
		const leaves = await getLeaves(own, 100)
		expect(leaves).toHaveLength(60)
		expect((await own.record.findCheckpoint())?.root).toEqual(rootOf(leaves))
	})

	test('does not sign a tree that does not continue the one it signed last', async () => {
		const { db, record, add } = await testRecord(engine)
		await add(6)
		await record.sequence(now)
		await sql`update audit_hash set hash = set_byte(hash, 3, get_byte(hash, 3) # 1) where position = 6`.execute(
			db,
		)
		await add(1)
		await expect(record.sequence(now)).rejects.toMatchObject({ code: 'record.broken' })
		expect((await record.findCheckpoint())?.size).toBe(6)
	})
})

test('more entries than fit one transaction all get their place', async () => {
	const { db, record, add } = await testRecord()
	for (let at = 0; at < 4; at++) await add(2_600)
	expect(await record.sequence(now)).toBe(10_400)
	const { root } = (await record.findCheckpoint()) ?? {}
	const stored = await db.selectFrom('audit_hash').selectAll().orderBy('position').execute()
	expect(await getRoot(10_400, async (at) => at.flatMap((position) => stored[position]?.hash ?? []))).toEqual(
		root,
	)
})

test('a database that comes back without the key that signed it is not continued', async () => {
	const { db, record, dataDir, add } = await testRecord()
	const open = () => openRecord({ kysely: db, dataDir, origin: 'https://new.example', witnesses: [] })
	await add(2)
	await record.sequence(now)
	expect((await open()).verifierKey).toContain('new.example/record+')
	writeFileSync(join(dataDir, 'keys/log.key'), `${'07'.repeat(32)}\n`)
	await expect(open()).rejects.toMatchObject({ code: 'record.other-key' })
	rmSync(join(dataDir, 'keys/log.key'))
	await expect(open()).rejects.toMatchObject({
		code: 'record.key-missing',
		message: expect.stringContaining(`${dataDir}/keys/log.key`) as string,
	})
	expect(await findKey(dataDir, 'log')).toBeUndefined()
})

test('without the copy of its last checkpoint a record says that it was not compared, and makes one; a spoilt copy is refused', async () => {
	const { db, record, dataDir, add } = await testRecord()
	const open = () => openRecord({ kysely: db, dataDir, origin: 'https://desk.example', witnesses: [] })
	const copy = join(dataDir, 'keys/record.note')
	expect(record.isCompared, 'nothing was signed yet').toBe(true)
	await add(2)
	await record.sequence(now)
	expect(readFileSync(copy, 'utf8')).toBe((await record.findCheckpoint())?.note)
	expect(statSync(copy).mode & 0o777).toBe(0o600)
	rmSync(copy)
	expect((await open()).isCompared).toBe(false)
	expect((await open()).isCompared).toBe(true)
	writeFileSync(copy, 'no note')
	await expect(open()).rejects.toMatchObject({ code: 'record.copy-wrong' })
})

test('a record that two processes continue in turns is compared with the copy of either', async () => {
	const { db, record, dataDir, add } = await testRecord()
	const open = () => openRecord({ kysely: db, dataDir, origin: 'https://desk.example', witnesses: [] })
	const other = await open()
	for (const one of [record, other, record]) {
		await add(3)
		expect(await one.sequence(now)).toBe(3)
	}
	expect((await open()).isCompared).toBe(true)
})

test('a commitment is SHA-256 over tag, salt and content, under a new salt each time', async () => {
	const content = Buffer.from('sealed')
	const [one, other] = [makeEntry(content), makeEntry(content)]
	expect(one.commitment).toEqual(
		Buffer.from(sha256(Buffer.concat([Buffer.from('thiqa/v1\0'), one.salt, content]))),
	)
	expect(one.salt).toHaveLength(32)
	expect(other.salt).not.toEqual(one.salt)
	expect(other.commitment).not.toEqual(one.commitment)
})

test('nothing is written for nothing, and the record of a demonstration has a name that belongs to nobody', async () => {
	const { kysely } = await database()
	await kysely.transaction().execute((trx) => addEntries(trx, []))
	expect(toRecordName(undefined)).toBe('thiqa.example/record')
})
