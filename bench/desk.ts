/**
 * The desk: milliseconds to list a queue of 10,000 cases, on the embedded database and on PostgreSQL with `DATABASE_URL`; seconds
 * to open 1,000 reports with the key of their epoch, to index and to filter them. The second runs in Node: a browser does the
 * same work with the same code and WebCrypto. `node bench/desk.ts`
 */
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import type { Tables } from '../src/server/process/database.ts'
import { openDatabase } from '../src/lib/platform/server/database/database.ts'
import { migrate } from '../src/lib/platform/server/database/migrate.ts'
import { getJaccardSimilarity, toBlindIndex, toShingles } from '../src/lib/domains/cases/cluster/index.ts'
import { openCases } from '../src/lib/domains/cases/work/server/case-arrival.ts'
import { listQueue } from '../src/lib/domains/cases/queue/server/queue.ts'
import { makeIdentity, openText, seal, toRecipient } from '../src/lib/tools/seal/sealed/index.ts'
import { readLibrary } from '../tests/support/content.ts'
import { finish, getPercentile, isQuick, report, showSpread, toSpread } from './support/figures.ts'

const rounds = isQuick ? 5 : 20
const caseCount = 10_000
const reportCount = isQuick ? 200 : 1_000

const timeQueue = async (databaseUrl: string | undefined): Promise<void> => {
	const dataDir = mkdtempSync(join(tmpdir(), 'thiqa-desk-'))
	const database = await openDatabase<Tables>({ dataDir, databaseUrl })
	const schema = `bench_${randomUUID().replaceAll('-', '')}`
	try {
		if (databaseUrl) await sql`create schema ${sql.id(schema)}`.execute(database.kysely)
		await database.kysely.connection().execute(async (connection) => {
			if (databaseUrl) await sql`set search_path to ${sql.id(schema)}`.execute(connection)
			await migrate({ kysely: connection })
			const db = connection
			const now = new Date()
			const arrivals = Array.from({ length: caseCount }, (_, at) => ({
				report: randomUUID(),
				epoch: 'bench',
				lane: at % 50 === 0 ? ('danger' as const) : ('normal' as const),
				hour: new Date(Math.floor(now.getTime() / 3_600_000 - (at % 700)) * 3_600_000),
			}))
			await openCases(db, arrivals, { calendar: readLibrary().calendar, hours: 'always' }, now)
			const taken: number[] = []
			for (let round = 0; round < rounds; round++) {
				const started = performance.now()
				const lines = await listQueue(db)
				taken.push(performance.now() - started)
				if (lines.length !== caseCount) throw new Error(`listing the queue: ${lines.length} cases`)
			}
			const p95 = getPercentile(taken, 0.95)
			report(
				`queue of ${caseCount.toLocaleString('en')} cases, ${database.kind}`,
				`${showSpread(toSpread(taken), 1)} ms, p95 ${p95.toFixed(1)} ms`,
				'p95 < 200 ms',
				p95 < 200,
			)
		})
	} finally {
		if (databaseUrl) await sql`drop schema ${sql.id(schema)} cascade`.execute(database.kysely)
		await database.close()
		rmSync(dataDir, { recursive: true })
	}
}

const words =
	'واحد الحساب كيصيفط لينا نفس الرابط وكيقول اللي ما خلصش غادي ينشر التصاور ديالو فالمجموعة ديال القسم كاملة'.split(
		' ',
	)

const timeOpening = async (): Promise<void> => {
	const identity = await makeIdentity()
	const recipient = await toRecipient(identity)
	if (!recipient.ok) throw new Error('making a key for the measure')
	const key = await crypto.subtle.generateKey({ name: 'HMAC', hash: 'SHA-256' }, false, ['sign'])
	const sealed: Uint8Array[] = []
	for (let at = 0; at < reportCount; at++) {
		const story = [...words.slice(at % 7), `رقم${at}`, ...words].join(' ')
		const made = await seal(
			JSON.stringify({ words: story, links: [`https://example.org/${at % 40}`] }),
			recipient.value,
		)
		if (!made.ok) throw new Error('sealing a report for the measure')
		sealed.push(made.value)
	}
	const started = performance.now()
	const opened: { words: string; links: string[] }[] = []
	for (const bytes of sealed) {
		const text = await openText(bytes, identity)
		if (text.ok) opened.push(JSON.parse(text.value) as (typeof opened)[number])
	}
	const afterOpening = performance.now()
	const tokens = await Promise.all(opened.map((one) => toBlindIndex(one, key)))
	const afterIndex = performance.now()
	const wanted = toShingles(opened[0]?.words ?? '')
	const found = opened.filter((one) => getJaccardSimilarity(wanted, toShingles(one.words)) > 0.6)
	const ended = performance.now()
	const whole = ((ended - started) * 1_000) / reportCount / 1_000
	const part = (from: number, to: number): string => `${((to - from) / reportCount).toFixed(2)} ms`
	if (tokens.length !== reportCount || found.length === 0)
		throw new Error('opening reports: some are missing')
	report(
		`1,000 reports opened, indexed, filtered (Node; ${reportCount} measured)`,
		`${whole.toFixed(2)} s: open ${part(started, afterOpening)}, index ${part(afterOpening, afterIndex)}, filter ${part(afterIndex, ended)} each`,
		'< 6 s',
		whole < 6,
	)
}

await timeQueue(undefined)
if (process.env['DATABASE_URL']) await timeQueue(process.env['DATABASE_URL'])
await timeOpening()
finish()
