/** A record and the witnesses that it asks: what is shown to the world, and what becomes of a record that was written anew. */
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { describe, expect, onTestFinished, test } from 'vitest'
import {
	compareWithWitnesses,
	createGuardedFetch,
	createLog,
	createWitnessKeeper,
	openRecord,
	verifyRecord,
} from '#platform'
import { formatNote, makeSigner, parseNote, signNote, type NoteKey } from '#tools/seal/signed-note'
import { engines, type EngineName } from '../../../../../../tests/support/database.ts'
import { now, testRecord } from '../../../../../../tests/support/record.ts'
import { serveWitness } from '../../../../../../tests/support/served-witness.ts'
import { checkErasure, getKey } from '../../../../../../tests/support/verified-record.ts'

const origin = 'https://desk.example'
const fetch = createGuardedFetch({ allow: () => true, loopback: true, patience: 5_000 })
const later = (seconds: number): Date => new Date(now.getTime() + seconds * 1000)

/** A record, and so many witnesses that run, of which a quorum must sign. */
const begin = async (count: number, quorum: number, engine?: EngineName) => {
	const own = await testRecord(engine)
	const names = Array.from({ length: count }, (_, at) => `w${at + 1}.example/witness`)
	const served = await Promise.all(names.map((name) => serveWitness([getKey(own)], name)))
	const keep = async (
		witnesses: readonly { key: NoteKey; url: string }[] = served.map((one) => one.address),
	) => {
		const lines: string[] = []
		const log = createLog('info', (line) => lines.push(line))
		const keys = witnesses.map(({ key }) => key)
		const { dataDir } = own
		const record = await openRecord({ kysely: own.database.kysely, dataDir, origin, witnesses: keys, quorum })
		const kept = { record, fetch, witnesses, log }
		const verify = async () =>
			verifyRecord(own.database, { key: getKey(own), witnesses: keys, quorum, checkErasure })
		return {
			record,
			keeper: createWitnessKeeper(kept),
			lines,
			verify,
			compare: () => compareWithWitnesses(kept),
		}
	}
	return { ...own, served, keep }
}

const countSigners = async ({ findNewest }: { findNewest: () => Promise<{ note: string } | undefined> }) => {
	const parsed = parseNote((await findNewest())?.note ?? '')
	return parsed.ok ? parsed.value.signatures.length - 1 : 0
}

describe.each(engines)('on %s', (engine) => {
	test('nobody is shown a checkpoint, a leaf or a proof before enough witnesses have signed', async () => {
		const { add, keep } = await begin(2, 2, engine)
		const { record, keeper, verify } = await keep()
		const [id = ''] = await add(7)
		await record.sequence(now)
		expect(await record.findCheckpoint()).toBeUndefined()
		expect(await record.findInclusion({ id })).toBe('waiting')
		expect(await record.listLeaves(0, 10)).toEqual([])
		expect(await record.findConsistency(1, 7)).toBeUndefined()
		await keeper.look(now)
		expect(await record.findCheckpoint()).toMatchObject({ size: 7, published: true })
		expect(await record.findInclusion({ id })).toMatchObject({ index: expect.any(Number) as number })
		expect(await record.listLeaves(5, 10)).toHaveLength(2)
		expect(await countSigners(record)).toBe(2)
		const { problem, seen } = await verify()
		expect([problem, seen.size, seen.by.map(({ witness }) => witness).toSorted()]).toEqual([
			undefined,
			7,
			['w1.example/witness', 'w2.example/witness'],
		])
		await add(2)
		await record.sequence(now)
		expect(await record.findCheckpoint(), 'the last one stays').toMatchObject({ size: 7 })
		expect((await verify()).problem).toBeUndefined()
		expect(keeper.describe(later(0))).toBe('ok')
	})

	test('a record written anew with the stolen key is refused by the witness, not continued, and not opened again', async () => {
		const { add, keep, db, dataDir } = await begin(1, 1, engine)
		const { record, keeper, lines, compare } = await keep()
		await add(9)
		await record.sequence(now)
		await keeper.look(now)
		await compare()
		const rewrite = async (count: number) => {
			for (const table of [
				'audit_leaf',
				'audit_hash',
				'audit_checkpoint',
				'audit_waiting',
				'audit_entry',
				'act_record',
			])
				await sql`delete from ${sql.table(table)}`.execute(db)
			rmSync(join(dataDir, 'keys', 'record.note'))
			await add(count)
			const theirs = await keep()
			await theirs.record.sequence(now)
			return theirs
		}
		for (const [count, code] of [
			[5, 'record.shorter'],
			[9, 'record.forked'],
			[30, 'record.forked'],
		] as const) {
			const theirs = await rewrite(count)
			await theirs.keeper.look(now)
			expect(theirs.keeper.describe(now), code).toBe('contradicted')
			expect(theirs.lines.join('')).toContain('"event":"record.contradicted"')
			expect(theirs.lines.join('')).toContain(`"code":"${code}"`)
			expect(await theirs.record.findCheckpoint(), 'nothing of it is shown').toBeUndefined()
			await add(1)
			await expect(theirs.record.sequence(now)).rejects.toMatchObject({ code })
			await expect(theirs.compare(), 'at the next start').rejects.toMatchObject({
				code,
				message: expect.stringContaining('w1.example/witness has kept the checkpoint') as string,
			})
			expect((await theirs.verify()).problem).toMatch(/0 of the 1 witnesses that must have signed/u)
		}
		expect(lines).toEqual([])
	})
})

test('an emptied record is found at the start, before anything is signed', async () => {
	const { add, keep, db, dataDir } = await begin(2, 1)
	const { record, keeper } = await keep()
	await add(4)
	await record.sequence(now)
	await keeper.look(now)
	for (const table of ['audit_leaf', 'audit_hash', 'audit_checkpoint'])
		await sql`delete from ${sql.table(table)}`.execute(db)
	rmSync(join(dataDir, 'keys', 'record.note'))
	await expect((await keep()).compare()).rejects.toMatchObject({ code: 'record.shorter' })
})

test('one of three may be away; with two away the last checkpoint stays, it is told, and mended by itself', async () => {
	const { add, keep, served } = await begin(3, 2)
	const { record, keeper, lines } = await keep()
	const [, second, third] = served
	await add(3)
	await record.sequence(now)
	await third?.leave()
	await keeper.look(now)
	expect(await record.findCheckpoint()).toMatchObject({ size: 3 })
	expect(await countSigners(record)).toBe(2)
	await second?.leave()
	await add(4)
	await record.sequence(now)
	await keeper.look(later(60))
	expect(await record.findCheckpoint()).toMatchObject({ size: 3 })
	expect(keeper.describe(later(61))).toBe('ok')
	expect(keeper.describe(later(60 + 601)), 'after ten minutes').toBe('wanting')
	expect(lines.filter((line) => line.includes('record.witness-away'))).toHaveLength(2)
	expect(lines.join('')).toContain('"job":"w3.example.witness"')
	await second?.comeBack()
	await third?.comeBack()
	await keeper.look(later(120))
	expect(await record.findCheckpoint()).toMatchObject({ size: 7 })
	expect(await countSigners(record)).toBe(3)
	expect(keeper.describe(later(60 + 601))).toBe('ok')
})

test('who does not answer is asked again later and later, not at every look', async () => {
	const { add, keep, served } = await begin(1, 1)
	const [witness] = served
	const { record, keeper } = await keep(
		served.map(({ address }) => ({ ...address, url: `${address.url}/wrong` })),
	)
	await add(1)
	await record.sequence(now)
	const asked: number[] = []
	for (let second = 0; second <= 2_400; second += 5) {
		const before = witness?.asked() ?? 0
		await keeper.look(later(second))
		if ((witness?.asked() ?? 0) > before) asked.push(second)
	}
	expect(asked).toEqual([0, 5, 15, 35, 75, 155, 315, 635, 1235, 1835])
})

test('a witness that was away for long is given the proof from where it stood', async () => {
	const { add, keep, served } = await begin(1, 1)
	const first = await keep()
	await add(3)
	await first.record.sequence(now)
	await first.keeper.look(now)
	for (const count of [1, 40, 7]) {
		await add(count)
		await first.record.sequence(now)
	}
	const again = await keep()
	const before = served[0]?.asked() ?? 0
	await again.keeper.look(now)
	expect(await again.record.findCheckpoint()).toMatchObject({ size: 51 })
	expect((served[0]?.asked() ?? 0) - before, 'once to learn where it stands').toBe(2)
})

const answerBy = async (listener: RequestListener): Promise<string> => {
	const server = createServer(listener).listen(0, '127.0.0.1')
	await once(server, 'listening')
	onTestFinished(() => void server.close())
	return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

const size = { 'content-type': 'text/x.tlog.size' }
test.each<[string, number, string, Record<string, string>]>([
	['says a longer tree and shows none', 409, '900\n', size],
	['says another size each time', 409, '0\n', size],
	['says a size that is none', 409, '-1\n', size],
	['says a size in another kind of text', 409, '900\n', {}],
	['says that the proof is wrong and shows no tree', 422, 'no\n', {}],
	['says yes and signs nothing', 200, 'yes\n', {}],
	['says yes with a line of somebody else', 200, '— w.example/x AAAAAAAAAAA=\n', {}],
	['says yes with nothing', 200, '', {}],
	['leads elsewhere', 307, '', { location: 'http://127.0.0.1:1/' }],
	['breaks', 500, 'oh', {}],
])('a witness that %s stops nothing and counts for nothing', async (_, status, text, headers) => {
	const { add, keep } = await begin(0, 1)
	const url = await answerBy((request, response) => {
		if (request.method === 'GET') return response.writeHead(200).end('desk.example/record\n900\nAAAA\n')
		return response.writeHead(status, headers).end(text)
	})
	const { key } = await makeSigner('w.example/x', 'cosignature', new Uint8Array(32).fill(4))
	const { record, keeper, lines, compare } = await keep([{ key, url }])
	await add(2)
	await record.sequence(now)
	await keeper.look(now)
	expect(await record.findCheckpoint()).toBeUndefined()
	expect(keeper.describe(now)).toBe('ok')
	expect(lines.join('')).toContain('record.witness-away')
	await add(1)
	expect(await record.sequence(now)).toBe(1)
	await expect(compare()).resolves.toBeUndefined()
})

test('a witness cannot stop a record by a longer tree that it has signed itself', async () => {
	const { add, keep } = await begin(0, 1)
	const forger = await makeSigner('desk.example/record', 'ed25519', new Uint8Array(32).fill(9))
	const text = `desk.example/record\n900\n${Buffer.alloc(32).toString('base64')}\n`
	const note = formatNote({ text, signatures: [await signNote(text, forger)] })
	const url = await answerBy((request, response) =>
		request.method === 'GET' ? response.end(note) : response.writeHead(409, size).end('900\n'),
	)
	const { key } = await makeSigner('w.example/x', 'cosignature', new Uint8Array(32).fill(4))
	const { record, keeper, compare } = await keep([{ key, url }])
	await add(1)
	await record.sequence(now)
	await keeper.look(now)
	expect(keeper.describe(now)).toBe('ok')
	await expect(compare()).resolves.toBeUndefined()
})
