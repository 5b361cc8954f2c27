/**
 * A process for tests that kill one while it sends: `node tests/support/outbox-child.ts <data folder> <port> <minutes> <where>`. Empties the outbox
 * into a partner on loopback, `minutes` after the start of the world, and ends itself without a word at a point of the outbox, once its partner has it
 * (`flight`) or after so many statements; `never`: goes on to the end.
 */
import type { KyselyPlugin } from 'kysely'
import { openDatabase } from '#platform'
import type { Tables } from '../../src/server/process/database.ts'
import { sendDue } from '../../src/lib/domains/exchange/referrals/outbox/server/outbox-store.ts'
import type { TryEnd } from '../../src/lib/domains/exchange/referrals/outbox/server/way.ts'
import { makeWay, openBody } from './referral-way.ts'

const [dataDir = '', port = '', minutes = '0', where = 'never'] = process.argv.slice(2)
const end = (): void => void process.kill(process.pid, 'SIGKILL')

let answered = 0
const killer: KyselyPlugin = {
	transformQuery: ({ node }) => node,
	transformResult: ({ result }) => {
		if (++answered === Number(where)) end()
		return Promise.resolve(result)
	},
}

/** Sends as a signed channel does: the key goes along with every try, the receipt comes back. */
const way = makeWay(async ({ id, sealed }): Promise<TryEnd> => {
	const answer = await fetch(`http://127.0.0.1:${port}/`, {
		method: 'POST',
		headers: { 'idempotency-key': id },
		body: openBody(sealed),
	})
	if (where === 'flight') end()
	if (answer.status !== 202) return { end: 'failed', code: `status-${answer.status}` }
	return { end: 'accepted', receipt: new Uint8Array(await answer.arrayBuffer()), peerRef: 'FR/1' }
})

const database = await openDatabase<Tables>({ dataDir, databaseUrl: undefined })
/** A receipt turns no clock of a case: what holidays there are is not asked. */
const calendar = { zone: 'Africa/Casablanca', fixed: [], announced: [], expected: [], ramadanMonth: 9 }
const now = (): Date => new Date(Date.parse('2026-11-26T09:20:00Z') + Number(minutes) * 60_000)
await sendDue({
	db: database.kysely.withPlugin(killer),
	ways: { 'http-sig': way },
	now,
	time: { calendar, hours: 'always' },
	reach: (point) => {
		if (point === where) end()
	},
})
await database.close()
