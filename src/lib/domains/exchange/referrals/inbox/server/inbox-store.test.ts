import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { day } from '#base'
import { engines } from '../../../../../../../tests/support/database.ts'
import {
	makeMessageId,
	note,
	openInbox,
	referral,
} from '../../../../../../../tests/support/partner-channel.ts'
import { readLibrary } from '../../../../../../../tests/support/content.ts'
import { listActs } from '../../../../../../../tests/support/state-digest.ts'
import { createReferralHandlers } from '../../signed/server/index.ts'
import { quarantineAfterRevocation } from '../../../channel/server/index.ts'
import { countInbox, endMessages, listWaiting, openMessage, settleMessage } from './index.ts'

const by = '0a000000-0000-4000-8000-000000000001'
const time = { calendar: readLibrary().calendar, hours: 'always' } as const
const refusal = (code: string): Error => expect.objectContaining({ code }) as Error

describe.each(engines)('messages that wait for a person on %s', (engine) => {
	const open = async () => {
		const clock = { now: () => new Date() }
		const handlers = createReferralHandlers(() => ({ time, now: () => clock.now() }))
		const inbox = await openInbox(engine, { handlers })
		clock.now = inbox.now
		const place = { db: inbox.db, now: inbox.now }
		const sendNow = async (content: unknown): Promise<string> => {
			inbox.pass(1)
			const id = makeMessageId(inbox.now())
			await inbox.send(inbox.partner, content, id)
			return id
		}
		const revoke = () =>
			inbox.db
				.transaction()
				.execute((trx) =>
					quarantineAfterRevocation(
						trx,
						{ kid: inbox.partner.sign.kid, partner: inbox.partner.id, revokedAt: inbox.now() },
						inbox.now(),
					),
				)
		return { ...inbox, place, sendNow, revoke }
	}

	test('are notes, what was set aside and what a revoked key signed; a referral that was taken is none', async () => {
		const { sendNow, db, pass, revoke } = await open()
		const taken = await sendNow(referral)
		const words = await sendNow(note)
		const broken = await sendNow({ v: 2 })
		expect((await listWaiting(db)).map(({ id, state, type }) => [id, state, type])).toEqual([
			[broken, 'quarantined', ''],
			[words, 'unread', 'note'],
		])
		pass(60)
		await revoke()
		expect(await countInbox(db)).toBe(3)
		expect((await listWaiting(db)).slice(1).map(({ id, state, why }) => [id, state, why])).toEqual([
			[taken, 'review', 'key.revoked'],
			[words, 'review', 'key.revoked'],
		])
	})

	test('are opened by name, settled once, and each act is written down', async () => {
		const { sendNow, db, place, openSealed } = await open()
		const [first, second] = [await sendNow(note), await sendNow(note)]
		const { sealed } = await openMessage(place, { id: first, by })
		expect(await openSealed(sealed)).toContain('.')
		await settleMessage(place, { id: first, by, why: undefined })
		await settleMessage(place, { id: second, by, why: 'came-again' })
		expect(await countInbox(db)).toBe(0)
		for (const again of [
			() => settleMessage(place, { id: first, by, why: undefined }),
			() => openMessage(place, { id: second, by }),
		])
			await expect(again()).rejects.toThrow(refusal('message.changed'))
		await expect(openMessage(place, { id: by, by })).rejects.toThrow(refusal('message.unknown'))
		const kinds = (await listActs(db)).map(([, kind]) => kind)
		for (const kind of ['exchange/opened', 'exchange/taken', 'exchange/dropped'])
			expect(kinds.filter((one) => one === kind)).toHaveLength(1)
	})

	test('that were set aside make no referral and no case when somebody has dealt with them: they come anew', async () => {
		const { sendNow, db, place } = await open()
		const report = {
			...(referral.body as { report: object }).report,
			screenshot: 'data:image/png;base64,AAAA',
		}
		const first = await sendNow({ ...referral, body: { ...referral.body, report } })
		const count = async () => {
			const { rows } = await sql<{ referrals: number; cases: number }>`select
				(select count(*)::int from referral) as referrals, (select count(*)::int from desk_case) as cases`.execute(
				db,
			)
			return rows[0]
		}
		await settleMessage(place, { id: first, by, why: undefined })
		expect(await count()).toEqual({ referrals: 0, cases: 0 })
		await sendNow(referral)
		expect(await count()).toEqual({ referrals: 1, cases: 0 })
	})

	test('end with their words after a time; what an open referral says stays, and so does the proof of what came', async () => {
		const { sendNow, db, pass, now } = await open()
		const [kept, words] = [await sendNow(referral), await sendNow(note)]
		pass((10 * day) / 1000)
		const fresh = await sendNow(note)
		const end = () => endMessages(db, { before: new Date(now().getTime() - 5 * day), now: now() })
		expect([await end(), await end()]).toEqual([1, 0])
		const rows = await db
			.selectFrom('exchange_message')
			.select(['id', 'state', 'why', 'sealed', 'receipt'])
			.execute()
		const get = (id: string) => rows.find((row) => row.id === id)
		expect(get(words)).toMatchObject({ state: 'dropped', why: 'over' })
		expect(get(words)?.sealed).toHaveLength(0)
		expect(get(words)?.receipt.length).toBeGreaterThan(0)
		for (const id of [kept, fresh]) expect(get(id)?.sealed.length).toBeGreaterThan(0)
		await db.updateTable('referral').set({ state: 'closed' }).execute()
		expect(await end()).toBe(1)
	})
})
