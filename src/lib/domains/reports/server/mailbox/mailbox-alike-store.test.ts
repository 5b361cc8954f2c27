import { PostgresQueryCompiler, sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { database, engines } from '../../../../../../tests/support/database.ts'
import {
	cheapArgon2id,
	makeBody,
	openTestReports,
	post,
	serveReports,
} from '../../../../../../tests/support/reports.ts'
import { openReceipt, sealMessage, signChallenge } from '../../mailbox/index.ts'

type Kysely = Awaited<ReturnType<typeof database>>['kysely']
type Receipt = Awaited<ReturnType<typeof openReceipt>>

const openBoxes = async (kysely: Kysely, { holders }: { holders: number }) => {
	const reports = await openTestReports({ kysely })
	const origin = await serveReports(reports)
	const known: Receipt[] = []
	for (let at = 0; at < holders; at++) {
		const { body, code } = await makeBody(reports)
		expect((await post(origin, body)).status).toBe(201)
		known.push(await openReceipt(code, cheapArgon2id))
	}
	const stranger = await openReceipt('3'.repeat(24), cheapArgon2id)
	const epoch = await reports.getEpoch()
	const sealed = await sealMessage('شكرا', stranger.secrets, epoch)
	if (!sealed.ok) throw new Error('not sealed')
	const makeRequest = async ({ keys, secrets }: Receipt) => {
		const challenge = reports.mailbox.challenge(keys.lookup)
		return { lookup: keys.lookup, challenge, signature: await signChallenge(challenge, secrets) }
	}
	const { mailbox } = reports
	/** Requests that somebody is about to send, signed. */
	const ready = {
		open: async (who: Receipt) => {
			const asked = await makeRequest(who)
			return () => mailbox.open(asked)
		},
		send: async (who: Receipt) => {
			const asked = await makeRequest(who)
			return () => mailbox.send(asked, sealed.value, epoch.id)
		},
	}
	return { known, stranger, ready, reports, origin }
}

/** The same database, and the text of every statement that it is asked from now on. */
const listen = (kysely: Kysely): { kysely: Kysely; asked: string[] } => {
	const compiler = new PostgresQueryCompiler()
	const asked: string[] = []
	const listening = kysely.withPlugin({
		transformQuery: ({ node, queryId }) => {
			asked.push(compiler.compileQuery(node, queryId).sql)
			return node
		},
		transformResult: async ({ result }) => result,
	})
	return { kysely: listening, asked }
}

/** A letter that a stranger writes is stored in no table, and takes as long. */
const toOutline = (step: 'open' | 'send', statements: readonly string[]): unknown =>
	step === 'open' ? statements : statements.length

// `bench/decoys.ts` compares how long both take, too.
test.each(['open', 'send'] as const)(
	'%s() asks the database as much of holder, stranger and forger',
	async (step) => {
		const { kysely, asked } = listen((await database('pglite')).kysely)
		const { known, stranger, ready } = await openBoxes(kysely, { holders: 2 })
		const [holder = stranger, other = stranger] = known
		const forger = { keys: holder.keys, secrets: stranger.secrets }
		const statements: string[][] = []
		for (const who of [holder, stranger, other, forger]) {
			const go = await ready[step](who)
			asked.length = 0
			await go()
			statements.push([...asked])
		}
		expect(statements[0]?.length).toBeGreaterThan(0)
		for (const of of statements) expect(toOutline(step, of)).toEqual(toOutline(step, statements[0] ?? []))
	},
)

test('a flood of letters holds up no report, and has an end', async () => {
	const { kysely } = await database('pglite')
	const { stranger, ready, reports, origin } = await openBoxes(kysely, { holders: 0 })
	const sends = await Promise.all(Array.from({ length: 600 }, () => ready.send(stranger)))
	const { body } = await makeBody(reports)
	const outcomes: string[] = []
	const flood = sends.map((send) =>
		send().then(
			() => outcomes.push('taken'),
			(error: unknown) => outcomes.push((error as { code?: string }).code ?? String(error)),
		),
	)
	// The report comes once all letters stand in line: then one of them has been answered.
	await Promise.race(flood)
	expect((await post(origin, body)).status).toBe(201)
	expect(outcomes.filter((outcome) => outcome === 'taken').length).toBeLessThan(300)
	await Promise.all(flood)
	// On a busy machine some have waited for the database as long as anybody may: they are refused as politely.
	const kinds = new Set(outcomes)
	expect(kinds.delete('taken') && kinds.delete('reports.busy')).toBe(true)
	expect([...kinds].filter((kind) => kind !== 'database.busy')).toEqual([])
	expect(outcomes.filter((outcome) => outcome !== 'reports.busy').length).toBeGreaterThanOrEqual(500)
	expect(await reports.keeper.countSpooled()).toBe(0)
})

/** Transactions that have written so far: each of them waits for the disk. */
const countWritten = async (db: Kysely): Promise<number> => {
	const { rows } = await sql<{
		count: string
	}>`select pg_snapshot_xmax(pg_current_snapshot())::text as count`.execute(db)
	return Number(rows[0]?.count)
}

test('a letter costs one write that waits for the disk, whoever sends it and however often', async () => {
	const { kysely } = await database('pglite')
	const { known, stranger, ready } = await openBoxes(kysely, { holders: 1 })
	const [holder = stranger] = known
	const [first, foreign] = [await ready.send(holder), await ready.send(stranger)]
	const forged = await ready.send({ keys: holder.keys, secrets: stranger.secrets })
	const written: number[] = []
	for (const send of [first, first, foreign, foreign, forged]) {
		const before = await countWritten(kysely)
		expect(await send()).toBe('taken')
		written.push((await countWritten(kysely)) - before)
	}
	expect(written).toEqual([1, 1, 1, 1, 1])
})

describe.each(engines)('on %s', (engine) => {
	test('letters of strangers leave nothing in any table', async () => {
		const { kysely } = await database(engine)
		const db = kysely
		const { known, stranger, ready } = await openBoxes(kysely, { holders: 1 })
		const [holder = stranger] = known
		const count = async (): Promise<unknown> =>
			(
				await sql`select (select count(*) from form_token) as claims, (select count(*) from mailbox_message) as letters,
				(select count(*) from report) as reports, (select count(*) from mailbox) as boxes`.execute(db)
			).rows[0]
		expect(await (await ready.send(holder))()).toBe('taken')
		const before = await count()
		const forger = { keys: holder.keys, secrets: stranger.secrets }
		const sends = await Promise.all(
			Array.from({ length: 40 }, (_, at) => ready.send(at % 2 ? stranger : forger)),
		)
		await Promise.all(sends.map((send) => send()))
		expect(await count()).toEqual(before)
	})

	test('a letter whose write fails is taken when it is sent again', async () => {
		const { kysely } = await database(engine)
		const db = kysely
		const { known, stranger, ready } = await openBoxes(kysely, { holders: 1 })
		const send = await ready.send(known[0] ?? stranger)
		await sql`alter table mailbox_message rename to mailbox_message_gone`.execute(db)
		await expect(send()).rejects.toThrow()
		await sql`alter table mailbox_message_gone rename to mailbox_message`.execute(db)
		expect(await send()).toBe('taken')
		const { rows } = await sql`select count(*) from mailbox_message`.execute(db)
		expect(rows).toEqual([{ count: 1 }])
	})
})
