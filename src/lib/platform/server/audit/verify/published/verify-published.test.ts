import { sql } from 'kysely'
import { describe, expect, test, vi } from 'vitest'
import { addEntries, makeEntry, verifyPublished, type AskRecord } from '#platform'
import { publish } from '../../../../../../../tests/support/published-record.ts'
import { now, witness, type TestRecord } from '../../../../../../../tests/support/record.ts'
import {
	addContents,
	checkErasure,
	flip,
	getKey,
	made,
	size,
} from '../../../../../../../tests/support/verified-record.ts'

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

const seenByWitness = { witness: witness.key.name, at: new Date(1_764_000_000_000) }

describe('an outsider who has only what is published', () => {
	test('wants the word of as many witnesses as he says', async () => {
		const own = await made()
		const keys = { key: getKey(own), witnesses: [witness.key], checkErasure }
		expect(await verifyPublished(publish(own), { ...keys, quorum: 1 })).toMatchObject({ ok: true })
		await own.add(1)
		await own.record.sequence(now)
		expect(await verifyPublished(publish(own), { ...keys, quorum: 1 })).toMatchObject({
			ok: false,
			issues: [{ path: 'witnesses', message: expect.stringContaining('0 of the witnesses') as string }],
		})
	})

	test('finds the record whole, and that the checkpoint kept earlier is its beginning', async () => {
		const own = await made()
		const seen = (await own.record.listCheckpoints(3)).at(-1)?.note
		const keys = { key: getKey(own), witnesses: [witness.key], checkErasure }
		expect(await verifyPublished(publish(own), { ...keys, seen })).toEqual({
			ok: true,
			value: { entries: size, cosigners: [seenByWitness], erasures: 0, signatures: 0, epochs: 0 },
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
			value: { entries: size + 3, cosigners: [], erasures: 1, signatures: 1, epochs: 0 },
		})
		expect(asked).toBe(3)
	})

	test('tells a certificate that still has no place apart from a fault', async () => {
		const own = await made()
		await addContents(own, false)
		const ask = publish(own, [await listPublished(own)])
		const found = await verifyPublished(ask, {
			key: getKey(own),
			witnesses: [],
			checkErasure,
			patience: 30,
			every: 5,
		})
		expect(found.ok ? undefined : found.issues[0]).toMatchObject({
			path: 'waiting',
			message: expect.stringContaining('2026-10') as string,
		})
	})

	test('hands on the newest checkpoint that holds, also where something waits, never after a fault and never an older one', async () => {
		const own = await made()
		const notes: string[] = []
		const options = {
			key: getKey(own),
			witnesses: [],
			checkErasure,
			patience: 30,
			every: 5,
			keep: async ({ note }: { note: string }) => void notes.push(note),
		}
		const older = (await own.record.listCheckpoints(2)).at(-1)?.note ?? ''
		await addContents(own, false)
		const ask = publish(own, [await listPublished(own)])
		let asked = 0
		// No time goes by before the second one was asked for, and all of it does then.
		const clock = vi.spyOn(performance, 'now').mockImplementation(() => (asked > 1 ? 1e9 : 0))
		const askOlder: AskRecord = async (path) => (path === 'checkpoint' && ++asked > 1 ? older : ask(path))
		expect(await verifyPublished(askOlder, options)).toMatchObject({ issues: [{ path: 'waiting' }] })
		clock.mockRestore()
		const newest = (await own.record.findCheckpoint())?.note
		expect(asked).toBeGreaterThan(1)
		expect(notes).toEqual([newest])
		expect(await verifyPublished(publish(own), options)).toMatchObject({ ok: true })
		expect(notes).toEqual([newest, newest])
		await flip(own, 'audit_entry', 'commitment', 17, 'true')
		for (const more of [{}, { quorum: 1 }, { seen: 'none' }])
			expect((await verifyPublished(publish(own), { ...options, ...more })).ok).toBe(false)
		expect(notes).toHaveLength(2)
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

	test('says so when what was kept is no checkpoint', async () => {
		const own = await made()
		for (const seen of ['', 'two words\n1\n', 'desk\u0001\n'])
			expect(
				await verifyPublished(publish(own), { key: getKey(own), witnesses: [], seen, checkErasure }),
			).toMatchObject({ ok: false, issues: [{ message: 'the checkpoint that you kept is none' }] })
	})
})

describe('the keys of reports that an outsider is shown', () => {
	const keep = async () => {
		const own = await made()
		const [first, second] = ['one key, signed', 'the next key, signed'].map((content) => ({
			content,
			...makeEntry(Buffer.from(content)),
		}))
		if (!first || !second) throw new Error('two were wanted')
		await own.db.transaction().execute((trx) => addEntries(trx, [first, second]))
		const toPublished = ({ content, id, salt }: typeof first) => ({
			note: content,
			entry: id,
			salt: Buffer.from(salt).toString('base64'),
		})
		const options = { key: getKey(own), witnesses: [], checkErasure, patience: 0 }
		return { own, options, published: [first, second].map(toPublished) }
	}

	test('are leaves of the record, and the one shown here is among them', async () => {
		const { own, options, published } = await keep()
		const verify = (shown?: string) => verifyPublished(publish(own, [], published), { ...options, shown })
		expect(await verify('one key, signed')).toMatchObject({ ok: false, issues: [{ path: 'waiting' }] })
		await own.record.sequence(now)
		expect(await verify('one key, signed')).toMatchObject({ ok: true, value: { epochs: 2 } })
		expect(await verify()).toMatchObject({ ok: true, value: { epochs: 2 } })
		expect(await verify('a key for you alone, signed')).toMatchObject({
			ok: false,
			issues: [{ message: expect.stringContaining('shown to you stands nowhere') as string }],
		})
	})

	test('are refused when one that is published has no leaf, and when the list is none', async () => {
		const { own, options, published } = await keep()
		await own.record.sequence(now)
		const [first = { note: '' }] = published
		const forged = [{ ...first, note: 'a key for you alone, signed' }]
		const shown = 'a key for you alone, signed'
		expect(await verifyPublished(publish(own, [], forged), { ...options, shown })).toMatchObject({
			ok: false,
			issues: [{ message: expect.stringContaining('does not stand in the record') as string }],
		})
		expect(await verifyPublished(publish(own, [], [{ note: 1 }]), options)).toMatchObject({
			ok: false,
			issues: [{ path: 'epochs' }],
		})
	})

	test('are none in a demonstration, which is no fault', async () => {
		const { own, options } = await keep()
		await own.record.sequence(now)
		expect(await verifyPublished(publish(own), { ...options, shown: 'anything' })).toMatchObject({
			ok: true,
			value: { epochs: 0 },
		})
	})
})
