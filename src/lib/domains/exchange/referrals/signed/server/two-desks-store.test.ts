/** Two desks, each with a database and keys of its own, over the signed channel: a referral goes abroad, becomes a case there, and its outcome comes back. */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { makeFolder } from '../../../../../../../tests/support/child.ts'
import { database } from '../../../../../../../tests/support/database.ts'
import { openReferrals, secretAddress } from '../../../../../../../tests/support/referrals.ts'
import { makeIdentity, openText, toRecipient } from '../../../../../tools/seal/sealed/index.ts'
import { findCase } from '../../../../cases/work/server/case-view.ts'
import { readSignedMessage } from '../../../channel/index.ts'
import { openOwnKeys, type OwnKeys } from '../../../channel/keys/server/index.ts'
import { createInbox, findSealedMessage } from '../../../channel/server/index.ts'
import { answerReferral, fileReferral, openWords, sendNote } from '../../answers/server/index.ts'
import { sendDue } from '../../outbox/server/index.ts'
import { findReferral, listReferrals } from '../../server/index.ts'
import { createReferralHandlers } from './handlers.ts'
import { createSignedWay } from './signed-way.ts'

type Fetch = Parameters<typeof createSignedWay>[0]['fetch']

const readBytes = (body: RequestInit['body']): Uint8Array<ArrayBuffer> =>
	body instanceof Uint8Array ? Uint8Array.from(body) : new Uint8Array()

/** A desk of a country: what it sends goes where `fetch` says, what comes is answered by `receive`. */
const openDeskOf = async (url: string, fetch: Fetch) => {
	const { kysely } = await database('pglite')
	let now = () => new Date()
	const keys = openOwnKeys(kysely, makeFolder(), () => now())
	const identity = await makeIdentity()
	const recipient = await toRecipient(identity)
	if (!recipient.ok) throw new Error('no key of an epoch')
	const way = createSignedWay({ db: kysely, keys, now: () => now(), fetch })
	const world = await openReferrals(kysely, { 'http-sig': way }, { channels: [] })
	now = world.desk.now
	const receive = createInbox({
		db: kysely,
		keys,
		now,
		zone: 'Africa/Casablanca',
		handlers: createReferralHandlers(() => world.desk),
		transact: (work) => kysely.transaction().execute(work),
		getEpoch: () => Promise.resolve({ id: '2026-11', recipient: recipient.value }),
	})
	/** Writes down keys and inbox of the other desk, as two persons have compared them. */
	const know = async (their: OwnKeys, inbox: string): Promise<void> => {
		await sql`insert into partner_channel (id, partner, kind, address, place)
			values (${randomUUID()}, ${world.partner}, 'http-sig', ${inbox}, 1)`.execute(kysely)
		for (const { kid, kty, crv, x } of (await their.publish()).keys)
			await sql`insert into partner_key (id, partner, use, kid, public, valid_from, brought_by, brought_at, verified_by)
				values (${randomUUID()}, ${world.partner}, ${crv === 'Ed25519' ? 'sign' : 'seal'}, ${kid},
					${JSON.stringify({ kty, crv, x })}, '2026-01-01', ${randomUUID()}, now(), ${randomUUID()})`.execute(
				kysely,
			)
	}
	/** The message that came, as an analyst's tab opens it. */
	const open = async (message: string) => {
		const found = await findSealedMessage(kysely, message)
		const text = await openText(found?.sealed ?? new Uint8Array(), identity)
		return text.ok ? readSignedMessage(text.value) : undefined
	}
	return { ...world, keys, receive, know, open, url }
}

const begin = async () => {
	const desks: Record<string, Awaited<ReturnType<typeof openDeskOf>>> = {}
	/** Answers that are lost on the way: the other side has it, and we hear nothing. */
	const lost = { next: 0 }
	const fetch: Fetch = async (url, { headers, body }) => {
		const desk = desks[url]
		if (!desk) throw new Error('no such desk')
		const answer = await desk.receive({
			method: 'POST',
			url,
			headers: Object.fromEntries(new Headers(headers)),
			readBody: () => Promise.resolve(readBytes(body)),
		})
		if (lost.next-- > 0) throw new Error('the line went down')
		return new Response(answer.body, { status: answer.status, headers: answer.headers })
	}
	const [ours, theirs] = ['https://ours.example/coop/v1/inbox', 'https://theirs.example/coop/v1/inbox']
	const [here, there] = [await openDeskOf(ours, fetch), await openDeskOf(theirs, fetch)]
	Object.assign(desks, { [ours]: here, [theirs]: there })
	// The first use makes the keys.
	for (const desk of [here, there]) await desk.keys.getSigning()
	await here.know(there.keys, theirs)
	await there.know(here.keys, ours)
	return { here, there, lost }
}

test('a referral goes abroad, is a case there once, and its outcome stands in ours', async () => {
	const { here, there, lost } = await begin()
	const { id, ref } = await here.queue({ urgency: 'high' })

	lost.next = 1
	expect(await sendDue(here.desk), 'the answer was lost').toMatchObject({ tried: 1 })
	expect((await findReferral(here.desk.db, id))?.messages[0]).toMatchObject({
		state: 'queued',
		fault: 'unreachable',
	})
	here.desk.pass(0.1)
	there.desk.pass(0.1)
	await sendDue(here.desk)
	const sent = await findReferral(here.desk.db, id)
	expect(sent?.referral.state).toBe('accepted')
	expect(sent?.referral.peer_ref).toMatch(/^IN-/u)
	expect(Buffer.from(sent?.messages[0]?.receipt ?? []).toString()).toContain('"answer"')

	const came = await listReferrals(there.desk.db, {})
	expect(came, 'sent twice, here once').toHaveLength(1)
	const [incoming] = came
	expect(incoming).toMatchObject({
		direction: 'in',
		peer_ref: ref,
		urgency: 'high',
		country: 'FR',
		tlp: 'amber',
	})
	const of = incoming?.id ?? ''
	const view = await findReferral(there.desk.db, of)
	const words = await openWords(there.desk, { id: of, step: view?.steps[0]?.id ?? '' }, there.people.analyst)
	const message = 'message' in words ? await there.open(words.message) : undefined
	expect(message).toMatchObject({
		type: 'referral',
		body: { report: { url: secretAddress, notice: { locations: [secretAddress] } } },
	})
	const note = { epoch: '2026-11', sealed: Buffer.from('age-encryption.org/v1\n…') }
	const made = await fileReferral(there.desk, { id: of, note }, there.people.analyst)
	expect((await findCase(there.desk.db, made))?.desk.status).toBe('received')

	await answerReferral(there.desk, { id: of, code: 'actioned', note: 'Taken down.' }, there.people.analyst)
	await sendDue(there.desk)
	const ended = await findReferral(here.desk.db, id)
	expect(ended?.referral).toMatchObject({ state: 'actioned', outcome: 'actioned' })
	const last = ended?.steps.at(-1)
	expect(last).toMatchObject({ event: 'actioned', code: 'actioned', by: null })
	expect(await here.open(last?.message ?? '')).toMatchObject({ body: { note: 'Taken down.' } })
	expect((await findCase(here.desk.db, here.case))?.steps.at(-1)?.kind).toBe('partner-answered')
})

test('an outcome about a referral that the partner does not have is set aside, and moves nothing', async () => {
	const { here, there } = await begin()
	const { id, ref } = await here.queue()
	await sendDue(here.desk)
	await sql`update referral set ref = 'MA-2026-000077', peer_ref = 'IN-OTHER' where id = ${id}`.execute(
		here.desk.db,
	)
	const [incoming] = await listReferrals(there.desk.db, {})
	expect(incoming?.peer_ref).toBe(ref)
	await answerReferral(
		there.desk,
		{ id: incoming?.id ?? '', code: 'actioned', note: '' },
		there.people.analyst,
	)
	await sendDue(there.desk)
	expect((await findReferral(here.desk.db, id))?.referral.state).toBe('accepted')
	const { rows } = await sql`select state, why from exchange_message`.execute(here.desk.db)
	expect(rows).toEqual([{ state: 'quarantined', why: 'outcome.unknown' }])
	const told = await findReferral(there.desk.db, incoming?.id ?? '')
	expect(told?.messages.map(({ state, fault }) => [state, fault])).toEqual([['rejected', 'quarantined']])
})

test('nothing is sealed for a partner of whose keys none counts', async () => {
	const { here } = await begin()
	await sql`update partner_key set verified_by = null`.execute(here.desk.db)
	await expect(here.queue()).rejects.toMatchObject({ code: 'referral.no-key' })
})

test('what waits sealed to a key that was revoked since does not leave: whoever has it could read it', async () => {
	const { here, there } = await begin()
	const { id } = await here.queue()
	await sql`update partner_key set revoked_at = ${here.desk.now()} where use = 'seal'`.execute(here.desk.db)
	await sendDue(here.desk)
	expect(await listReferrals(there.desk.db, {})).toEqual([])
	expect((await findReferral(here.desk.db, id))?.messages).toMatchObject([
		{ state: 'queued', fault: 'seal-key' },
	])
})

test('a note about a referral goes both ways, stands with it on both sides, and asks for no more than to be read', async () => {
	const { here, there } = await begin()
	const { id } = await here.queue({ urgency: 'high' })
	await expect(
		sendNote(here.desk, { id, text: 'It moved.' }, here.people.analyst),
		'the partner does not have it yet',
	).rejects.toMatchObject({ code: 'referral.no-move' })
	await sendDue(here.desk)
	const [incoming] = await listReferrals(there.desk.db, {})
	const look = async (desk: typeof here.desk, of: string) =>
		(await findReferral(desk.db, of)) ?? expect.fail('there is no such referral')
	for (const banned of ['Call 06 12 34 56 78.', 'a@b.example'])
		await expect(sendNote(here.desk, { id, text: banned }, here.people.analyst)).rejects.toMatchObject({
			code: 'referral.banned',
		})
	await expect(
		sendNote(here.desk, { id, text: 'It moved.' }, await here.desk.hire('Amal', 'analyst')),
		'whose case it is not',
	).rejects.toMatchObject({ code: 'case.not-allowed' })
	await sendNote(here.desk, { id, text: 'It moved.' }, here.people.analyst)
	here.desk.pass(0.1)
	there.desk.pass(0.1)
	await sendDue(here.desk)
	const came = await look(there.desk, incoming?.id ?? '')
	const note = came.steps.at(-1)
	expect(came.steps.map(({ event }) => event)).toEqual(['received', 'note'])
	const { rows } = await sql`select state from exchange_message order by at`.execute(there.desk.db)
	expect(rows).toEqual([{ state: 'taken' }, { state: 'taken' }])
	expect(await there.open(note?.message ?? '')).toMatchObject({ type: 'note', body: { text: 'It moved.' } })

	await sendNote(there.desk, { id: incoming?.id ?? '', text: 'Thank you.' }, there.people.analyst)
	await sendDue(there.desk)
	const back = await look(here.desk, id)
	expect(back.referral).toMatchObject({ state: 'accepted', outcome: null })
	expect(back.referral.told_at, 'somebody has to read it').not.toBeNull()
	const step = back.steps.find(({ event }) => event === 'note')?.id ?? ''
	await openWords(here.desk, { id, step }, here.people.analyst)
	expect((await look(here.desk, id)).referral.told_at).toBeNull()
	expect(back.messages.map(({ kind, state }) => `${kind} ${state}`).sort()).toEqual([
		'note accepted',
		'referral accepted',
	])
})

test('a note about nothing that goes on waits for a person', async () => {
	const { here, there } = await begin()
	const { id } = await here.queue()
	await sendDue(here.desk)
	const [incoming] = await listReferrals(there.desk.db, {})
	await sql`update referral set state = 'closed' where id = ${incoming?.id}`.execute(there.desk.db)
	await sendNote(here.desk, { id, text: 'It moved.' }, here.people.analyst)
	await sendDue(here.desk)
	const { rows } = await sql`select type, state from exchange_message order by at`.execute(there.desk.db)
	expect(rows).toContainEqual({ type: 'note', state: 'unread' })
})
