import { sql, type Transaction } from 'kysely'
import { describe, expect, test } from 'vitest'
import { AppError } from '#base'
import { makeFolder } from '../../../../../../tests/support/child.ts'
import { database, engines } from '../../../../../../tests/support/database.ts'
import {
	addPartner,
	channelStart,
	countMessages,
	makeMessageId,
	note,
	openInbox,
	openTestChannel,
	readAnswer,
	referral,
	sealAs,
	signAs,
	toRefusal,
} from '../../../../../../tests/support/partner-channel.ts'
import type { Tables } from '../../../../../server/process/database.ts'
import { listMessages, moveMessage, quarantineAfterRevocation } from './index.ts'

describe.each(engines)('what the inbox of partners sets aside on %s', (engine) => {
	test('poison is set aside with a receipt that says so, and what comes after it goes on', async () => {
		const { send, post, db, partner, now } = await openInbox(engine)
		const deep = Buffer.from('['.repeat(40) + ']'.repeat(40))
		const many = Buffer.from(`[${'1,'.repeat(30_000)}1]`)
		const media = {
			...referral,
			body: {
				...referral.body,
				report: {
					...(referral.body as { report: object }).report,
					evidence: [{ content_type: 'image/png', payload: 'AAAA' }],
				},
			},
		}
		const withReport = (more: object): unknown => ({
			...referral,
			body: { ...referral.body, report: { ...(referral.body as { report: object }).report, ...more } },
		})
		const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex').toString('base64')
		const poison: [string, unknown][] = [
			['message.media', withReport({ evidence: [{ content_type: 'text/plain', payload: png }] })],
			['message.media', withReport({ evidence: { one: { content_type: 'image/png', payload: 'AAAA' } } })],
			['message.media', withReport({ attachments: [{ content_type: 'video/mp4', payload: 'AAAA' }] })],
			['message.media', withReport({ screenshot: `data:image/png;base64,AAAA` })],
			['message.media', withReport({ a: { b: [{ c: `\n ${png}` }] } })],
			['message.deep', deep],
			['message.many', many],
			['message.utf8', Buffer.from([0x7b, 0xff, 0x7d])],
			['message.json', Buffer.from('{"v":1,')],
			['message.type', { ...note, type: 'unheard-of' }],
			['message.schema', { ...note, v: 2 }],
			['message.schema', { ...note, more: true }],
			['message.schema', { ...note, body: { text: 'x'.repeat(4001) } }],
			['message.controls', { ...note, body: { text: 'safe\u202Egnp.exe' } }],
			['message.controls', { ...note, ref: 'A\u0000' }],
			['message.media', media],
		]
		for (const [why, content] of poison) {
			const { answer } = await send(partner, content)
			expect([answer.status, readAnswer(answer)['why']], why).toEqual([202, why])
			expect(readAnswer(answer)['status']).toBe('quarantined')
			expect(answer.headers['signature']).toBeDefined()
		}
		const junk = new TextEncoder().encode('not.a.jwe.at.all')
		const answer = await post(
			await signAs(partner, { body: junk, id: makeMessageId(channelStart), now: now() }),
			junk,
		)
		expect([answer.status, readAnswer(answer)['why']]).toEqual([202, 'payload.form'])
		expect((await send(partner, note)).answer.status).toBe(202)
		expect(await listMessages(db, 'quarantined')).toHaveLength(poison.length + 1)
		expect(await listMessages(db, 'unread')).toHaveLength(1)
	})

	test('a partner that only gets referrals answers them, and what it refers itself is set aside', async () => {
		const { send, db } = await openInbox(engine)
		const partner = await addPartner(db, channelStart, { flows: 'referral-out' })
		const outcome = {
			v: 1,
			type: 'outcome',
			ref: 'FR-9',
			about: 'MA-2026-000123',
			body: { code: 'actioned', at: '2026-11-29T09:00:00Z' },
		}
		expect(readAnswer((await send(partner, outcome)).answer)['status']).toBe('accepted')
		expect(readAnswer((await send(partner, referral)).answer)['why']).toBe('flow.not-agreed')
	})

	test('content signed by another than its sender is set aside', async () => {
		const { post, db, partner, keys, now } = await openInbox(engine)
		const other = await addPartner(db, channelStart)
		const body = await sealAs(other, keys, note)
		const answer = await post(
			await signAs(partner, { body, id: makeMessageId(channelStart), now: now() }),
			body,
		)
		expect(readAnswer(answer)['why']).toBe('payload.sign-key')
	})

	test('what is sealed to a key that we do not have is refused for good, and nothing is kept', async () => {
		const { post, db, partner, now } = await openInbox(engine)
		const elsewhere = await openTestChannel((await database(engine)).kysely, { dataDir: makeFolder(), now })
		const body = await sealAs(partner, elsewhere.keys, note)
		const answer = await post(
			await signAs(partner, { body, id: makeMessageId(channelStart), now: now() }),
			body,
		)
		expect(toRefusal(answer)).toEqual([422, 'seal-key'])
		expect(await countMessages(db)).toBe(0)
	})

	test('a handler that refuses sets the message aside and undoes its own work; one that fails keeps nothing', async () => {
		let fault: Error = new AppError('referral.unknown', 409, 'Taking an outcome: about nothing that we sent')
		const handlers = {
			note: async (trx: Transaction<Tables>) => {
				await sql`insert into setting values ('half-done', '1', now())`.execute(trx)
				throw fault
			},
		}
		const { send, db, partner } = await openInbox(engine, { handlers })
		const id = makeMessageId(channelStart)
		expect(readAnswer((await send(partner, note, id)).answer)).toMatchObject({
			status: 'quarantined',
			why: 'referral.unknown',
		})
		fault = new Error('the disk is full')
		await expect(send(partner, note)).rejects.toBe(fault)
		expect(await listMessages(db, 'quarantined')).toMatchObject([{ id, why: 'referral.unknown' }])
		expect(await countMessages(db)).toBe(1)
		const { rows } = await sql`select 1 from setting where key = 'half-done'`.execute(db)
		expect(rows).toEqual([])
	})

	test('a message is moved on once, from where a person saw it', async () => {
		const { send, db, partner } = await openInbox(engine)
		const id = makeMessageId(channelStart)
		await send(partner, note, id)
		const move = () =>
			db.transaction().execute((trx) => moveMessage(trx, { id, from: 'unread', to: 'dropped' }))
		expect([await move(), await move()]).toEqual([true, false])
		expect(await listMessages(db, 'dropped')).toMatchObject([{ id }])
	})

	test('a flood of strangers costs no work and does not touch who has signed rightly before', async () => {
		const { send, partner, pass } = await openInbox(engine, { budget: { perSecond: 1, burst: 3 } })
		const stranger = { ...partner, sign: { ...partner.sign, kid: 'nobody' } }
		expect((await send(partner, note)).answer.status).toBe(202)
		const codes = []
		for (let count = 0; count < 4; count++) codes.push(toRefusal((await send(stranger, note)).answer))
		expect(codes.at(-1)).toEqual([429, 'too-many'])
		expect((await send(partner, note)).answer.status).toBe(202)
		pass(10)
		expect(toRefusal((await send(stranger, note)).answer)).toEqual([401, 'not-recognised'])
	})

	test('after a key was revoked, what it signed since is set aside and what it signed before is listed', async () => {
		const { send, db, partner, pass, now } = await openInbox(engine)
		const [before, after] = [makeMessageId(), makeMessageId()]
		await send(partner, note, before)
		pass(100)
		const lost = now()
		await send(partner, note, after)
		const key = { kid: partner.sign.kid, partner: partner.id, revokedAt: lost }
		const done = await db.transaction().execute((trx) => quarantineAfterRevocation(trx, key, now()))
		expect(done.quarantined).toEqual([after])
		expect(done.toReview).toMatchObject([{ id: before, state: 'unread' }])
		expect(await listMessages(db, 'quarantined')).toMatchObject([{ id: after, why: 'key.revoked' }])
		const again = await db.transaction().execute((trx) => quarantineAfterRevocation(trx, key, now()))
		expect(again.quarantined).toEqual([])
	})
})
