import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { commitReport, openDatabase } from '#platform'
import type { Challenge } from '#tools/seal/proof-of-work'
import { makeNoteKey } from '#tools/seal/signed-note'
import type { Tables } from '../../../../server/process/database.ts'
import { makeFolder, shortLived } from '../../../../../tests/support/child.ts'
import { fillDataFolder } from '../../../../../tests/support/ready-made.ts'
import { answers, cheapArgon2id, openTestReports, post } from '../../../../../tests/support/reports.ts'
import { solveChallenge } from '../../../tools/seal/proof-of-work/solver/index.ts'
import { drawReceipt, openEpoch, packReport, sealReport } from '../sealing/index.ts'
import type { Reports } from './reports.ts'

/** Points at which a process is killed; `THIQA_KILLS=200` makes so many kills in all, instead of one or two at each. */
const points = ['checked', 'before-keeping', 'writing', 'written', 'kept'] as const
const spoolPoints = [
	'spool-written',
	'spool-named',
	'spool-stored',
	'spool-moved',
	'writing',
	'written',
	'kept',
] as const
const rounds = Math.max(
	1,
	Math.round(Number(process.env['THIQA_KILLS'] ?? 0) / (points.length + spoolPoints.length)),
)

/** Reached once for a group of reports, and not once for each. */
const isGrouped = (point: string): boolean => /^(?:writing|written|spool-stored|spool-moved)$/u.test(point)

/** A folder with all tables, copied for each kill. */
const ready = mkdtempSync(join(tmpdir(), 'thiqa-killed-'))
beforeAll(() => fillDataFolder(ready))
afterAll(() => rmSync(ready, { recursive: true }))

const startIntake = async (dataDir: string, point: string, times: number, isSpooled: boolean) => {
	const child = spawn(process.execPath, [
		...shortLived,
		'tests/support/intake-child.ts',
		dataDir,
		point,
		String(times),
		...(isSpooled ? ['spool'] : []),
	])
	const ended = once(child, 'close')
	let errors = ''
	child.stderr.on('data', (text: Buffer) => (errors += text.toString()))
	const first = await Promise.race([once(child.stdout, 'data'), ended.then(() => [errors])])
	return { origin: `http://127.0.0.1:${String(first[0]).trim()}`, ended, kill: () => child.kill('SIGKILL') }
}

/** Bodies as browsers make them, from nothing but what the server says. */
const makeBodies = async (origin: string, howMany: number, isSpooled: boolean) => {
	const form = (await (await fetch(`${origin}/form`)).json()) as {
		record: string
		name: string
		key: number[]
	}
	const epoch = await openEpoch(form.record, makeNoteKey(form.name, 'ed25519', Uint8Array.from(form.key)))
	if (!epoch.ok) throw new Error('the epoch is not signed')
	return Promise.all(
		Array.from({ length: howMany }, async () => {
			const receipt = await drawReceipt(cheapArgon2id)
			const report = await sealReport({ answers, locale: 'ar', epoch: epoch.value, receipt, now: new Date() })
			const asked = await fetch(`${origin}/intake/challenge`)
			const { token, challenge } = (await asked.json()) as { token: string; challenge: Challenge }
			if (!report.ok) throw new Error('not sealed')
			// Where there is danger nothing waits, so what shall wait has to do the work.
			const lane = isSpooled
				? ({ lane: 'normal', solution: await solveChallenge(challenge) } as const)
				: ({ lane: 'danger' } as const)
			const { keys, sealed } = report.value
			return { body: packReport({ token, epoch: epoch.value.id, ...lane }, keys, sealed), sealed }
		}),
	)
}

const isAcknowledged = (sent: PromiseSettledResult<{ status: number }>): boolean =>
	sent.status === 'fulfilled' && sent.value.status === 201

type Row = {
	id: string
	hour: Date
	sealed: Uint8Array
	salt: Uint8Array
	commitment: Uint8Array
	entry: string
	epoch: string
	lane: string
	sealed_by: string
}

/** Lists what is stored after the next start, once everything that waited has been moved. */
const inspect = async (dataDir: string, look: (reports: Reports) => Promise<void> = async () => {}) => {
	const database = await openDatabase<Tables>({ dataDir, databaseUrl: undefined })
	try {
		const db = database.kysely
		const reports = await openTestReports({ kysely: db, dataDir })
		await expect.poll(() => reports.keeper.countSpooled()).toBe(0)
		await look(reports)
		await reports.close()
		const rows: Row[] = await db
			.selectFrom('report')
			.select(['id', 'hour', 'sealed', 'salt', 'commitment', 'entry', 'epoch', 'lane', 'sealed_by'])
			.execute()
		const entries = await sql<{
			id: string
			commitment: Uint8Array
		}>`select id, commitment from audit_entry`.execute(db)
		const mailboxes = await db.selectFrom('mailbox').select('report').execute()
		return { rows, entries: entries.rows, mailboxes: mailboxes.map(({ report }) => report) }
	} finally {
		await database.close()
	}
}

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')

const killAndLook = async (point: string, times: number, isSpooled: boolean): Promise<void> => {
	const dataDir = makeFolder()
	cpSync(ready, dataDir, { recursive: true })
	const intake = await startIntake(dataDir, point, times, isSpooled)
	const bodies = await makeBodies(intake.origin, isSpooled ? 5 : 8, isSpooled)
	const sent = await Promise.allSettled(bodies.map(({ body }) => post(intake.origin, body)))
	// It ends itself at its point; one that came to no such point would not end, and the test with it.
	await intake.ended
	const acknowledged = bodies
		.filter((_, at) => sent[at] && isAcknowledged(sent[at]))
		.map(({ sealed }) => hex(sealed))
	const { rows, entries, mailboxes } = await inspect(dataDir)
	const kept = rows.map(({ sealed }) => hex(sealed))
	expect(acknowledged.filter((sealed) => !kept.includes(sealed))).toEqual([])
	expect(new Set(kept).size).toBe(kept.length)
	expect(entries.map(({ id, commitment }) => `${id} ${hex(commitment)}`).sort()).toEqual(
		rows.map(({ entry, commitment }) => `${entry} ${hex(commitment)}`).sort(),
	)
	for (const { commitment, sealed_by: sealedBy, ...row } of rows)
		expect(hex(commitReport({ ...row, sealedBy }))).toBe(hex(commitment))
	expect(mailboxes.sort()).toEqual(rows.map(({ id }) => id).sort())
}

/** Every file below a folder, database and its journal included. */
const listFiles = (folder: string): string[] =>
	readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name))

/** The same for reports that come in clear: whoever saw the code of a receipt opens a mailbox with it, and no word is on the disk. */
const killInClear = async (point: string, times: number, isSpooled: boolean): Promise<void> => {
	const dataDir = makeFolder()
	cpSync(ready, dataDir, { recursive: true })
	const intake = await startIntake(dataDir, point, times, isSpooled)
	const words = `كلمات لا تبقى ${crypto.randomUUID()}`
	const body = JSON.stringify({ ...answers, danger: isSpooled ? 'no' : 'now', words })
	const sent = await Promise.allSettled(
		Array.from({ length: 5 }, async () => {
			const answer = await fetch(`${intake.origin}/clear`, { method: 'POST', body })
			return { status: answer.status, code: await answer.text() }
		}),
	)
	await intake.ended
	const codes = sent.flatMap((one) =>
		one.status === 'fulfilled' && one.value.status === 201 ? [one.value.code] : [],
	)
	expect(listFiles(dataDir).length).toBeGreaterThan(100)
	for (const file of listFiles(dataDir))
		expect([file, readFileSync(file).includes(words)]).toEqual([file, false])
	const { rows, entries, mailboxes } = await inspect(dataDir, async (reports) => {
		for (const code of codes) expect(await (await reports.openByCode(code)).read()).toBeDefined()
	})
	expect(rows.length).toBeGreaterThanOrEqual(codes.length)
	expect(entries.map(({ id }) => id).sort()).toEqual(rows.map(({ entry }) => entry).sort())
	expect(mailboxes.sort()).toEqual(rows.map(({ id }) => id).sort())
}

describe('a process killed while reports come in: whoever was told so has a report that is there, once', () => {
	test.each(points)('at %s', async (point) => {
		for (let round = 0; round < rounds; round++)
			await killAndLook(point, 1 + (round % (isGrouped(point) ? 1 : 4)), false)
	})
	test.each(spoolPoints)('at %s, when reports wait on the disk', async (point) => {
		for (let round = 0; round < rounds; round++)
			await killAndLook(point, 1 + (round % (isGrouped(point) ? 1 : 4)), true)
	})
	test.each(['sealed', 'before-keeping', 'written'])('at %s, when they come in clear', async (point) => {
		for (let round = 0; round < rounds; round++)
			await killInClear(point, 1 + (round % (isGrouped(point) ? 1 : 4)), false)
	})
	test('at spool-written, when they come in clear and wait on the disk', async () => {
		for (let round = 0; round < rounds; round++) await killInClear('spool-written', 1 + (round % 4), true)
	})
})
