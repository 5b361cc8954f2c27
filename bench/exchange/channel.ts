/** Signed and sealed messages: processor time to verify one that comes; how many a second are sealed, signed and durable. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { migrate, openDatabase } from '#platform'
import { checkContentDigest, signRequest, verifyRequest } from '#tools/channels/http-signature'
import { sealPayload, unsealPayload, verifyPayload } from '#tools/channels/sealed-payload'
import { parseEnvelope } from '#domains/exchange/channel'
import { inboxUrl, makeMessageId, makePair, referral } from '../../tests/support/partner-keys.ts'
import { getPercentile, isQuick, report } from '../support/figures.ts'

const limits = { verify: 2, perSecond: 500, wait: 50 }
const rounds = isQuick ? 300 : 2000
/** Messages that wait at the same time, and that one transaction makes durable. */
const [waiting, together] = [24, 64]

const [sign, seal] = [await makePair('sign'), await makePair('seal')]
const content = Buffer.from(JSON.stringify(referral))

const make = async () => {
	const keys = {
		sign: { kid: sign.kid, key: sign.privateKey },
		seal: { kid: seal.kid, key: seal.publicKey },
	}
	const body = new TextEncoder().encode(await sealPayload(content, keys))
	const id = makeMessageId()
	const request = { url: inboxUrl, type: 'application/jose', body, id }
	const headers = await signRequest(request, { ...keys.sign, now: new Date() })
	return { body, id, headers }
}
type Message = Awaited<ReturnType<typeof make>>

/** All that is done before a message is stored, without the look-ups of the database. */
const verify = async ({ body, headers }: Message): Promise<void> => {
	const verified = await verifyRequest({ method: 'POST', url: inboxUrl, headers }, async () =>
		(await checkContentDigest(headers['content-digest'] ?? '', body)) ? sign.publicKey : 'digest',
	)
	const inner = await unsealPayload(Buffer.from(body).toString('latin1'), async () => seal.privateKey, 1e7)
	const signed = inner.ok ? await verifyPayload(inner.value, async () => sign.publicKey) : inner
	if (!verified.ok || !signed.ok || !parseEnvelope(signed.value.payload).ok) throw new Error('not verified')
}

const measureVerifying = async (): Promise<void> => {
	const messages: Message[] = []
	for (let round = 0; round < rounds; round++) messages.push(await make())
	for (const message of messages.slice(0, 100)) await verify(message)
	const begun = process.cpuUsage()
	for (const message of messages) await verify(message)
	const { user, system } = process.cpuUsage(begun)
	const each = (user + system) / 1000 / messages.length
	report(
		`a message of ${messages[0]?.body.length ?? 0} bytes verified, opened and read, processor time`,
		`${each.toFixed(2)} ms`,
		`<= ${limits.verify} ms`,
		each <= limits.verify,
	)
}

/** Rows that wait for the next transaction. */
const createKeeper = (store: (rows: readonly Message[]) => Promise<void>) => {
	const line: { row: Message; done: () => void }[] = []
	let isBusy = false
	const run = async (): Promise<void> => {
		isBusy = true
		while (line.length > 0) {
			const group = line.splice(0, together)
			await store(group.map(({ row }) => row))
			for (const { done } of group) done()
		}
		isBusy = false
	}
	return (row: Message): Promise<void> =>
		new Promise((done) => {
			line.push({ row, done })
			if (!isBusy) setImmediate(() => (isBusy ? undefined : void run()))
		})
}

const measureKeeping = async (): Promise<void> => {
	const dataDir = mkdtempSync(join(tmpdir(), 'thiqa-bench-exchange-'))
	const database = await openDatabase({ dataDir, databaseUrl: undefined })
	await migrate(database)
	await sql`create table bench_outbox (id uuid primary key, sealed text not null, signature text not null)`.execute(
		database.kysely,
	)
	const keep = createKeeper(async (rows) => {
		const [ids, bodies] = [rows.map(({ id }) => id), rows.map(({ body }) => Buffer.from(body).toString())]
		const signatures = rows.map(({ headers }) => headers['signature'] ?? '')
		await sql`insert into bench_outbox select * from unnest(${ids}::uuid[], ${bodies}::text[], ${signatures}::text[])`.execute(
			database.kysely,
		)
	})
	const times: number[] = []
	let left = rounds
	const work = async (): Promise<void> => {
		while (left-- > 0) {
			const started = performance.now()
			await keep(await make())
			times.push(performance.now() - started)
		}
	}
	const [begun, used] = [performance.now(), process.cpuUsage()]
	await Promise.all(Array.from({ length: waiting }, work))
	const rate = (times.length / (performance.now() - begun)) * 1000
	const { user, system } = process.cpuUsage(used)
	const each = (user + system) / 1000 / times.length
	const p99 = getPercentile(times, 0.99)
	const target = `>= ${limits.perSecond}/s, p99 <= ${limits.wait} ms`
	report(
		`a referral sealed, signed and durable on the embedded database, ${waiting} at a time`,
		`${rate.toFixed(0)}/s, p99 ${p99.toFixed(1)} ms, ${each.toFixed(2)} ms of processor each`,
		target,
		rate >= limits.perSecond && p99 <= limits.wait,
	)
	await database.close()
	rmSync(dataDir, { recursive: true, force: true })
}

/** Prints both figures. */
export const measureChannel = async (): Promise<void> => {
	await measureVerifying()
	await measureKeeping()
}
