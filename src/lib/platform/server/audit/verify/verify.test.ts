import * as fc from 'fast-check'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import {
	addEntries,
	formatInclusion,
	makeEntry,
	verifyPublished,
	verifyRecord,
	type AskRecord,
	type CheckErasure,
} from '#platform'
import { countStoredHashes, toStoredIndex } from '#tools/merkle-log'
import { parseVerifierKey } from '#tools/signed-note'
import { engines, type EngineName } from '../../../../../../tests/support/database.ts'
import { cosign, now, testRecord, witness, type TestRecord } from '../../../../../../tests/support/record.ts'
import { findLeafOfHash } from './recomputed-tree.ts'

const size = 40

/** Signatures under certificates are checked by the room that makes them; here a certificate is good unless it says otherwise. */
const checkErasure: CheckErasure = (certificate, signatures) =>
	Promise.resolve(
		certificate.includes('bad') ? { ok: false, issues: [] } : { ok: true, value: signatures.length },
	)

const getKey = ({ record }: TestRecord) => {
	const key = parseVerifierKey(record.verifierKey)
	if (!key.ok) throw new Error('a key was wanted')
	return key.value
}

const made = async (engine?: EngineName) => {
	const own = await testRecord(engine)
	for (const count of [9, 20, 11]) {
		await own.add(count)
		await own.record.sequence(now)
	}
	await own.record.addCosignature(await cosign((await own.record.findCheckpoint())?.note ?? ''))
	const verify = () =>
		verifyRecord(own.database, { key: getKey(own), witnesses: [witness.key], checkErasure })
	return { ...own, verify }
}

/** Puts one of each kind of thing in clear behind the record. */
const addContents = async (own: TestRecord) => {
	const [act, certificate, signature] = ['act Q', 'certificate Q', 'signature Q'].map((content) => ({
		content,
		...makeEntry(Buffer.from(content)),
	}))
	if (!act || !certificate || !signature) throw new Error('three entries were made')
	await own.db.transaction().execute(async (trx) => {
		await addEntries(trx, [act, certificate, signature])
		await sql`insert into act_record (entry, content, salt) values (${act.id}, ${act.content}, ${act.salt})`.execute(
			trx,
		)
		await sql`insert into erasure (epoch, certificate, entry, salt, at) values
			('2026-10', ${certificate.content}, ${certificate.id}, ${certificate.salt}, ${now})`.execute(trx)
		await sql`insert into erasure_signature (epoch, person, content, entry, salt) values
			('2026-10', ${crypto.randomUUID()}, ${signature.content}, ${signature.id}, ${signature.salt})`.execute(trx)
	})
	await own.record.sequence(now)
	return [
		['act_record', 'content', 'act'],
		['erasure', 'certificate', 'certificate of destruction'],
		['erasure_signature', 'content', 'signature under a certificate'],
	] as const
}

/** Changes one bit of a column's value, as a fault of the disk or a hand in the database would. */
const flip = (own: TestRecord, table: string, column: string, byte: number, where: string) =>
	sql`update ${sql.table(table)} set ${sql.ref(column)} = set_byte(${sql.ref(column)}, ${byte}, get_byte(${sql.ref(column)}, ${byte}) # 1)
		where ${sql.raw(where)}`.execute(own.db)

describe.each(engines)('verifying the record in %s', (engine) => {
	test('finds it whole, and counts what it saw', async () => {
		const own = await made(engine)
		await own.add(2)
		expect(await own.verify()).toEqual({
			problem: undefined,
			entries: size,
			checkpoints: 3,
			cosignatures: 1,
			reports: 0,
			acts: 0,
			erasures: 0,
			signatures: 0,
			waiting: 2,
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

	test('sees a sealed report that is not the one that was recorded', async () => {
		const own = await made(engine)
		const sealed = Buffer.from('sealed text of a test')
		const entry = makeEntry(sealed)
		await own.db.transaction().execute(async (trx) => {
			await addEntries(trx, [entry])
			await sql`insert into report (id, epoch, sealed, sealed_by, lane, salt, commitment, entry, hour) values
				(${crypto.randomUUID()}, 'test', ${sealed}, 'browser', 'normal', ${entry.salt}, ${entry.commitment}, ${entry.id}, ${now})`.execute(
				trx,
			)
		})
		await own.record.sequence(now)
		expect(await own.verify()).toMatchObject({ problem: undefined, reports: 1 })
		await flip(own, 'report', 'sealed', 3, 'true')
		expect((await own.verify()).problem).toBe('leaf 40: the sealed report is not the one that was recorded')
		await sql`delete from report`.execute(own.db)
		expect(await own.verify()).toMatchObject({ problem: undefined, reports: 0 })
	})

	test('sees an act, a certificate or a signature under one of which any byte was changed', async () => {
		const own = await made(engine)
		const contents = await addContents(own)
		expect(await own.verify()).toMatchObject({ problem: undefined, acts: 1, erasures: 1, signatures: 1 })
		for (const [table, column, name] of contents) {
			const change = (value: string, into: string) =>
				sql`update ${sql.table(table)} set ${sql.ref(column)} = replace(${sql.ref(column)}, ${value}, ${into})`.execute(
					own.db,
				)
			await change('Q', 'P')
			expect((await own.verify()).problem).toMatch(new RegExp(`^leaf 4[012]: the ${name}`, 'u'))
			await change('P', 'Q')
			await flip(own, table, 'salt', 31, 'true')
			expect((await own.verify()).problem).toMatch(new RegExp(`^leaf 4[012]: the ${name}`, 'u'))
			await flip(own, table, 'salt', 31, 'true')
		}
		expect((await own.verify()).problem).toBeUndefined()
	})
})

/** Answers as the product's own addresses do. */
const publish =
	({ record }: TestRecord, erasures: readonly object[] = []): AskRecord =>
	async (path) => {
		if (path === 'erasures') return JSON.stringify(erasures)
		const url = new URL(path, 'http://record.example')
		const [from, to, count] = ['from', 'to', 'count'].map((name) => Number(url.searchParams.get(name)))
		const hashes =
			url.pathname === '/leaves'
				? await record.listLeaves(from ?? 0, count ?? 0)
				: ((await record.findConsistency(from ?? 0, to ?? 0)) ?? [])
		if (url.pathname === '/checkpoint') return (await record.findCheckpoint())?.note ?? ''
		return hashes.map((hash) => `${Buffer.from(hash).toString('base64')}\n`).join('')
	}

describe('an outsider who has only what is published', () => {
	test('finds the record whole, and that the checkpoint kept earlier is its beginning', async () => {
		const own = await made()
		const seen = (await own.record.listCheckpoints(3)).at(-1)?.note
		const keys = { key: getKey(own), witnesses: [witness.key], checkErasure }
		expect(await verifyPublished(publish(own), { ...keys, seen })).toEqual({
			ok: true,
			value: { entries: size, cosignatures: 1, erasures: 0, signatures: 0 },
		})
	})

	test('finds the leaf of which one byte was changed', async () => {
		const own = await made()
		for (const leaf of [0, 13, 31, 39]) {
			await flip(
				own,
				'audit_entry',
				'commitment',
				17,
				`id = (select entry from audit_leaf where leaf_index = ${leaf})`,
			)
			const found = await verifyPublished(publish(own), { key: getKey(own), witnesses: [], checkErasure })
			expect(found.ok ? '' : found.issues[0]?.message).toBe(`leaf ${leaf}: it is not the one that was signed`)
			await flip(
				own,
				'audit_entry',
				'commitment',
				17,
				`id = (select entry from audit_leaf where leaf_index = ${leaf})`,
			)
		}
	})

	test('finds certificates of destroyed keys in the record, and every change of one or of a signature under it', async () => {
		const own = await made()
		await addContents(own)
		const row = async (table: string, column: string) => {
			const { rows } = await sql<{ content: string; salt: Buffer }>`select ${sql.ref(column)} as content, salt
				from ${sql.table(table)}`.execute(own.db)
			return { content: rows[0]?.content ?? '', salt: Buffer.from(rows[0]?.salt ?? []).toString('base64') }
		}
		const { content: certificate, salt } = await row('erasure', 'certificate')
		const signature = await row('erasure_signature', 'content')
		const check = async (erasure: object) => {
			const ask = publish(own, [{ epoch: '2026-10', certificate, salt, signatures: [signature], ...erasure }])
			const found = await verifyPublished(ask, { key: getKey(own), witnesses: [], checkErasure })
			return found.ok ? found.value : found.issues[0]?.message
		}
		expect(await check({})).toMatchObject({ erasures: 1, signatures: 1 })
		expect(await check({ certificate: `${certificate} ` })).toContain('does not stand in the record')
		expect(await check({ signatures: [{ ...signature, content: 'signature P' }] })).toContain(
			'does not stand in the record',
		)
		expect(await check({ signatures: [{}] })).toContain('not a certificate')
	})

	test('sees a record that was written anew under the same key', async () => {
		const [own, anew] = [await made(), await made()]
		const seen = (await own.record.listCheckpoints(1))[0]?.note ?? ''
		const found = await verifyPublished(publish(anew), {
			key: getKey(anew),
			witnesses: [],
			seen,
			checkErasure,
		})
		expect(found.ok).toBe(false)
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
