import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { verifyReceipt } from '#tools/channels/http-signature'
import { readPublicJwk } from '#tools/channels/sealed-payload'
import { makeFolder } from '../../../../../../tests/support/child.ts'
import { engines } from '../../../../../../tests/support/database.ts'
import {
	addPartner,
	channelStart,
	countMessages,
	inboxUrl,
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
import { readSignedMessage } from '../index.ts'
import type { ReceivedMessage } from './arrival.ts'
import { findSealedMessage, listMessages } from './index.ts'

describe.each(engines)('the inbox of partners on %s', (engine) => {
	test('a message is kept sealed, with a receipt that its sender can verify', async () => {
		const { send, db, partner, keys, openSealed } = await openInbox(engine)
		const id = makeMessageId(channelStart)
		const { answer, headers } = await send(partner, referral, id)
		expect(readAnswer(answer)).toMatchObject({
			status: 'accepted',
			message: id,
			digest: headers['content-digest'],
		})
		expect(answer.status).toBe(202)
		const verified = await verifyReceipt(answer, { method: 'POST', url: inboxUrl, headers }, async (kid) => {
			const jwk = (await keys.publish()).keys.find((key) => key.kid === kid)
			return readPublicJwk(JSON.stringify(jwk), 'Ed25519')
		})
		expect(verified).toMatchObject({ ok: true })
		const kept = await findSealedMessage(db, id)
		expect(kept).toMatchObject({ partner: partner.id, type: 'referral', epoch: '2026-11' })
		const sealed = kept?.sealed ?? new Uint8Array()
		expect(Buffer.from(sealed).includes('bad.example')).toBe(false)
		expect(readSignedMessage(await openSealed(sealed))).toEqual(referral)
		expect(Buffer.from(kept?.receipt ?? []).equals(Buffer.from(answer.body))).toBe(true)
		expect(await listMessages(db, 'unread')).toMatchObject([{ id, why: null }])
		const { rows } = await sql<{ content: string }>`select content from act_record`.execute(db)
		expect(rows.map(({ content }) => JSON.parse(content) as unknown)).toMatchObject([
			{ act: 'exchange/received', by: null, what: { message: id, partner: partner.id } },
		])
	})

	test('a resent message has the same receipt to the byte and one effect; the very same request is refused', async () => {
		const taken: string[] = []
		const handlers = { note: async (_: unknown, { id }: ReceivedMessage) => void taken.push(id) }
		const { post, db, partner, keys, pass, now } = await openInbox(engine, { handlers })
		const id = makeMessageId(channelStart)
		const body = await sealAs(partner, keys, note)
		const first = await signAs(partner, { body, id, now: now() })
		const answer = await post(first, body)
		expect(toRefusal(await post(first, body))).toEqual([401, 'replayed'])
		pass(4000)
		const again = await signAs(partner, { body, id, now: now() })
		const second = await post(again, body)
		expect(second.status).toBe(200)
		expect(Buffer.from(second.body).equals(Buffer.from(answer.body))).toBe(true)
		expect(
			await verifyReceipt(second, { method: 'POST', url: inboxUrl, headers: again }, async (kid) => {
				const jwk = (await keys.publish()).keys.find((key) => key.kid === kid)
				return readPublicJwk(JSON.stringify(jwk), 'Ed25519')
			}),
		).toMatchObject({ ok: true })
		expect(toRefusal(await post(again, body))).toEqual([401, 'replayed'])
		expect(taken).toEqual([id])
		expect(await listMessages(db, 'taken')).toHaveLength(1)
		const other = await sealAs(partner, keys, note)
		expect(toRefusal(await post(await signAs(partner, { body: other, id, now: now() }), other))).toEqual([
			422,
			'id-used',
		])
	})

	test('another partner with the same id learns nothing and changes nothing', async () => {
		const { send, post, db, partner, keys } = await openInbox(engine)
		const id = makeMessageId(channelStart)
		const { body } = await send(partner, note, id)
		const stranger = await addPartner(db, channelStart)
		expect(toRefusal(await post(await signAs(stranger, { body, id, now: channelStart }), body))).toEqual([
			422,
			'id-used',
		])
		expect((await keys.publish()).keys).toHaveLength(2)
		expect(await countMessages(db)).toBe(1)
	})

	test('two at once with the same id have one effect', async () => {
		let count = 0
		const handlers = { note: async () => void (count += 1) }
		const { post, db, partner, keys } = await openInbox(engine, { handlers })
		const id = makeMessageId(channelStart)
		const body = await sealAs(partner, keys, note)
		const tries = await Promise.all(
			Array.from({ length: 8 }, async () =>
				post(await signAs(partner, { body, id, now: channelStart }), body),
			),
		)
		expect(tries.filter(({ status }) => status === 202)).toHaveLength(1)
		expect(tries.every(({ status }) => [200, 202, 409].includes(status))).toBe(true)
		expect([count, await countMessages(db)]).toEqual([1, 1])
	})

	test('two processes on one database, each with the same message, have one effect', async () => {
		let count = 0
		const handlers = { note: async () => void (count += 1) }
		const dataDir = makeFolder()
		const one = await openInbox(engine, { handlers, dataDir })
		const other = await openTestChannel(one.db, { dataDir, handlers, now: () => channelStart })
		const id = makeMessageId(channelStart)
		const body = await sealAs(one.partner, one.keys, note)
		const answers = await Promise.all(
			[one, other].map(async ({ post }) =>
				post(await signAs(one.partner, { body, id, now: channelStart }), body),
			),
		)
		expect(answers.map(({ status }) => status).sort()).toEqual([200, 202])
		expect(answers[0]?.body).toEqual(answers[1]?.body)
		expect([count, await countMessages(one.db)]).toEqual([1, 1])
	})

	test('what is not signed as agreed is refused before anything is read, with words for an engineer', async () => {
		const { post, db, partner, keys, now } = await openInbox(engine)
		const body = await sealAs(partner, keys, note)
		const id = makeMessageId(channelStart)
		const sign = (at = now()) => signAs(partner, { body, id, now: at })
		const good = await sign()
		const later = (seconds: number): Date => new Date(channelStart.getTime() + seconds * 1000)
		const changes: [string, Record<string, string>, unknown][] = [
			['a browser', { ...good, origin: 'https://evil.example' }, [403, 'browser-refused']],
			['another type', { ...good, 'content-type': 'application/json' }, [415, 'type-wrong']],
			['an id of another version', { ...good, 'idempotency-key': `"${partner.id}"` }, [400, 'id-wrong']],
			['an id without quotation marks', { ...good, 'idempotency-key': id }, [400, 'id-wrong']],
			['too long by its own word', { ...good, 'content-length': '10485761' }, [413, 'too-long']],
			['no signature', { ...good, signature: '' }, [401, 'signature-shape']],
			['less signed', { ...good, 'signature-input': 'sig=();created=1' }, [401, 'signature-shape']],
			['another id signed', { ...good, 'idempotency-key': `"${makeMessageId()}"` }, [401, 'not-recognised']],
			['a clock behind', await sign(later(-361)), [401, 'clock']],
			['a clock ahead', await sign(later(61)), [401, 'clock']],
			['another digest', { ...good, 'content-digest': 'sha-256=:AAAA:' }, [401, 'not-recognised']],
		]
		for (const [name, headers, wanted] of changes) {
			const answer = await post(headers, body)
			expect(toRefusal(answer), name).toEqual(wanted)
			expect(answer.headers, name).toMatchObject({
				'cache-control': 'no-store',
				date: channelStart.toUTCString(),
			})
			expect(answer.headers['content-type'], name).toBe('application/problem+json')
		}
		expect(toRefusal(await post(good, new TextEncoder().encode('other content')))).toEqual([400, 'digest'])
		expect(toRefusal(await post(good, body, 'https://other.example/coop/v1/inbox'))).toEqual([
			401,
			'not-recognised',
		])
		expect(toRefusal(await post(good, new Uint8Array(10 * 1024 * 1024 + 1)))).toEqual([413, 'too-long'])
		expect(await countMessages(db)).toBe(0)
		expect((await post(good, body)).status).toBe(202)
	})

	test('a key that two persons have not compared, a revoked one and an unknown one are answered alike', async () => {
		const { send, db, partner } = await openInbox(engine)
		const unverified = await addPartner(db, channelStart, { isVerified: false })
		const nobody = { ...partner, sign: { ...partner.sign, kid: 'nobody' } }
		await sql`update partner_key set revoked_at = ${channelStart} where kid = ${partner.sign.kid}`.execute(db)
		const said = []
		for (const who of [unverified, partner, nobody]) said.push((await send(who, note)).answer)
		for (const answer of said) expect(toRefusal(answer)).toEqual([401, 'not-recognised'])
		expect(new Set(said.map(({ body }) => Buffer.from(body).toString())).size).toBe(1)
		expect(await countMessages(db)).toBe(0)
	})

	test.each([
		['suspended', { state: 'suspended' }],
		['whose agreement is over', { agreed_to: '2026-11-28' }],
		['whose agreement has no referrals', { flows: 'indicators' }],
	])('a partner %s hears so, signed, and nothing is kept', async (_, changes) => {
		const { send, db } = await openInbox(engine)
		const partner = await addPartner(db, channelStart, changes)
		const { answer } = await send(partner, note)
		expect(toRefusal(answer)).toEqual([403, 'not-agreed'])
		expect(answer.headers['signature-input']).toContain('coop-receipt')
		expect(await countMessages(db)).toBe(0)
	})

	test('days of an agreement are those of the country: its first begins and its last ends at midnight here', async () => {
		const { send, db, pass } = await openInbox(engine)
		// In the zone of the test it is half past midnight of the next day then.
		pass(13.5 * 3600)
		const over = await addPartner(db, channelStart, { agreed_to: '2026-11-29' })
		const begun = await addPartner(db, channelStart, { agreed_from: '2026-11-30' })
		expect(toRefusal((await send(over, note)).answer)).toEqual([403, 'not-agreed'])
		expect((await send(begun, note)).answer.status).toBe(202)
	})
})
