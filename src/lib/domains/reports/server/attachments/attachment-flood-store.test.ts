import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Reports } from '#domains/reports/server'
import { seal } from '#tools/seal/sealed'
import { database, engines } from '../../../../../../tests/support/database.ts'
import { makeBody, openTestReports, post, serveReports } from '../../../../../../tests/support/reports.ts'
import { solveChallenge } from '../../../../tools/seal/proof-of-work/solver/index.ts'
import { openFileKey } from '../keys/file-key.ts'
import type { ReportDatabase } from '../tables.ts'
import { createAttachments } from './attachments.ts'

const disk = { size: 100e9, free: 80e9 }
const now = new Date()
let db: ReportDatabase
let reports: Reports & { dataDir: string }
let origin: string

const sealBytes = async (length: number): Promise<Buffer> => {
	const sealed = await seal(new Uint8Array(length), (await reports.getEpoch()).recipient, 'padme')
	if (!sealed.ok) throw new Error('not sealed')
	return Buffer.from(sealed.value)
}
type Piece = { at?: number; bytes?: number; body: Uint8Array }
const send = async (token: string, { at = 0, body, bytes = body.length }: Piece) => {
	const response = await fetch(`${origin}/intake/attachments`, {
		method: 'POST',
		headers: { 'content-type': 'application/octet-stream', 'x-attachment': `${token} 1 ${at} ${bytes}` },
		body: Uint8Array.from(body),
	})
	return { status: response.status, answer: (await response.json()) as { at?: number; code?: string } }
}
const getFolder = (): string => join(reports.dataDir, 'attachments')
const list = (): string[] => readdirSync(getFolder())
const getRows = () => db.selectFrom('attachment').select(['bytes']).execute()

describe.each(engines)('a flood of attachments on %s', (engine) => {
	beforeEach(async () => {
		db = (await database(engine)).kysely
		reports = await openTestReports({ kysely: db, now: () => now, disk: async () => disk })
		origin = await serveReports(reports)
	})

	test('a form that sends nothing more lets go within minutes, one that goes on stays', async () => {
		const [quiet, slow] = [reports.intake.makeToken(), reports.intake.makeToken()]
		const sealed = await sealBytes(200_000)
		await send(quiet, { body: await sealBytes(100) })
		await send(slow, { body: sealed.subarray(0, 65_536), bytes: sealed.length })
		for (let minute = 0; minute < 14; minute++) await reports.attachments.sweep()
		expect(list()).toHaveLength(2)
		await send(slow, { at: 65_536, body: sealed.subarray(65_536, 131_072), bytes: sealed.length })
		await reports.attachments.sweep()
		expect((await getRows()).map(({ bytes }) => bytes)).toEqual([sealed.length])
		await send(slow, { at: 131_072, body: sealed.subarray(131_072), bytes: sealed.length })
		const { body } = await makeBody(reports, { token: slow, attachments: [sealed.length] })
		expect((await post(origin, body)).status).toBe(201)
	})

	test('the sizes that a flood announces hold no room: 492 requests of one byte block nobody (F6)', async () => {
		for (let n = 0; n < 492; n++)
			await send(reports.intake.makeToken(), { body: new Uint8Array(1), bytes: 9e6 })
		const token = reports.intake.makeToken()
		const sealed = await sealBytes(20_000)
		expect((await send(token, { body: sealed })).status).toBe(200)
		const { body } = await makeBody(reports, { token, attachments: [sealed.length] })
		expect((await post(origin, body)).status).toBe(201)
	})

	test('when the free share is used up, a form that has done its work is not kept out', async () => {
		const key = await openFileKey(reports.dataDir, db)
		const tight = createAttachments({
			db,
			key,
			folder: getFolder(),
			kinds: ['voice'],
			now: () => now,
			disk: async () => disk,
			free: { perSecond: 0, burst: 2 },
		})
		const sealed = await sealBytes(20_000)
		const put = (token: string, solution?: string, part = 1) =>
			tight.take(
				{ token, part, at: 0, bytes: sealed.length, length: sealed.length, solution },
				Readable.from([sealed]),
			)
		for (let n = 0; n < 2; n++) expect(await put(reports.intake.makeToken())).toEqual({ at: sealed.length })
		const { token, challenge } = await reports.intake.makeChallenge(reports.intake.makeToken())
		expect(await put(token)).toEqual({ code: 'attachments.work' })
		const solution = challenge && (await solveChallenge(challenge))
		expect(await put(token, solution)).toEqual({ at: sealed.length })
		// The work of one form opens no other.
		expect(await put(reports.intake.makeToken(), solution)).toEqual({ code: 'attachments.work' })
		const { body } = await makeBody(reports, { token, attachments: [sealed.length] })
		expect((await post(origin, body)).status).toBe(201)
	})

	test('when the room is full, who has sent nothing for longest makes some', async () => {
		const key = await openFileKey(reports.dataDir, db)
		const folder = join(reports.dataDir, 'few')
		const few = createAttachments({
			db,
			key,
			folder,
			kinds: ['voice'],
			now: () => now,
			room: 200_000,
			disk: async () => disk,
		})
		const put = (token: string, at: number) =>
			few.take({ token, part: 1, at, bytes: 300_000, length: 70_000 }, Readable.from([Buffer.alloc(70_000)]))
		const [first, second, third] = [1, 2, 3].map(() => reports.intake.makeToken())
		if (!first || !second || !third) throw new Error('no tokens')
		expect(await put(first, 0)).toEqual({ at: 70_000 })
		expect(await put(second, 0)).toEqual({ at: 70_000 })
		expect(await put(first, 35_000)).toEqual({ at: 105_000 })
		expect(await put(third, 0)).toEqual({ at: 70_000 })
		expect(readdirSync(folder)).toHaveLength(2)
		// The one that went begins anew; a form never makes room for itself.
		expect(await put(second, 70_000)).toEqual({ code: 'attachment.offset', at: 0 })
		expect(await put(first, 105_000)).toEqual({ at: 175_000 })
		expect(await put(first, 175_000)).toEqual({ code: 'attachments.full' })
	})
})
