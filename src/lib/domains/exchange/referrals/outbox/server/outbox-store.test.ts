import fc from 'fast-check'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { database, engines, type EngineName } from '../../../../../../../tests/support/database.ts'
import { accepting, makeWay, openBody } from '../../../../../../../tests/support/referral-way.ts'
import { openReferrals } from '../../../../../../../tests/support/referrals.ts'
import { findCase } from '../../../../cases/work/server/case-view.ts'
import { takeOutcome } from '../../answers/server/answer-store.ts'
import { findNextState } from '../../referral.ts'
import { callBackMessages } from './queue.ts'
import { noteSilence, sendDue } from './outbox-store.ts'
import { findReferral } from '../../server/view-store.ts'
import type { Outgoing, TryEnd, Ways } from './way.ts'

const fails = { end: 'failed', code: 'timeout' } as const

/** A partner that ends each try as it is told, and keeps what it was sent. */
const begin = async (engine: EngineName, ends: readonly TryEnd[], last: TryEnd = fails) => {
	const got: Outgoing[] = []
	const way = makeWay((message) => {
		got.push(message)
		return Promise.resolve(ends[got.length - 1] ?? last)
	})
	const world = await openReferrals((await database(engine)).kysely, {
		'http-sig': way,
		'xarf-mail': accepting,
	})
	const look = async (id: string) => {
		const view = await findReferral(world.desk.db, id)
		if (!view) throw new Error('no referral')
		return { ...view, state: view.referral.state, message: view.messages.at(-1) }
	}
	return { ...world, got, look, send: () => sendDue(world.desk) }
}

describe.each(engines)('the outbox on %s', (engine) => {
	test('sends what is due, keeps the receipt, forgets the body, moves the referral', async () => {
		const receipt = Buffer.from('signed by them')
		const { queue, send, got, look, desk } = await begin(engine, [
			{ end: 'accepted', receipt, peerRef: 'FR/7' },
		])
		const { id, ref, message } = await queue()
		expect(await send()).toEqual({ tried: 1, told: [] })
		expect(got).toMatchObject([{ id: message, ref, kind: 'referral', channel: { kind: 'http-sig' } }])
		expect(JSON.parse(openBody(got[0]?.sealed ?? new Uint8Array()))).toMatchObject({ ref })
		const { state, referral, message: kept } = await look(id)
		expect([state, referral.peer_ref, kept?.state]).toEqual(['accepted', 'FR/7', 'accepted'])
		expect(Buffer.from(kept?.receipt ?? []).toString()).toBe('signed by them')
		const { rows } = await sql`select 1 from referral_message where sealed_body is not null`.execute(desk.db)
		expect(rows).toEqual([])
		expect(await send()).toEqual({ tried: 0, told: [] })
	})

	test('tries again after 1 m, 5 m, 30 m, 2 h and 6 h with the same key and the same bytes', async () => {
		const { queue, send, got, desk } = await begin(engine, [])
		const { message } = await queue()
		for (const minutes of [0, 1, 5, 30, 120, 360, 360]) {
			desk.pass(minutes / 60)
			expect(await send()).toMatchObject({ tried: 1 })
			expect(await send(), 'not before its time').toMatchObject({ tried: 0 })
		}
		expect(new Set(got.map(({ id }) => id))).toEqual(new Set([message]))
		expect(new Set(got.map(({ sealed }) => openBody(sealed))).size).toBe(1)
	})

	test('tells a person at the second failure of what is urgent, and again when it is a dead letter', async () => {
		const { queue, send, look, desk } = await begin(engine, [])
		const { id } = await queue({ urgency: 'imminent-risk' })
		expect(await send()).toEqual({ tried: 1, told: [] })
		desk.pass(1 / 60)
		expect(await send()).toEqual({ tried: 1, told: [id] })
		expect((await look(id)).referral.told_at).toEqual(desk.now())
		const told: string[] = []
		for (let hours = 0; hours < 30; hours++) {
			desk.pass(1)
			told.push(...(await send()).told)
		}
		expect(told).toEqual([id])
		const { state, message, steps } = await look(id)
		expect([state, message?.state, message?.fault]).toEqual(['no-answer', 'dead', 'timeout'])
		expect(steps.at(-1)).toMatchObject({ event: 'silent', code: 'timeout', state: 'no-answer' })
	})

	test('what got through after all is stuck no longer; what was refused is', async () => {
		const receipt = Buffer.from('r')
		for (const [end, toldAt] of [
			[{ end: 'accepted', receipt }, null],
			[{ end: 'sent' }, null],
			[{ end: 'rejected', code: 'not-ours' }, expect.any(Date)],
		] as const) {
			const { queue, send, look, desk } = await begin(engine, [fails, fails], end)
			const { id } = await queue({ urgency: 'imminent-risk' })
			for (const minutes of [0, 1, 5]) {
				desk.pass(minutes / 60)
				await send()
			}
			expect((await look(id)).referral.told_at, end.end).toEqual(toldAt)
		}
	})

	test('a receipt that comes late takes nothing from what the partner asked meanwhile', async () => {
		const accepted = { end: 'accepted', receipt: Buffer.from('r') } as const
		const { queue, send, look, desk, partner } = await begin(engine, [fails], accepted)
		const { id, ref } = await queue()
		await send()
		await desk.db.transaction().execute((trx) => takeOutcome(trx, desk, { partner, ref, code: 'need-more' }))
		desk.pass(1)
		await send()
		const { state, referral, message } = await look(id)
		expect([state, message?.state]).toEqual(['need-more', 'accepted'])
		expect(referral.told_at).not.toBeNull()
	})

	test('of what is not urgent a person hears when it is dead, and it is never silent', async () => {
		const { queue, send, look, desk } = await begin(engine, [])
		const { id } = await queue()
		const told: string[] = []
		for (let rounds = 0; rounds < 9 * 24; rounds++) {
			told.push(...(await send()).told)
			desk.pass(1)
		}
		expect(told).toEqual([id])
		expect((await look(id)).state).toBe('no-answer')
		const { rows } = await sql`select content from act_record where content like '%referral/dead%'`.execute(
			desk.db,
		)
		expect(rows).toHaveLength(1)
	})

	test('a refusal is kept with its code and is no failure to try again', async () => {
		const receipt = Buffer.from('no')
		const { queue, send, look } = await begin(engine, [{ end: 'rejected', receipt, code: 'not-ours' }])
		const { id } = await queue()
		await send()
		const { state, message } = await look(id)
		expect([state, message?.state, message?.fault]).toEqual(['rejected', 'rejected', 'not-ours'])
		expect(await send()).toMatchObject({ tried: 0 })
	})

	test('whatever a way throws is a failure, and none of its words are kept', async () => {
		const world = await openReferrals((await database(engine)).kysely, {
			'http-sig': makeWay(() => Promise.reject(new Error('https://files.example/secret'))),
		})
		const { id } = await world.queue()
		await sendDue(world.desk)
		expect((await findReferral(world.desk.db, id))?.messages).toMatchObject([
			{ state: 'queued', fault: 'fault' },
		])
	})

	test('what waits for a channel that was taken from its partner is for a person at once, who sends it another way', async () => {
		const { queue, send, got, look, desk, partner } = await begin(engine, [fails])
		const { id } = await queue()
		await send()
		const { rows } = await sql<{
			id: string
		}>`delete from partner_channel where kind = 'http-sig' returning id`.execute(desk.db)
		expect(await callBackMessages(desk.db, [rows[0]?.id ?? ''], desk.now())).toBe(1)
		expect(await send()).toEqual({ tried: 1, told: [id] })
		expect(got, 'nothing went').toHaveLength(1)
		const { state, message, referral, steps } = await look(id)
		expect([state, message?.state, message?.fault]).toEqual(['no-answer', 'dead', 'channel-gone'])
		expect(referral.told_at).toEqual(desk.now())
		expect(steps.at(-1)).toMatchObject({ event: 'silent', code: 'channel-gone' })
		expect(findNextState(state, 'next-channel')).toBe('queued')
		expect(await callBackMessages(desk.db, [partner], desk.now()), 'of none').toBe(0)
	})

	test('nothing goes to a partner that was suspended since, and it goes on when they are back', async () => {
		const { queue, send, got, look, desk } = await begin(engine, [{ end: 'sent' }])
		const { id } = await queue()
		await sql`update partner set state = 'suspended'`.execute(desk.db)
		await send()
		expect(got).toEqual([])
		expect((await look(id)).message?.fault).toBe('no-channel')
		await sql`update partner set state = 'active'`.execute(desk.db)
		desk.pass(1)
		await send()
		expect((await look(id)).state).toBe('sent')
	})

	test.each([
		['whose agreement has ended', sql`agreed_to = '2026-11-25'`],
		['that takes no referrals any more', sql`flows = 'referral-in,indicators'`],
		['that may see less by now', sql`tlp_most = 'green'`],
	])('nothing goes to a partner %s between the second person and the try', async (_, change) => {
		const { queue, send, got, look, desk } = await begin(engine, [{ end: 'sent' }])
		const { id } = await queue()
		await sql`update partner set ${change}`.execute(desk.db)
		await send()
		expect(got).toEqual([])
		expect((await look(id)).message?.fault).toBe('not-agreed')
	})

	test('what was taken and never came back is due again after its hold, and a late end of the first is not believed', async () => {
		const { promise, resolve } = Promise.withResolvers<TryEnd>()
		const ways: Ways = { 'http-sig': makeWay(() => promise) }
		const { desk, queue } = await openReferrals((await database(engine)).kysely, ways)
		const { id } = await queue()
		const { promise: isTaken, resolve: tell } = Promise.withResolvers<undefined>()
		const first = sendDue({ ...desk, reach: (point) => point === 'taken' && tell(undefined) })
		await isTaken
		const others = { ...desk, ways: { 'http-sig': accepting } }
		expect(await sendDue(others), 'it is held').toMatchObject({ tried: 0 })
		desk.pass(0.05)
		expect(await sendDue(others)).toMatchObject({ tried: 1 })
		resolve({ end: 'rejected', code: 'late' })
		await first
		const view = await findReferral(desk.db, id)
		expect(view?.referral.state).toBe('accepted')
		expect(view?.steps.map(({ event }) => event)).toEqual(['asked', 'queued', 'accepted'])
	})

	test('silence after its time is said; what can have no receipt is late by the outcome only', async () => {
		const { queue, send, look, desk } = await begin(engine, [
			{ end: 'sent' },
			{ end: 'accepted', receipt: Buffer.from('r') },
		])
		const one = await queue()
		await send()
		const two = await queue()
		await send()
		expect(await noteSilence(desk)).toEqual([])
		desk.pass(24)
		expect(await noteSilence(desk)).toEqual([])
		expect((await look(one.id)).referral).toMatchObject({ state: 'sent', told_at: null })
		desk.pass(6 * 24)
		expect((await noteSilence(desk)).sort()).toEqual([one.id, two.id].sort())
		expect(await noteSilence(desk)).toEqual([])
		expect([(await look(one.id)).state, (await look(two.id)).state]).toEqual(['no-answer', 'no-answer'])
	})

	test('however tries end, every referral ends accepted, refused or before a person: none is lost', async () => {
		const end = fc.constantFrom<TryEnd>(
			fails,
			{ end: 'accepted', receipt: Buffer.from('r') },
			{ end: 'rejected', code: 'no' },
		)
		await fc.assert(
			fc.asyncProperty(fc.array(end, { maxLength: 6 }), async (ends) => {
				const { queue, send, look, desk } = await begin(engine, ends)
				const { id } = await queue({ urgency: 'imminent-risk' })
				for (let hours = 0; hours < 30; hours++) {
					await send()
					desk.pass(1)
				}
				const { state, message } = await look(id)
				const first = ends.find(({ end: how }) => how !== 'failed')?.end ?? 'failed'
				const wanted = { accepted: 'accepted', rejected: 'rejected', failed: 'no-answer', sent: 'sent' }[
					first
				]
				expect([state, message?.state]).toEqual([wanted, first === 'failed' ? 'dead' : first])
			}),
			{ numRuns: 6 },
		)
	})

	test('the case is told of nothing but what changed for it', async () => {
		const {
			queue,
			send,
			desk,
			case: of,
		} = await begin(engine, [{ end: 'accepted', receipt: Buffer.from('r') }])
		await queue()
		await send()
		const kinds = (await findCase(desk.db, of))?.steps.map(({ kind }) => kind)
		expect(kinds).toEqual(['received', 'assigned', 'referred'])
	})
})
