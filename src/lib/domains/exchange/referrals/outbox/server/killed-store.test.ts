/** A process killed at every step of sending: each referral has its effect at the partner exactly once, and its receipt here. */
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { sql } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'
import { shortLived } from '../../../../../../../tests/support/child.ts'
import { withDatabase } from '../../../../../../../tests/support/killed-task.ts'
import { makeFilledFolder } from '../../../../../../../tests/support/ready-made.ts'
import { openReferrals } from '../../../../../../../tests/support/referrals.ts'

/** Kills in all: 200 with `THIQA_KILLS`, else one at each place. */
const wanted = process.env['THIQA_KILLS'] === undefined ? 8 : 200
/** Points of the outbox, in flight, and statements of the two transactions of one message. */
const places = [
	'taken',
	'flight',
	'sent',
	'kept',
	'stored',
	'1',
	'4',
	'7',
	'2',
	'3',
	'5',
	'6',
	'8',
	'9',
	'10',
	'11',
]

/** A partner that knows keys: the first time of one is the effect, and every other gets the same receipt. */
const startPartner = async () => {
	const known = new Map<string, { body: string; receipt: string; times: number }>()
	const server = createServer((request, response) => {
		void buffer(request).then((bytes) => {
			const [key, body] = [String(request.headers['idempotency-key']), bytes.toString()]
			const one = known.get(key) ?? {
				body,
				receipt: createHash('sha256')
					.update(key + body)
					.digest('hex'),
				times: 0,
			}
			one.times++
			known.set(key, one)
			response.statusCode = one.body === body ? 202 : 422
			response.end(one.receipt)
		})
	}).listen(0, '127.0.0.1')
	await once(server, 'listening')
	onTestFinished(() => void server.close())
	return { known, port: (server.address() as AddressInfo).port }
}

const run = async (...args: string[]): Promise<boolean> => {
	const child = spawn(process.execPath, [...shortLived, 'tests/support/outbox-child.ts', ...args])
	let said = ''
	child.stderr.on('data', (text: Buffer) => (said += text.toString()))
	const [code, signal] = (await once(child, 'close')) as [number | null, string | null]
	if (signal !== 'SIGKILL' && code !== 0) throw new Error(`sending in a process of its own: ${said}`)
	return signal === 'SIGKILL'
}

test('a process that sends is killed at each of its steps: no referral is lost, none has its effect twice', async () => {
	const dataDir = await makeFilledFolder()
	const partner = await startPartner()
	const count = Math.ceil(wanted / 2)
	const sent = await withDatabase(dataDir, async ({ kysely }) => {
		const world = await openReferrals(kysely)
		const made = []
		for (let n = 0; n < count; n++) made.push(await world.queue())
		return made
	})
	let [kills, minutes] = [0, 1]
	for (; kills < wanted; minutes += 3) {
		const place = places[kills % places.length] ?? 'taken'
		if (!(await run(dataDir, `${partner.port}`, `${minutes}`, place))) break
		kills++
	}
	expect(kills).toBe(wanted)
	expect(await run(dataDir, `${partner.port}`, `${minutes + 3}`, 'never')).toBe(false)

	await withDatabase(dataDir, async ({ kysely }) => {
		const { rows } = await sql<{
			ref: string
			id: string
			state: string
			receipt: string
			steps: string
			body: boolean
		}>`
			select r.ref, m.id, r.state, convert_from(m.receipt, 'UTF8') as receipt, m.sealed_body is not null as body,
				(select string_agg(event, ' ' order by place) from referral_step where referral = r.id) as steps
			from referral r join referral_message m on m.referral = r.id`.execute(kysely)
		expect(rows).toHaveLength(count)
		for (const { id, receipt, ...rest } of rows) {
			const one = partner.known.get(id)
			expect(receipt).toBe(one?.receipt)
			expect((JSON.parse(one?.body ?? '{}') as { ref: string }).ref).toBe(rest.ref)
			expect(rest).toMatchObject({ state: 'accepted', steps: 'asked queued accepted', body: false })
		}
		expect(new Set(rows.map(({ ref }) => ref))).toEqual(new Set(sent.map(({ ref }) => ref)))
		expect(partner.known.size, 'effects at the partner').toBe(count)
		const entries = await sql`select 1 from act_record where content like '%referral/receipt%'`.execute(
			kysely,
		)
		expect(entries.rows).toHaveLength(count)
	})
	const tries = [...partner.known.values()].reduce((sum, { times }) => sum + times, 0)
	expect(tries, 'some were sent more than once').toBeGreaterThan(count)
})
