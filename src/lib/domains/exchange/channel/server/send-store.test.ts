import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { makeFolder } from '../../../../../../tests/support/child.ts'
import { engines, type EngineName } from '../../../../../../tests/support/database.ts'
import {
	addPartner,
	channelStart,
	inboxUrl,
	makeMessageId,
	note,
	openInbox,
	readAnswer,
} from '../../../../../../tests/support/partner-channel.ts'
import { verifyReceipt, type SignedRequest } from '#tools/channels/http-signature'
import { readPublicJwk } from '#tools/channels/sealed-payload'
import type { InboxAnswer } from './answers.ts'
import { listMessages, sealForPartner, sendToPartner, type SendOutcome } from './index.ts'

/** Writes the published keys of one desk down at the other, compared by two persons. */
const introduce = async (
	to: Awaited<ReturnType<typeof openInbox>>,
	from: Awaited<ReturnType<typeof openInbox>>,
): Promise<string> => {
	const { id, sign, seal } = await addPartner(to.db, channelStart)
	for (const { use, kid, crv, x } of (await from.keys.publish()).keys) {
		const known = use === 'sig' ? sign.kid : seal.kid
		const jwk = JSON.stringify({ kty: 'OKP', crv, x })
		await sql`update partner_key set kid = ${kid}, public = ${jwk} where kid = ${known}`.execute(to.db)
	}
	return id
}

/** Two desks that know each other: ours sends, theirs receives. */
const openPair = async (engine: EngineName) => {
	const [ours, theirs] = [await openInbox(engine), await openInbox(engine, { dataDir: makeFolder() })]
	const [partner, us] = [await introduce(ours, theirs), await introduce(theirs, ours)]
	const sealed = await sealForPartner(ours, partner, note)
	if (!sealed.ok) throw new Error(sealed.code)
	const id = makeMessageId(channelStart)
	const send = (answer: (request: SignedRequest, body: Uint8Array<ArrayBuffer>) => Promise<Response>) =>
		sendToPartner(ours, {
			partner,
			url: inboxUrl,
			id,
			sealed: sealed.value,
			fetch: (url, { headers, body }) =>
				answer(
					{ method: 'POST', url, headers: headers as Record<string, string> },
					body as Uint8Array<ArrayBuffer>,
				),
		})
	const toResponse = ({ status, headers, body }: InboxAnswer): Response =>
		new Response(body, { status, headers })
	const deliver = (): Promise<SendOutcome> =>
		send(async ({ headers }, body) => toResponse(await theirs.post(headers, body)))
	return { ours, theirs, partner, us, id, send, deliver, toResponse }
}

describe.each(engines)('what goes to a partner on %s', (engine) => {
	test('arrives at another desk, and its receipt proves so to a third', async () => {
		const { theirs, us, id, deliver } = await openPair(engine)
		const sent = await deliver()
		expect(sent).toMatchObject({ outcome: 'accepted', status: 'accepted' })
		expect(await listMessages(theirs.db, 'unread')).toMatchObject([{ id, partner: us, type: 'note' }])
		const receipt = JSON.parse(Buffer.from(sent.outcome === 'accepted' ? sent.receipt : []).toString()) as {
			request: SignedRequest
			answer: { status: number; headers: Record<string, string>; body: string }
		}
		const { keys } = await theirs.keys.publish()
		const body = Uint8Array.from(Buffer.from(receipt.answer.body, 'base64'))
		const proved = await verifyReceipt({ ...receipt.answer, body }, receipt.request, async (kid) =>
			readPublicJwk(JSON.stringify(keys.find((key) => key.kid === kid)), 'Ed25519'),
		)
		expect(proved).toMatchObject({ ok: true, value: { created: channelStart.getTime() / 1000 } })
	})

	test('sent again after a lost answer, has one effect and the same reference', async () => {
		const { ours, theirs, send, deliver } = await openPair(engine)
		const lost = await send(async ({ headers }, body) => {
			await theirs.post(headers, body)
			throw new TypeError('the line is cut')
		})
		expect(lost).toEqual({ outcome: 'retry', reason: 'unreachable' })
		for (const desk of [ours, theirs]) desk.pass(3600)
		expect(await deliver()).toMatchObject({ outcome: 'accepted' })
		expect(await listMessages(theirs.db, 'unread')).toHaveLength(1)
	})

	test('is not believed to have come without a receipt of this partner over this very request', async () => {
		const { theirs, send, toResponse } = await openPair(engine)
		const plain = JSON.stringify({ status: 'accepted', peer_ref: 'X' })
		expect(await send(async () => new Response(plain, { status: 202 }))).toEqual({
			outcome: 'retry',
			reason: 'receipt.shape',
		})
		const kept: InboxAnswer[] = []
		await send(async ({ headers }, body) => {
			kept.push(await theirs.post(headers, body))
			return new Response(null, { status: 504 })
		})
		const [old] = kept
		if (!old) throw new Error('nothing was answered')
		expect(readAnswer(old)['status']).toBe('accepted')
		expect(await send(async () => toResponse(old))).toEqual({ outcome: 'retry', reason: 'receipt.wrong' })
		const stranger = await openInbox(engine)
		expect(await send(async ({ headers }, body) => toResponse(await stranger.post(headers, body)))).toEqual({
			outcome: 'retry',
			reason: 'not-recognised',
		})
	})

	test.each<[string, () => Response, SendOutcome]>([
		[
			'a server fault',
			() => new Response('<h1>', { status: 502 }),
			{ outcome: 'retry', reason: 'status-502' },
		],
		[
			'a redirect, which is not followed',
			() => new Response(null, { status: 302, headers: { location: 'http://127.0.0.1/' } }),
			{ outcome: 'retry', reason: 'status-302' },
		],
		[
			'an answer without end',
			() => new Response('x'.repeat(70_000), { status: 202 }),
			{ outcome: 'retry', reason: 'answer-too-long' },
		],
		[
			'a rule of theirs',
			() => new Response('{"code":"id-used"}', { status: 422 }),
			{ outcome: 'rejected', status: 422, code: 'id-used' },
		],
		[
			'words that are none of a code',
			() => new Response('{"code":"a word of somebody"}', { status: 403 }),
			{ outcome: 'rejected', status: 403, code: '' },
		],
	])('answered with %s', async (_, answer, outcome) => {
		const { send } = await openPair(engine)
		expect(await send(async () => answer())).toEqual(outcome)
	})

	test('is sealed to no key that two persons have not compared', async () => {
		const { ours, partner } = await openPair(engine)
		await sql`update partner_key set verified_by = null where use = 'seal'`.execute(ours.db)
		expect(await sealForPartner(ours, partner, note)).toEqual({ ok: false, code: 'partner.no-seal-key' })
	})
})
