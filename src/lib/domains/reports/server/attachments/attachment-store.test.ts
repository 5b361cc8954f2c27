import { readdirSync, statSync, writeFileSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { findAttachment, markDestroyed, removeReports, type Reports } from '#domains/reports/server'
import { seal } from '#tools/seal/sealed'
import { database, engines } from '../../../../../../tests/support/database.ts'
import { makeBody, openTestReports, post, serveReports } from '../../../../../../tests/support/reports.ts'
import type { ReportDatabase } from '../tables.ts'
import { createSweeper } from './sweep.ts'

const disk = { size: 100e9, free: 80e9 }
let now = new Date()
let db: ReportDatabase
let reports: Reports & { dataDir: string }
let origin: string

const open = async (engine: (typeof engines)[number]): Promise<void> => {
	const { kysely } = await database(engine)
	db = kysely
	now = new Date()
	disk.free = 80e9
	reports = await openTestReports({
		kysely,
		now: () => now,
		disk: async () => ({ ...disk }),
	})
	origin = await serveReports(reports)
}

const sealBytes = async (length: number): Promise<Buffer> => {
	const sealed = await seal(new Uint8Array(length), (await reports.getEpoch()).recipient, 'padme')
	if (!sealed.ok) throw new Error('not sealed')
	return Buffer.from(sealed.value)
}

type Piece = { part?: number; at?: number; bytes?: number; body: Uint8Array }
const send = async (
	token: string,
	{ part = 1, at = 0, body, bytes = body.length }: Piece,
	more: RequestInit = {},
) => {
	const response = await fetch(`${origin}/intake/attachments`, {
		method: 'POST',
		headers: {
			'content-type': 'application/octet-stream',
			'x-attachment': `${token} ${part} ${at} ${bytes}`,
		},
		body: Uint8Array.from(body),
		...more,
	})
	return { status: response.status, answer: (await response.json()) as { at?: number; code?: string } }
}
const getFolder = (): string => join(reports.dataDir, 'attachments')
const list = (): string[] => readdirSync(getFolder()).sort()
const getRows = () =>
	db.selectFrom('attachment').select(['id', 'report', 'state', 'bytes']).orderBy('part').execute()
const getReports = () => db.selectFrom('report').select('id').execute()
const tooMuch = 1024 * 1024 + 1

describe.each(engines)('attachments on %s', (engine) => {
	beforeEach(() => open(engine))

	test('come in pieces of any size from 64 KiB, are bound by their report, and the desk finds the same bytes', async () => {
		const token = reports.intake.makeToken()
		const sealed = await sealBytes(1_500_000)
		const cuts = [0, 65_536, 131_073, 1_000_000, sealed.length]
		for (const [n, at] of cuts.slice(0, -1).entries()) {
			const body = sealed.subarray(at, cuts[n + 1])
			expect(await send(token, { at, body, bytes: sealed.length })).toEqual({
				status: 200,
				answer: { at: cuts[n + 1] },
			})
		}
		expect((await getRows()).map(({ state }) => state)).toEqual(['arriving'])
		const { body } = await makeBody(reports, { token, attachments: [sealed.length] })
		expect((await post(origin, body)).status).toBe(201)
		const [report] = await getReports()
		const found = await findAttachment(db, { report: report?.id ?? '', part: 1 })
		expect(found?.bytes).toBe(sealed.length)
		const path = join(getFolder(), found?.id ?? '')
		expect(Buffer.compare(readFileSync(path), sealed)).toBe(0)
		expect(statSync(path).mtimeMs).toBe(0)
		expect(statSync(path).mode & 0o777).toBe(0o600)
		// Sent a second time, the report is the same one, and what is bound is never written again.
		expect((await post(origin, body)).status).toBe(201)
		expect((await send(token, { body: sealed.subarray(0, 100) })).answer.code).toBe('token.used')
		expect(Buffer.compare(readFileSync(path), sealed)).toBe(0)
	})

	test('no endpoint gives one back, and none is there when nothing is switched on', async () => {
		const token = reports.intake.makeToken()
		const sealed = await sealBytes(100)
		await send(token, { body: sealed })
		const [id] = list()
		for (const path of ['', `/${id}`, `?id=${id}`, `/../${id}`]) {
			const answer = await fetch(`${origin}/intake/attachments${path}`)
			expect([404, 405]).toContain(answer.status)
			expect((await answer.text()).length).toBeLessThan(100)
		}
		const off = { ...reports, attachments: { ...reports.attachments, kinds: [] } }
		const other = await serveReports(off)
		for (const method of ['GET', 'POST'])
			expect((await fetch(`${other}/intake/attachments`, { method })).status).toBe(404)
	})

	test('a report that names what is not all here is refused, and the words may come without it', async () => {
		const token = reports.intake.makeToken()
		const sealed = await sealBytes(100_000)
		await send(token, { body: sealed.subarray(0, 65_536), bytes: sealed.length })
		for (const attachments of [[sealed.length], [sealed.length - 1], [1, 2, 3, 4, 5, 6]]) {
			const { body } = await makeBody(reports, { token, attachments })
			expect(await post(origin, body)).toMatchObject({ status: 409, answer: { code: 'attachments.missing' } })
		}
		expect(await getReports()).toEqual([])
		const { body } = await makeBody(reports, { token, attachments: [] })
		expect((await post(origin, body)).status).toBe(201)
		await reports.attachments.sweep()
		expect([list(), await getRows()]).toEqual([[], []])
	})

	test('the token of another form binds nothing, and what is no sealed file is not kept', async () => {
		const [token, other] = [reports.intake.makeToken(), reports.intake.makeToken()]
		const sealed = await sealBytes(100)
		await send(token, { body: sealed })
		const { body } = await makeBody(reports, { token: other, attachments: [sealed.length] })
		expect((await post(origin, body)).answer).toMatchObject({ code: 'attachments.missing' })
		const clear = Buffer.alloc(sealed.length, 'a')
		await send(other, { body: clear })
		const again = await makeBody(reports, { token: other, attachments: [clear.length] })
		expect((await post(origin, again.body)).answer).toMatchObject({ code: 'attachments.missing' })
		expect(await getReports()).toEqual([])
	})

	test('every piece that is not as it must be is refused, and nothing of it is left', async () => {
		const token = reports.intake.makeToken()
		const body = new Uint8Array(1000)
		const wrong: [Piece, string, number, string?][] = [
			[{ body }, 'token.wrong', 422, 'A'.repeat(52)],
			[{ body, bytes: 999 }, 'attachment.piece', 422],
			[{ body, bytes: 1001 }, 'attachment.piece', 422],
			[{ body, part: 7 }, 'attachments.too-long', 413],
			[{ body, bytes: 10_000_000 }, 'attachments.too-long', 413],
			[{ body: new Uint8Array(tooMuch), bytes: 2_000_000 }, 'attachment.piece', 422],
			[{ body, at: 500, bytes: 1500 }, 'attachment.offset', 409],
		]
		for (const [piece, code, status, given = token] of wrong)
			expect(await send(given, piece)).toMatchObject({ status, answer: { code } })
		for (const header of [
			'',
			'x',
			`${token} 0 0 10`,
			`${token} 1 0 0`,
			`${token} 1 -1 10`,
			`${token} 1 0 10 `,
		])
			expect(
				(
					await send(
						token,
						{ body },
						{
							headers: { 'content-type': 'application/octet-stream', 'x-attachment': header },
						},
					)
				).status,
				header,
			).toBe(header.endsWith(' ') ? 422 : 400)
		expect((await send(token, { body }, { headers: { 'content-type': 'text/plain' } })).status).toBe(415)
		expect(await getRows()).toEqual([])
	})

	test('a form has its limit, and a disk that fills up refuses files and takes reports', async () => {
		const token = reports.intake.makeToken()
		const body = new Uint8Array(65_536)
		for (const part of [1, 2]) expect((await send(token, { part, body, bytes: 9e6 })).status).toBe(200)
		expect((await send(token, { part: 3, body, bytes: 9e6 })).answer.code).toBe('attachments.too-long')
		expect((await send(token, { part: 3, body, bytes: 7e6 })).status).toBe(200)
		// Begun anew with another size, a part counts once.
		expect((await send(token, { part: 3, body, bytes: 6e6 })).status).toBe(200)
		const other = reports.intake.makeToken()
		for (const free of [9e9, 100_000]) {
			disk.free = free
			disk.size = free === 9e9 ? 100e9 : 200_000
			expect(await send(other, { body, bytes: 9e6 })).toMatchObject({
				status: 503,
				answer: { code: 'attachments.full' },
			})
		}
		disk.size = 100e9
		expect((await post(origin, (await makeBody(reports)).body)).status).toBe(201)
	})

	test('what breaks off ends where it was, and goes on from there', async () => {
		const token = reports.intake.makeToken()
		const sealed = await sealBytes(300_000)
		await send(token, { body: sealed.subarray(0, 100_000), bytes: sealed.length })
		const cut = new AbortController()
		const slow = new ReadableStream({
			start: (stream) => {
				stream.enqueue(sealed.subarray(100_000, 150_000))
				setTimeout(() => cut.abort(), 200)
			},
		})
		const piece = { at: 100_000, body: sealed.subarray(100_000), bytes: sealed.length }
		await send(token, piece, { body: slow, duplex: 'half', signal: cut.signal } as RequestInit).catch(
			() => undefined,
		)
		const getSize = () => statSync(join(getFolder(), list()[0] ?? '')).size
		await expect.poll(getSize).toBe(100_000)
		await expect.poll(async () => (await send(token, piece)).status).toBe(200)
		const { body } = await makeBody(reports, { token, attachments: [sealed.length] })
		expect((await post(origin, body)).status).toBe(201)
	})

	test('what no report names goes at the end of its form, and not while a report waits on the disk', async () => {
		await send(reports.intake.makeToken(), { body: await sealBytes(100) })
		now = new Date(now.getTime() + 23 * 3_600_000)
		await reports.attachments.sweep()
		expect(list()).toHaveLength(1)
		now = new Date(now.getTime() + 3 * 3_600_000)
		const waiting = { db, folder: getFolder(), now: () => now, isQuiet: async () => false }
		await createSweeper(waiting).sweep()
		expect(list()).toHaveLength(1)
		await reports.attachments.sweep()
		expect([list(), await getRows()]).toEqual([[], []])
	})

	test('removed reports and destroyed epochs take their files along', async () => {
		const sent = []
		for (let n = 0; n < 3; n++) {
			const token = reports.intake.makeToken()
			const sealed = await sealBytes(100 + n)
			await send(token, { body: sealed })
			const { body } = await makeBody(reports, { token, attachments: [sealed.length] })
			expect((await post(origin, body)).status).toBe(201)
			sent.push(token)
		}
		const [first] = await getReports()
		await expect(
			db.transaction().execute(async (trx) => {
				await removeReports(trx, [first?.id ?? ''])
				throw new Error('rolled back')
			}),
		).rejects.toThrow('rolled back')
		await reports.attachments.sweep()
		expect(list()).toHaveLength(3)
		await db.transaction().execute((trx) => removeReports(trx, [first?.id ?? '']))
		await reports.attachments.sweep()
		expect([list().length, (await getRows()).length]).toEqual([2, 2])
		const { id } = await reports.getEpoch()
		await db.transaction().execute((trx) => markDestroyed(trx, id))
		await reports.attachments.sweep()
		expect([list(), await getRows()]).toEqual([[], []])
	})

	test('a file that no row knows goes after a day of being seen so, a row whose file is gone stays in nobody’s way', async () => {
		await send(reports.intake.makeToken(), { body: await sealBytes(100) })
		const stray = join(getFolder(), crypto.randomUUID())
		writeFileSync(stray, 'x')
		await reports.attachments.sweepUnknown()
		now = new Date(now.getTime() + 20 * 3_600_000)
		await reports.attachments.sweepUnknown()
		expect(list()).toHaveLength(2)
		now = new Date(now.getTime() + 5 * 3_600_000)
		await reports.attachments.sweepUnknown()
		expect(list()).toHaveLength(1)
		await db.updateTable('attachment').set({ id: crypto.randomUUID() }).execute()
		now = new Date(now.getTime() + 26 * 3_600_000)
		await reports.attachments.sweep()
		expect(await getRows()).toEqual([])
	})
})
