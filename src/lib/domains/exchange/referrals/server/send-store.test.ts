import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { database, engines } from '../../../../../../tests/support/database.ts'
import { accepting, makeWay } from '../../../../../../tests/support/referral-way.ts'
import { openReferrals, secretAddress } from '../../../../../../tests/support/referrals.ts'
import { findCase } from '../../../cases/work/server/case-view.ts'
import { takeReferral } from '../answers/server/inbox-store.ts'
import { toPayloadDigest } from '../payload.ts'
import { askReferral, draftReferral, dropReferral } from './draft-store.ts'
import { sendByNextChannel, sendReferral } from './send-store.ts'
import { findReferral, listReferrals, listReferralsOfCase } from './view-store.ts'

const refusal = (code: string) => ({ code })
const account = { app: 'app', nickname: 'name' }

describe.each(engines)('a referral until it is in the outbox on %s', (engine) => {
	const begin = async (
		...more: Parameters<typeof openReferrals> extends [unknown, ...infer Rest] ? Rest : never
	) => openReferrals((await database(engine)).kysely, ...more)

	test('gets its number, is agreed to by two, is sealed and queued, and its case says so', async () => {
		const world = await begin()
		const { id, ref, message } = await world.queue({ urgency: 'high' })
		expect(ref).toBe('MA-2026-000001')
		const view = await findReferral(world.desk.db, id)
		expect(view?.referral).toMatchObject({
			state: 'queued',
			urgency: 'high',
			country: 'FR',
			subject: 'address',
		})
		expect(view?.referral.outcome_by).toEqual(new Date('2026-11-29T09:20:00Z'))
		expect(view?.steps.map(({ event, state, code }) => [event, state, code])).toEqual([
			['asked', 'review', null],
			['queued', 'queued', 'http-sig'],
		])
		expect(view?.messages).toMatchObject([{ id: message, state: 'queued', attempts: 0 }])
		expect(message).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/u)
		const steps = (await findCase(world.desk.db, world.case))?.steps.map(({ kind }) => kind)
		expect(steps?.at(-1)).toBe('referred')
		expect((await listReferralsOfCase(world.desk.db, world.case)).map((one) => one.ref)).toEqual([ref])
	})

	test('leaves no address in clear in any table', async () => {
		const world = await begin()
		await world.queue()
		const { rows } = await sql<{ row: string }>`select referral::text as row from referral
			union all select referral_message::text from referral_message union all select referral_step::text from referral_step
			union all select act_record::text from act_record union all select approval::text from approval`.execute(
			world.desk.db,
		)
		const all = rows.map(({ row }) => row).join('\n')
		expect(all).not.toContain(secretAddress)
		expect(all).not.toContain(Buffer.from(secretAddress).toString('hex'))
		expect(all).not.toContain('503-2')
	})

	test('numbers follow each other without a gap, also when one is refused in between', async () => {
		const world = await begin()
		const about = {
			case: world.case,
			partner: world.partner,
			country: 'FR',
			urgency: 'normal',
			isPersonal: false,
		} as const
		const draft = (tlp: 'amber' | 'red') => draftReferral(world.desk, { ...about, tlp }, world.people.analyst)
		expect((await draft('amber')).ref).toBe('MA-2026-000001')
		await expect(draft('red')).rejects.toMatchObject(refusal('referral.tlp'))
		expect((await draft('amber')).ref).toBe('MA-2026-000002')
	})

	test('is not sent without a second person, with other words than were agreed to, or twice', async () => {
		const { desk, people, case: of, draft, agree } = await begin()
		const { id, payload } = await draft()
		const digest = toPayloadDigest(payload)
		await askReferral(desk, { id, case: of, digest }, people.analyst)
		const send = (change: object = {}) =>
			sendReferral(desk, { id, case: of, payload, approval: '', ...change }, people.analyst)
		await expect(send()).rejects.toMatchObject(refusal('approval.missing'))
		const approval = await agree(payload)
		const other = payload.replaceAll('503-2', '503-9')
		await expect(send({ approval, payload: other })).rejects.toMatchObject(refusal('referral.changed'))
		const banned = payload.replace('"ref"', '"child":"A","ref"')
		await expect(send({ approval, payload: banned })).rejects.toMatchObject(refusal('referral.banned'))
		await send({ approval })
		await expect(send({ approval })).rejects.toMatchObject(refusal('approval.missing'))
		expect((await findReferral(desk.db, id))?.messages).toHaveLength(1)
	})

	test('says nothing else than its row: another referral under the same digest is refused', async () => {
		const { desk, people, case: of, draft, agree } = await begin()
		const [one, two] = [await draft(), await draft()]
		const digest = toPayloadDigest(one.payload)
		await askReferral(desk, { id: two.id, case: of, digest }, people.analyst)
		const approval = await agree(one.payload)
		await expect(
			sendReferral(desk, { id: two.id, case: of, payload: one.payload, approval }, people.analyst),
		).rejects.toMatchObject(refusal('referral.changed'))
	})

	test('that fails to be sealed leaves nothing: the agreement can be used again', async () => {
		const world = await begin({
			'http-sig': { ...accepting, seal: () => Promise.reject(new Error('no key')) },
		})
		await expect(world.queue()).rejects.toThrow('no key')
		const { rows } = await sql`select state from approval`.execute(world.desk.db)
		expect(rows).toEqual([{ state: 'granted' }])
		expect((await listReferrals(world.desk.db, {})).map(({ state }) => state)).toEqual(['review'])
	})

	test.each([
		['no account goes where the agreement has no personal data', {}, [account], 'referral.personal'],
		['nothing goes where the agreement has no such flow', { flows: 'indicators' }, [], 'referral.no-flow'],
		['nothing goes where no channel can be sent by', { channels: ['paper'] }, [], 'referral.no-channel'],
	])('%s', async (_, change, accounts, code) => {
		const world = await begin(undefined, change)
		await expect(world.draft({ accounts })).rejects.toMatchObject(refusal(code))
	})

	test('is drafted, asked for and sent by who works on the case only', async () => {
		const { desk, people, partner, case: of, draft, agree } = await begin()
		const about = {
			case: of,
			partner,
			country: 'FR',
			urgency: 'normal',
			tlp: 'amber',
			isPersonal: false,
		} as const
		const other = await desk.hire('Amal', 'analyst')
		for (const person of [other, people.liaison])
			await expect(draftReferral(desk, about, person)).rejects.toMatchObject(refusal('case.not-allowed'))
		const { id, payload } = await draft()
		const digest = toPayloadDigest(payload)
		await expect(askReferral(desk, { id, case: of, digest }, people.supervisor)).rejects.toMatchObject(
			refusal('case.not-allowed'),
		)
		const approval = await agree(payload)
		await expect(
			sendReferral(desk, { id, case: of, payload, approval }, people.supervisor),
		).rejects.toMatchObject(refusal('case.not-allowed'))
	})

	test('that was dropped is not sent, and its number is not used again', async () => {
		const { desk, people, case: of, draft } = await begin()
		const { id, payload } = await draft()
		await dropReferral(desk, { id, case: of }, people.analyst)
		await expect(
			askReferral(desk, { id, case: of, digest: toPayloadDigest(payload) }, people.analyst),
		).rejects.toMatchObject(refusal('referral.no-move'))
		expect((await draft()).ref).toBe('MA-2026-000002')
	})

	test('that was refused goes by the next channel, word for word, and by none when there is no other', async () => {
		const rejecting = makeWay(() => Promise.resolve({ end: 'rejected', code: 'not-ours' }))
		const world = await begin({ 'http-sig': rejecting, 'xarf-mail': accepting })
		const { desk, people, case: of } = world
		const { id, payload } = await world.draft()
		await askReferral(desk, { id, case: of, digest: toPayloadDigest(payload) }, people.analyst)
		await sendReferral(desk, { id, case: of, payload, approval: await world.agree(payload) }, people.analyst)
		const next = (text = payload) => sendByNextChannel(desk, { id, case: of, payload: text }, people.analyst)
		await expect(next(), 'it is on its way').rejects.toMatchObject(refusal('referral.no-move'))
		await sql`update referral set state = 'rejected' where id = ${id}`.execute(desk.db)
		await expect(next(payload.replaceAll('503-2', '503-9'))).rejects.toMatchObject(
			refusal('referral.changed'),
		)
		desk.pass(1)
		await next()
		const view = await findReferral(desk.db, id)
		expect(view?.messages.map(({ channel_kind: kind }) => kind)).toEqual(['http-sig', 'xarf-mail'])
		await sql`update referral set state = 'rejected' where id = ${id}`.execute(desk.db)
		await expect(next()).rejects.toMatchObject(refusal('referral.no-channel'))
	})

	test('steps are only ever added', async () => {
		const { desk, queue } = await begin()
		await queue()
		await expect(sql`update referral_step set code = 'x'`.execute(desk.db)).rejects.toThrow('only added')
	})

	test('whose case is erased stays with its number and says nothing of the case', async () => {
		const { desk, queue, case: of } = await begin()
		const { id } = await queue()
		await sql`delete from desk_case where id = ${of}`.execute(desk.db)
		expect((await findReferral(desk.db, id))?.referral.case_id).toBeNull()
	})

	test('keeps what a partner has marked: no more open than it came, and to be acted on no more openly', async () => {
		const { desk, people, case: of, partner, draft, agree } = await begin(undefined, { tlp: 'red' })
		const early = await draft({ tlp: 'amber' })
		expect(early.pap).toBe('amber')
		const incoming = await desk.db.transaction().execute((trx) =>
			takeReferral(trx, desk, {
				message: randomUUID(),
				partner,
				peerRef: 'FR-2026-7',
				urgency: 'normal',
				country: undefined,
				tlp: 'amber+strict',
				pap: 'red',
			}),
		)
		await sql`update referral set case_id = ${of} where id = ${incoming}`.execute(desk.db)
		for (const tlp of ['clear', 'amber'] as const)
			await expect(draft({ tlp })).rejects.toMatchObject(refusal('referral.origin'))
		const strict = await draft({ tlp: 'amber+strict' })
		expect(strict.pap).toBe('red')
		expect(strict.payload).toContain('"pap":"red"')
		const digest = toPayloadDigest(early.payload)
		await askReferral(desk, { id: early.id, case: of, digest }, people.analyst)
		const sent = { id: early.id, case: of, payload: early.payload, approval: await agree(early.payload) }
		await expect(sendReferral(desk, sent, people.analyst), 'agreed to before it came').rejects.toMatchObject(
			refusal('referral.origin'),
		)
	})

	test('an address of an account is personal data as its name is', async () => {
		const { desk, draft, case: of, partner, people, agree } = await begin()
		const urls = ['https://www.instagram.com/somebody/']
		await expect(draft({ urls })).rejects.toMatchObject(refusal('referral.personal'))
		const about = { case: of, partner, country: 'FR', urgency: 'normal', tlp: 'amber' } as const
		const { id, ref, pap } = await draftReferral(desk, { ...about, isPersonal: false }, people.analyst)
		const { payload } = await draft()
		const hidden = payload.replaceAll(secretAddress, urls[0] ?? '').replaceAll(/MA-2026-\d{6}/gu, ref)
		expect(hidden).toContain(pap)
		const digest = toPayloadDigest(hidden)
		await askReferral(desk, { id, case: of, digest }, people.analyst)
		const sent = { id, case: of, payload: hidden, approval: await agree(hidden) }
		await expect(sendReferral(desk, sent, people.analyst)).rejects.toMatchObject(refusal('referral.changed'))
	})
})
