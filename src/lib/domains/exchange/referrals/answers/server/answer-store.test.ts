import { describe, expect, test } from 'vitest'
import { database, engines } from '../../../../../../../tests/support/database.ts'
import { addPartner, openReferrals } from '../../../../../../../tests/support/referrals.ts'
import { findCase } from '../../../../cases/work/server/case-view.ts'
import {
	answerByToken,
	findByToken,
	makeAnswerLink,
	moveByHand,
	noteAnswer,
	takeOutcome,
} from './answer-store.ts'
import { sendDue } from '../../outbox/server/outbox-store.ts'
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
			return { state: view?.referral.state, outcome: view?.referral.outcome, steps: view?.steps ?? [] }
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
		await take({ code: 'need-more' })
		expect((await look()).steps.at(-1)).toMatchObject({
			event: 'heard',
			code: 'need-more',
			state: 'accepted',
		})
		await take({ code: 'not-actioned' })
		await take({ code: 'actioned' })
		expect((await look()).state).toBe('actioned')
		await moveByHand(desk, { id, to: 'seen-down' }, people.liaison)
		await moveByHand(desk, { id, to: 'closed' }, people.liaison)
		await take({ code: 'not-actioned' })
		expect((await look()).state).toBe('closed')
		expect((await look()).steps.at(-1)).toMatchObject({ event: 'heard', code: 'not-actioned' })
	})

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
