import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { formatInclusion, verifyPublished, type AskRecord } from '#platform'
import { AppError } from '#base'
import { now, witness, type TestRecord } from '../../../../../../tests/support/record.ts'
import {
	addContents,
	checkErasure,
	flip,
	getKey,
	made,
	size,
} from '../../../../../../tests/support/verified-record.ts'

const proveEntry = async ({ record }: TestRecord, id: string): Promise<string> => {
	const proof = await record.findInclusion({ id })
	if (proof === 'unknown') throw new AppError('record.answer', 404, 'no such entry')
	if (proof === 'waiting') throw new AppError('record.answer', 503, 'it waits for its place')
	return formatInclusion(proof)
}

/** Answers as the product's own addresses do. */
const publish =
	(own: TestRecord, erasures: readonly object[] = []): AskRecord =>
	async (path) => {
		const { record } = own
		if (path === 'erasures') return JSON.stringify(erasures)
		const url = new URL(path, 'http://record.example')
		if (url.pathname === '/proof') return proveEntry(own, url.searchParams.get('entry') ?? '')
		const [from, to, count] = ['from', 'to', 'count'].map((name) => Number(url.searchParams.get(name)))
		const hashes =
			url.pathname === '/leaves'
				? await record.listLeaves(from ?? 0, count ?? 0)
				: ((await record.findConsistency(from ?? 0, to ?? 0)) ?? [])
		if (url.pathname === '/checkpoint') return (await record.findCheckpoint())?.note ?? ''
		return hashes.map((hash) => `${Buffer.from(hash).toString('base64')}\n`).join('')
	}

/** The certificate that {@link addContents} has made, as it is published. */
const listPublished = async (own: TestRecord) => {
	const read = async (table: string, column: string) => {
		const { rows } = await sql<{ content: string; entry: string; salt: Buffer }>`select
			${sql.ref(column)} as content, entry, salt from ${sql.table(table)}`.execute(own.db)
		const [row] = rows
		if (!row) throw new Error(`one row of ${table} was wanted`)
		return { ...row, salt: row.salt.toString('base64') }
	}
	const { content: certificate, ...rest } = await read('erasure', 'certificate')
	return { epoch: '2026-10', certificate, ...rest, signatures: [await read('erasure_signature', 'content')] }
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
		const published = await listPublished(own)
		const { certificate, signatures } = published
		const [signature] = signatures
		const check = async (erasure: object) => {
			const ask = publish(own, [{ ...published, ...erasure }])
			const found = await verifyPublished(ask, { key: getKey(own), witnesses: [], checkErasure })
			return found.ok ? found.value : found.issues[0]?.message
		}
		expect(await check({})).toMatchObject({ erasures: 1, signatures: 1 })
		expect(await check({ certificate: `${certificate} ` })).toContain('does not stand in the record')
		expect(await check({ signatures: [{ ...signature, content: 'signature P' }] })).toContain(
			'does not stand in the record',
		)
		expect(await check({ signatures: [{}] })).toContain('not a certificate')
		expect(await check({ entry: crypto.randomUUID(), certificate: 'made up' })).toContain(
			'does not stand in the record',
		)
		expect(await check({ entry: '../checkpoint' })).toContain('not a certificate')
	})

	test('waits for a certificate that is seconds old until a checkpoint holds it', async () => {
		const own = await made()
		const ask = publish(own, [])
		await addContents(own, false)
		const published = [await listPublished(own)]
		let asked = 0
		const askYoung: AskRecord = async (path) => {
			if (path === 'erasures') return JSON.stringify(published)
			if (path === 'checkpoint' && ++asked === 3) await own.record.sequence(now)
			return ask(path)
		}
		const keys = { key: getKey(own), witnesses: [], checkErasure }
		expect(await verifyPublished(askYoung, { ...keys, every: 5 })).toEqual({
			ok: true,
			value: { entries: size + 3, cosignatures: 0, erasures: 1, signatures: 1 },
		})
		expect(asked).toBe(3)
	})

	test('tells a certificate that still has no place apart from a fault', async () => {
		const own = await made()
		await addContents(own, false)
		const ask = publish(own, [await listPublished(own)])
		const found = await verifyPublished(ask, {
			...{ key: getKey(own), witnesses: [], checkErasure },
			...{ patience: 30, every: 5 },
		})
		expect(found.ok ? undefined : found.issues[0]).toMatchObject({
			path: 'waiting',
			message: expect.stringContaining('2026-10') as string,
		})
	})

	test('names a leaf that was changed while it waited for the next checkpoint', async () => {
		const own = await made()
		await addContents(own, false)
		const ask = publish(own, [await listPublished(own)])
		let asked = 0
		const askYoung: AskRecord = async (path) => {
			if (path === 'checkpoint' && ++asked === 2) {
				await own.record.sequence(now)
				const last = 'id = (select entry from audit_leaf where leaf_index = 42)'
				await flip(own, 'audit_entry', 'commitment', 17, last)
			}
			return ask(path)
		}
		const keys = { key: getKey(own), witnesses: [], checkErasure }
		const found = await verifyPublished(askYoung, { ...keys, every: 5 })
		expect(found.ok ? '' : found.issues[0]?.message).toBe('leaf 42: it is not the one that was signed')
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
