import { describe, expect, test } from 'vitest'
import { database, engines } from '../../../../../../../tests/support/database.ts'
import { addPartner, openReferrals } from '../../../../../../../tests/support/referrals.ts'
import { listActs } from '../../../../../../../tests/support/state-digest.ts'
import { findCase } from '../../../../cases/work/server/case-view.ts'
import {
	answerByToken,
	findByToken,
	makeAnswerLink,
	moveByHand,
	noteAnswer,
	takeOutcome,
} from './answer-store.ts'
import { noteSilence, sendDue } from '../../outbox/server/outbox-store.ts'
import { findReferral, listReferrals } from '../../server/view-store.ts'

const said = { epoch: '2026-11', sealed: Buffer.from('age') }

describe.each(engines)('what a partner answers on %s', (engine) => {
	const begin = async () => {
		const world = await openReferrals((await database(engine)).kysely)
		const made = await world.queue()
		await sendDue(world.desk)
		const take = (change: object = {}) =>
			world.desk.db.transaction().execute((trx) =>
				takeOutcome(trx, world.desk, {
					partner: world.partner,
					ref: made.ref,
					code: 'actioned',
					said,
					...change,
				}),
			)
		const look = async () => {
			const view = await findReferral(world.desk.db, made.id)
			const { referral, steps = [] } = view ?? {}
			return { state: referral?.state, outcome: referral?.outcome, toldAt: referral?.told_at, steps }
		}
		return { ...world, ...made, take, look }
	}

	test('moves the referral, is kept sealed, and stands among the steps of the case', async () => {
		const { take, look, desk, case: of } = await begin()
		await take({ peerRef: 'FR/9' })
		const { state, outcome, steps } = await look()
		expect([state, outcome]).toEqual(['actioned', 'actioned'])
		expect(steps.at(-1)).toMatchObject({ event: 'actioned', code: 'actioned', by: null, epoch: '2026-11' })
		expect(Buffer.from(steps.at(-1)?.sealed ?? []).toString()).toBe('age')
		expect((await findCase(desk.db, of))?.steps.at(-1)?.kind).toBe('partner-answered')
	})

	test('of another partner, or about a number that is none, is about nothing', async () => {
		const { take, look, desk } = await begin()
		expect(await take({ partner: await addPartner(desk.db) })).toBeUndefined()
		expect(await take({ ref: 'MA-2026-999999' })).toBeUndefined()
		expect((await look()).state).toBe('accepted')
	})

	test('later counts: what was not actioned can still be, and a word that moves nothing is kept', async () => {
		const { take, look, people, desk, id } = await begin()
		await take({ code: 'not-actioned' })
		await take({ code: 'actioned' })
		expect((await look()).state).toBe('actioned')
		await moveByHand(desk, { id, to: 'seen-down' }, people.liaison)
		await moveByHand(desk, { id, to: 'closed' }, people.liaison)
		await take({ code: 'not-actioned' })
		expect((await look()).state).toBe('closed')
		expect((await look()).steps.at(-1)).toMatchObject({ event: 'heard', code: 'not-actioned' })
	})

	test('that asks for more is for a person here, who gives it: the partner has a new time then', async () => {
		const { take, look, people, desk, id } = await begin()
		desk.pass(6 * 24)
		await take({ code: 'need-more' })
		expect(await look()).toMatchObject({ state: 'need-more', outcome: 'need-more', toldAt: desk.now() })
		expect((await look()).steps.at(-1)).toMatchObject({ event: 'need-more', code: 'need-more' })
		desk.pass(2 * 24)
		expect(await noteSilence(desk), 'it is not the partner who is silent').toEqual([])
		await moveByHand(desk, { id, to: 'gave-more' }, people.liaison)
		expect(await look()).toMatchObject({ state: 'accepted', outcome: null, toldAt: null })
		expect((await listActs(desk.db)).map(([, kind]) => kind)).toContain('referral/by-hand')
		expect(await noteSilence(desk)).toEqual([])
		desk.pass(7 * 24)
		expect(await noteSilence(desk)).toEqual([id])
	})

	test('that they had it before is shown as that, and somebody here looks', async () => {
		const { take, look, people, desk, id } = await begin()
		await take({ code: 'duplicate' })
		expect(await look()).toMatchObject({ state: 'duplicate', outcome: 'duplicate', toldAt: null })
		desk.pass(8 * 24)
		expect(await noteSilence(desk)).toEqual([])
		await moveByHand(desk, { id, to: 'seen-down' }, people.liaison)
		expect((await look()).state).toBe('verified-down')
	})

	test.each(['actioned', 'not-actioned', 'duplicate'] as const)(
		'%s: nobody need see to it as to what is stuck any more',
		async (code) => {
			const { take, look, people, desk, id, queue } = await begin()
			const stuck = () => desk.db.updateTable('referral').set({ told_at: desk.now() }).execute()
			await stuck()
			await take({ code })
			expect((await look()).toldAt).toBeNull()
			await stuck()
			await noteAnswer(desk, { id, code }, people.liaison)
			expect((await look()).toldAt).toBeNull()
			const token = await makeAnswerLink(desk, id, people.liaison)
			await stuck()
			await answerByToken(desk, token, { code })
			expect((await look()).toldAt).toBeNull()
			await stuck()
			await moveByHand(desk, { id, to: 'seen-down' }, people.liaison)
			expect((await look()).toldAt).toBeNull()
			const sooner = await queue({ urgency: 'high' })
			expect((await listReferrals(desk.db, {})).map((one) => one.id)).toEqual([sooner.id, id])
		},
	)

	test('by hand is noted by who sends referrals only, and refused where it moves nothing', async () => {
		const { desk, people, id, look } = await begin()
		for (const person of [people.analyst, people.supervisor])
			await expect(noteAnswer(desk, { id, code: 'actioned' }, person)).rejects.toMatchObject({
				code: 'case.not-allowed',
			})
		await noteAnswer(desk, { id, code: 'already-gone' }, people.liaison)
		expect(await look()).toMatchObject({ state: 'actioned', outcome: 'already-gone' })
		await moveByHand(desk, { id, to: 'seen-up' }, people.liaison)
		await expect(moveByHand(desk, { id, to: 'seen-up' }, people.liaison)).rejects.toMatchObject({
			code: 'referral.no-move',
		})
	})

	test('comes by a link that is theirs, that nothing here gives away, and that ends with the deadline', async () => {
		const { desk, people, id, look } = await begin()
		const old = await makeAnswerLink(desk, id, people.liaison)
		const token = await makeAnswerLink(desk, id, people.liaison)
		expect(await findByToken(desk.db, old, desk.now()), 'the older one is void').toBeUndefined()
		expect((await findByToken(desk.db, token, desk.now()))?.id).toBe(id)
		expect(JSON.stringify(await findReferral(desk.db, id))).not.toContain(token)
		expect(await answerByToken(desk, `${token.slice(0, -1)}_`, { code: 'actioned' })).toBe(false)
		expect(await answerByToken(desk, token, { code: 'not-ours', said })).toBe(true)
		expect(await look()).toMatchObject({ state: 'not-actioned', outcome: 'not-ours' })
		desk.pass(7 * 24)
		expect(await answerByToken(desk, token, { code: 'actioned' })).toBe(false)
		expect((await look()).state).toBe('not-actioned')
	})

	test('the link of a partner that was suspended is as one that never was', async () => {
		const { desk, people, id } = await begin()
		const token = await makeAnswerLink(desk, id, people.liaison)
		await desk.db.updateTable('partner').set({ state: 'suspended' }).execute()
		expect(await findByToken(desk.db, token, desk.now())).toBeUndefined()
		expect(await answerByToken(desk, token, { code: 'actioned' })).toBe(false)
	})

	test('a link is made for what is with a partner only', async () => {
		const { desk, people, id } = await begin()
		await expect(makeAnswerLink(desk, id, people.analyst)).rejects.toMatchObject({ code: 'case.not-allowed' })
		await noteAnswer(desk, { id, code: 'actioned' }, people.liaison)
		await moveByHand(desk, { id, to: 'closed' }, people.liaison)
		await expect(makeAnswerLink(desk, id, people.liaison)).rejects.toMatchObject({ code: 'referral.no-move' })
	})

	test('the list begins with what a person was told of, then with what runs out first; others see what is theirs', async () => {
		const { desk, people, queue, id } = await begin()
		const urgent = await queue({ urgency: 'high' })
		const other = await desk.hire('Amal', 'analyst')
		const ids = async (near?: string) => (await listReferrals(desk.db, { near })).map((one) => one.id)
		expect(await ids()).toEqual([urgent.id, id])
		expect(await ids(people.analyst.id)).toEqual([urgent.id, id])
		expect(await ids(other.id)).toEqual([])
		await desk.db.updateTable('referral').set({ told_at: desk.now() }).where('id', '=', id).execute()
		expect(await ids()).toEqual([id, urgent.id])
	})
})
