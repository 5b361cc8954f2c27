import { setTimeout as wait } from 'node:timers/promises'
import * as fc from 'fast-check'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { addEntries, commitReport, formatInclusion, verifyRecord } from '#platform'
import { countStoredHashes, toStoredIndex } from '#tools/seal/merkle-log'
import { engines } from '../../../../../../tests/support/database.ts'
import { now, witness } from '../../../../../../tests/support/record.ts'
import {
	addContents,
	checkErasure,
	flip,
	getKey,
	made,
	size,
} from '../../../../../../tests/support/verified-record.ts'
import { findLeafOfHash } from './recomputed-tree.ts'

describe.each(engines)('verifying the record in %s', (engine) => {
	test('finds nothing changed, and counts what it saw', async () => {
		const own = await made(engine)
		await own.add(2)
		expect(await own.verify()).toEqual({
			problem: undefined,
			entries: size,
			checkpoints: 3,
			cosignatures: 1,
			reports: 0,
			acts: size + 2,
			erasures: 0,
			signatures: 0,
			epochs: 0,
			padding: 0,
			waiting: 2,
			erased: 0,
			unexplained: 0,
			seen: { size, by: [{ witness: witness.key.name, at: new Date(1_764_000_000_000) }] },
			newest: expect.objectContaining({ size, note: (await own.record.findCheckpoint())?.note }) as object,
		})
	})

	test('names the leaf of which any one byte was changed', async () => {
		const own = await made(engine)
		await fc.assert(
			fc.asyncProperty(fc.nat(size - 1), fc.nat(31), async (leaf, byte) => {
				await flip(
					own,
					'audit_entry',
					'commitment',
					byte,
					`id = (select entry from audit_leaf where leaf_index = ${leaf})`,
				)
				expect((await own.verify()).problem).toMatch(new RegExp(`^leaf ${leaf}:`, 'u'))
				await flip(
					own,
					'audit_entry',
					'commitment',
					byte,
					`id = (select entry from audit_leaf where leaf_index = ${leaf})`,
				)
				expect((await own.verify()).problem).toBeUndefined()
			}),
			{ numRuns: 15 },
		)
	})

	test('names the leaf that a stored hash came with when one of its bytes was changed', async () => {
		const own = await made(engine)
		const position = toStoredIndex(2, 4)
		await flip(own, 'audit_hash', 'hash', 8, `position = ${position}`)
		expect((await own.verify()).problem).toMatch(/^leaf 19:/u)
	})

	test('sees an entry taken out, one put behind, and a checkpoint that was changed', async () => {
		const own = await made(engine)
		await sql`update audit_leaf set leaf_index = 40 where leaf_index = 39`.execute(own.db)
		expect((await own.verify()).problem).toContain('not there')
		await sql`update audit_leaf set leaf_index = 39 where leaf_index = 40`.execute(own.db)
		await sql`insert into audit_hash values (${countStoredHashes(size)}, ${Buffer.alloc(32)})`.execute(own.db)
		expect((await own.verify()).problem).toContain('more is stored')
		await sql`delete from audit_hash where position = ${countStoredHashes(size)}`.execute(own.db)
		await sql`update audit_checkpoint set note = replace(note, 'desk.example', 'desc.example') where size = 29`.execute(
			own.db,
		)
		expect((await own.verify()).problem).toContain('checkpoint of 29')
	})

	test('names as newest what anybody may see, and nothing older than what was kept, whatever is hidden again', async () => {
		const own = await made(engine)
		const [newest, , first] = await own.record.listCheckpoints(3)
		const verify = (seen?: string) =>
			verifyRecord(own.database, { key: getKey(own), witnesses: [], checkErasure, seen })
		expect((await verify(first?.note)).newest).toMatchObject({ size, note: newest?.note })
		await sql`update audit_checkpoint set published = false where size > 9`.execute(own.db)
		expect((await verify()).newest).toMatchObject({ size: 9 })
		expect(await verify(newest?.note)).toMatchObject({ problem: undefined, newest: { note: newest?.note } })
	})

	test('finds it whole when it grows while it is looked at', async () => {
		const own = await made(engine)
		let growing: Promise<unknown> | undefined
		const grow = async () => {
			await own.add(1)
			await own.record.sequence(now)
		}
		const kysely = own.database.kysely.withPlugin({
			transformQuery: ({ node }) => node,
			transformResult: async ({ result }) => {
				growing ??= grow()
				// One that holds the only connection makes it wait: then it grows afterwards.
				await Promise.race([growing, wait(500)])
				return result
			},
		})
		const verdict = await verifyRecord({ kysely }, { key: getKey(own), witnesses: [], checkErasure })
		expect(verdict).toMatchObject({ problem: undefined, entries: size })
		await growing
		expect(await own.verify()).toMatchObject({ problem: undefined, entries: size + 1 })
	})

	test('sees a sealed report that is not the one that was recorded', async () => {
		const own = await made(engine)
		const sealed = Buffer.from('sealed text of a test')
		const hour = new Date('2026-11-24T13:00:00Z')
		const beside = { epoch: 'test', lane: 'normal', sealedBy: 'browser' }
		const salt = Buffer.alloc(32, 7)
		const commitment = commitReport({ salt, hour, sealed, ...beside })
		const entry = { id: crypto.randomUUID(), salt, commitment }
		await own.db.transaction().execute(async (trx) => {
			await addEntries(trx, [entry])
			await sql`insert into report (id, epoch, sealed, sealed_by, lane, salt, commitment, entry, hour) values
				(${crypto.randomUUID()}, 'test', ${sealed}, 'browser', 'normal', ${entry.salt}, ${entry.commitment}, ${entry.id}, ${hour})`.execute(
				trx,
			)
		})
		await own.record.sequence(now)
		expect(await own.verify()).toMatchObject({ problem: undefined, reports: 1, unexplained: 0 })
		await flip(own, 'report', 'sealed', 3, 'true')
		const wrong = 'leaf 40: the sealed report, or what stands beside it, is not the one that was recorded'
		expect((await own.verify()).problem).toBe(wrong)
		await flip(own, 'report', 'sealed', 3, 'true')
		expect((await own.verify()).problem).toBeUndefined()
		await sql`update report set hour = hour - interval '1 hour'`.execute(own.db)
		expect((await own.verify()).problem).toBe(wrong)
		await sql`delete from report`.execute(own.db)
		expect(await own.verify(), 'a report that is gone is a fault').toMatchObject({
			problem: expect.stringMatching(/^leaf 40: nothing is kept behind it/u) as string,
			reports: 0,
			unexplained: 1,
		})
	})

	test('sees an act, a certificate or a signature under one of which any byte was changed', async () => {
		const own = await made(engine)
		const contents = await addContents(own)
		expect(await own.verify()).toMatchObject({
			problem: undefined,
			acts: size + 1,
			erasures: 1,
			signatures: 1,
		})
		for (const [table, column, name] of contents) {
			const change = (value: string, into: string) =>
				sql`update ${sql.table(table)} set ${sql.ref(column)} = replace(${sql.ref(column)}, ${value}, ${into})`.execute(
					own.db,
				)
			await change('Q', 'P')
			expect((await own.verify()).problem).toMatch(new RegExp(`^leaf 4[012]: the ${name}`, 'u'))
			await change('P', 'Q')
			await flip(own, table, 'salt', 31, `${column} like '%Q'`)
			expect((await own.verify()).problem).toMatch(new RegExp(`^leaf 4[012]: the ${name}`, 'u'))
			await flip(own, table, 'salt', 31, `${column} like '%Q'`)
		}
		expect(await own.verify()).toMatchObject({ problem: undefined, unexplained: 0 })
		for (const table of ['erasure_signature', 'erasure', 'act_record'])
			await sql`delete from ${sql.table(table)}`.execute(own.db)
		expect(await own.verify(), 'acts that were taken out are a fault').toMatchObject({
			problem: expect.stringMatching(/^leaf 0: nothing is kept behind it/u) as string,
			acts: 0,
			unexplained: size + contents.length,
		})
	})
})

test('every stored hash belongs to the leaf that it came with', () => {
	fc.assert(
		fc.property(fc.nat(2 ** 40), (leaf) => {
			expect(findLeafOfHash(countStoredHashes(leaf))).toBe(leaf)
			expect(findLeafOfHash(countStoredHashes(leaf + 1) - 1)).toBe(leaf)
		}),
	)
})

test('a proof is a file of its own that holds all an outsider needs', async () => {
	const own = await made()
	const proof = await own.record.findInclusion({ index: 5 })
	if (typeof proof === 'string') throw new Error(proof)
	const [kind, extra, index, ...rest] = formatInclusion(proof).split('\n')
	expect([kind, extra, index]).toEqual([
		'c2sp.org/tlog-proof@v1',
		`extra ${Buffer.from(proof.commitment).toString('base64')}`,
		'index 5',
	])
	const cut = rest.indexOf('')
	expect(rest.slice(0, cut)).toHaveLength(proof.path.length)
	expect(rest.slice(cut + 1).join('\n')).toBe(proof.checkpoint)
})
