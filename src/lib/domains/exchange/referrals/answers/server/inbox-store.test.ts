import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { database, engines } from '../../../../../../../tests/support/database.ts'
import { makeWay, openBody } from '../../../../../../../tests/support/referral-way.ts'
import { openReferrals } from '../../../../../../../tests/support/referrals.ts'
import { findCase } from '../../../../cases/work/server/case-view.ts'
import { takeOutcome } from './answer-store.ts'
import { fileReferral } from './file-store.ts'
import { openWords, takeReferral } from './inbox-store.ts'
import { answerReferral } from './reply-store.ts'
import { sendDue } from '../../outbox/server/outbox-store.ts'
import { findReferral, listReferrals } from '../../server/view-store.ts'
import type { Outgoing } from '../../outbox/server/way.ts'

const note = { epoch: '2026-11', sealed: Buffer.from('age-encryption.org/v1\n…') }

describe.each(engines)('what partners refer to us on %s', (engine) => {
	const begin = async () => {
		const got: Outgoing[] = []
		let sent = 6
		const way = makeWay((message) => {
			got.push(message)
			return Promise.resolve({ end: 'accepted', receipt: Buffer.from('r') })
		})
		const world = await openReferrals((await database(engine)).kysely, { 'http-sig': way })
		const { desk, partner } = world
		const take = (
			urgency: 'normal' | 'imminent-risk' = 'normal',
			change: Partial<Parameters<typeof takeReferral>[2]> = {},
		) =>
			desk.db.transaction().execute((trx) =>
				takeReferral(trx, desk, {
					message: randomUUID(),
					partner,
					peerRef: `FR-2026-${++sent}`,
					urgency,
					tlp: 'amber',
					pap: 'amber',
					country: 'MA',
					...change,
				}),
			)
		const look = async (id: string) => {
			const view = await findReferral(desk.db, id)
			if (!view) throw new Error('no referral')
			return view
		}
		return { ...world, got, take, look }
	}

	test('is kept with its clocks, and what is urgent is for a person at once', async () => {
		const { take, look, desk } = await begin()
		const [calm, urgent] = [await take(), await take('imminent-risk')]
		expect((await look(calm)).referral).toMatchObject({ direction: 'in', state: 'accepted', told_at: null })
		expect((await look(calm)).steps).toMatchObject([{ event: 'received', by: null }])
		expect((await listReferrals(desk.db, {})).map(({ id }) => id)).toEqual([urgent, calm])
	})

	test('that comes again under another key is one more step of the first, as strict and as urgent as either says', async () => {
		const { take, look, desk, people } = await begin()
		const id = await take('normal', { tlp: 'amber+strict' })
		const [message, peerRef] = [randomUUID(), 'FR-2026-7']
		expect(await take('imminent-risk', { message, peerRef, tlp: 'clear', pap: 'red' })).toBe(id)
		expect(await listReferrals(desk.db, {})).toHaveLength(1)
		const { referral, steps } = await look(id)
		expect(referral).toMatchObject({ urgency: 'imminent-risk', tlp: 'amber+strict', pap: 'red' })
		expect(referral.told_at, 'it is for a person at once').not.toBeNull()
		expect(referral.outcome_by).toEqual(new Date(desk.now().getTime() + 86_400_000))
		expect(steps.map(({ event }) => event)).toEqual(['received', 'came-again'])
		expect(await openWords(desk, { id, step: steps[1]?.id ?? '' }, people.analyst)).toEqual({ message })
		await sql`update referral set state = 'closed' where id = ${id}`.execute(desk.db)
		expect(await take('normal', { peerRef }), 'no partner opens what is closed').not.toBe(id)
	})

	test('is opened by who works on cases, which is written down', async () => {
		const { take, look, desk, people } = await begin()
		const id = await take()
		const { referral, steps } = await look(id)
		const step = steps[0]?.id ?? ''
		await expect(openWords(desk, { id, step }, people.liaison)).rejects.toMatchObject({
			code: 'case.not-allowed',
		})
		expect(await openWords(desk, { id, step }, people.analyst)).toEqual({ message: referral.message })
		await expect(openWords(desk, { id, step: id }, people.analyst)).rejects.toMatchObject({
			code: 'referral.no-move',
		})
		const { rows } = await sql`select 1 from act_record where content like '%referral/opened%'`.execute(
			desk.db,
		)
		expect(rows).toHaveLength(1)
	})

	test('what a partner wrote about a case is read by who works on it', async () => {
		const { desk, people, queue, partner } = await begin()
		const { id, ref } = await queue()
		const said = { epoch: '2026-11', sealed: Buffer.from('age') }
		await desk.db
			.transaction()
			.execute((trx) => takeOutcome(trx, desk, { partner, ref, code: 'actioned', said }))
		const step = (await findReferral(desk.db, id))?.steps.at(-1)?.id ?? ''
		const other = await desk.hire('Amal', 'analyst')
		await expect(openWords(desk, { id, step }, other)).rejects.toMatchObject({ code: 'case.not-allowed' })
		expect(await openWords(desk, { id, step }, people.analyst)).toMatchObject({ epoch: '2026-11' })
	})

	test('becomes one case of who made it, with its words sealed in a note and no clock of an answer', async () => {
		const { take, look, desk, people } = await begin()
		const id = await take('imminent-risk')
		const of = await fileReferral(desk, { id, note }, people.analyst)
		const made = await findCase(desk.db, of)
		expect(made?.desk).toMatchObject({ status: 'received', lane: 'danger', assignee: people.analyst.id })
		expect(made?.reports).toEqual([])
		expect(made?.notes.map(({ epoch }) => epoch)).toEqual(['2026-11'])
		expect(made?.steps.map(({ kind }) => kind)).toEqual(['received'])
		const clocks = made?.clocks.map(({ clock }) => clock)
		expect(clocks).toContain('danger-eye')
		expect(clocks).not.toContain('first-answer')
		expect((await look(id)).referral).toMatchObject({ case_id: of, told_at: null })
		await expect(fileReferral(desk, { id, note }, people.analyst), 'no second one').rejects.toMatchObject({
			code: 'referral.no-move',
		})
	})

	test('a note that is not sealed makes no case', async () => {
		const { take, desk, people } = await begin()
		const id = await take()
		const open = { epoch: '2026-11', sealed: Buffer.from('in clear') }
		await expect(fileReferral(desk, { id, note: open }, people.analyst)).rejects.toMatchObject({
			code: 'case.not-sealed',
		})
		expect((await findReferral(desk.db, id))?.referral.case_id).toBeNull()
	})

	test('is answered over its channel, about the number that the partner gave it', async () => {
		const { take, look, desk, people, got } = await begin()
		const id = await take()
		await answerReferral(desk, { id, code: 'need-more', note: '' }, people.analyst)
		desk.pass(1)
		await answerReferral(desk, { id, code: 'actioned', note: 'Passed on.' }, people.analyst)
		await sendDue(desk)
		const said = got.map(
			({ sealed }) => JSON.parse(openBody(sealed)) as { about: string; body: { code: string } },
		)
		expect(said.map(({ about, body }) => [about, body.code])).toEqual([
			['FR-2026-7', 'need-more'],
			['FR-2026-7', 'actioned'],
		])
		const { referral, steps, messages } = await look(id)
		expect(referral).toMatchObject({ state: 'actioned', outcome: 'actioned' })
		expect(steps.map(({ event }) => event)).toEqual(['received', 'told', 'actioned', 'heard', 'heard'])
		expect(messages.map(({ kind, state }) => [kind, state])).toEqual([
			['outcome', 'accepted'],
			['outcome', 'accepted'],
		])
	})

	test('no answer leaves with a number to call or a mail address', async () => {
		const { take, desk, people, look } = await begin()
		const id = await take()
		for (const words of ['Call 06 12 34 56 78.', 'a@b.example'])
			await expect(
				answerReferral(desk, { id, code: 'actioned', note: words }, people.analyst),
			).rejects.toMatchObject({ code: 'referral.banned' })
		expect((await look(id)).messages).toEqual([])
	})
})
