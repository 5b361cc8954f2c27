import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { database, engines } from '../../../../../../tests/support/database.ts'
import { accepting, makeWay } from '../../../../../../tests/support/referral-way.ts'
import { openReferrals } from '../../../../../../tests/support/referrals.ts'
import { listActs } from '../../../../../../tests/support/state-digest.ts'
import {
	answerReferral,
	fileReferral,
	noteAnswer,
	openWords,
	takeOutcome,
	takeReferral,
	takeUpReferral,
} from '../answers/server/index.ts'
import { noteSilence, sendDue } from '../outbox/server/outbox-store.ts'
import type { TryEnd } from '../outbox/server/way.ts'
import type { UrgencyLevel } from '../urgency.ts'
import { listUnseenReferrals } from './unseen-store.ts'
import { findReferral } from './view-store.ts'

const sealed = { epoch: '2026-11', sealed: Buffer.from('age-encryption.org/v1\n…') }

describe.each(engines)('urgent referrals that nobody has seen on %s', (engine) => {
	const begin = async (end: TryEnd = { end: 'sent' }) => {
		const ways = { 'xarf-mail': makeWay(() => Promise.resolve(end)), 'http-sig': accepting }
		const world = await openReferrals((await database(engine)).kysely, ways, {
			channels: ['xarf-mail', 'http-sig'],
		})
		const { desk, partner } = world
		let sent = 0
		const take = (urgency: UrgencyLevel) =>
			desk.db.transaction().execute((trx) =>
				takeReferral(trx, desk, {
					message: randomUUID(),
					partner,
					peerRef: `FR-2026-${++sent}`,
					urgency,
					tlp: 'amber',
					pap: 'amber',
					country: 'MA',
				}),
			)
		const get = async (id: string) =>
			(await findReferral(desk.db, id)) ?? expect.fail('there is no such referral')
		const list = (near?: string) => listUnseenReferrals(desk.db, near)
		return { ...world, take, get, list }
	}

	test('come from a partner, and wait until somebody opens one, makes it a case or answers it', async () => {
		const { take, get, list, desk, people } = await begin()
		await take('normal')
		const ids = [await take('imminent-risk'), await take('high'), await take('imminent-risk')]
		const [opened = '', filed = '', answered = ''] = ids
		expect((await list()).sort()).toEqual(ids.toSorted())
		desk.pass(100)
		expect(await list(), 'however long it takes').toHaveLength(3)
		const step = (await get(opened)).steps[0]?.id ?? ''
		for (const _ of [1, 2]) await openWords(desk, { id: opened, step }, people.analyst)
		expect((await list()).sort()).toEqual([filed, answered].sort())
		const { steps, referral } = await get(opened)
		expect(steps.map(({ event, by }) => [event, by])).toEqual([
			['received', null],
			['opened', people.analyst.id],
		])
		expect(referral.told_at, 'it is still to be acted on').not.toBeNull()
		await fileReferral(desk, { id: filed, note: sealed }, people.analyst)
		await answerReferral(desk, { id: answered, code: 'not-ours', note: '' }, people.analyst)
		expect(await list()).toEqual([])
	})

	test('of ours: not a word within its hour, by a way that has no receipt; it is not stuck, and somebody takes it up', async () => {
		const { queue, get, list, desk, people } = await begin()
		const { id } = await queue({ urgency: 'imminent-risk' })
		await sendDue(desk)
		expect([await noteSilence(desk), await list()]).toEqual([[], []])
		desk.pass(1)
		expect(await noteSilence(desk)).toEqual([id])
		expect(await list()).toEqual([id])
		const { referral, steps } = await get(id)
		expect([referral.state, steps.at(-1)?.event]).toEqual(['sent', 'quiet'])
		await takeUpReferral(desk, id, people.liaison)
		expect(await list()).toEqual([])
		await expect(takeUpReferral(desk, id, people.liaison), 'once').rejects.toMatchObject({
			code: 'referral.no-move',
		})
		expect((await listActs(desk.db)).map(([, kind]) => kind)).toContain('referral/by-hand')
		desk.pass(3)
		expect(await noteSilence(desk), 'said once').toEqual([])
		desk.pass(20)
		expect(await noteSilence(desk)).toEqual([id])
		expect((await get(id)).referral.state).toBe('no-answer')
		expect(await list(), 'a day without an answer is new').toEqual([id])
	})

	test('of ours: what does not get through, what is refused and what a partner asks for', async () => {
		const failing = await begin({ end: 'failed', code: 'timeout' })
		const stuck = await failing.queue({ urgency: 'high' })
		await sendDue(failing.desk)
		expect(await failing.list()).toEqual([])
		failing.desk.pass(1)
		await sendDue(failing.desk)
		expect(await failing.list()).toEqual([stuck.id])

		const refusing = await begin({ end: 'rejected', code: 'not-ours' })
		const [refused, calm] = [await refusing.queue({ urgency: 'high' }), await refusing.queue()]
		await sendDue(refusing.desk)
		expect(await refusing.list()).toEqual([refused.id])
		expect((await refusing.get(calm.id)).referral.told_at).not.toBeNull()

		const { queue, list, desk, partner, people } = await begin()
		const { id, ref } = await queue({ urgency: 'imminent-risk' })
		await sendDue(desk)
		const ask = () =>
			desk.db
				.transaction()
				.execute((trx) => takeOutcome(trx, desk, { partner, ref, code: 'need-more', said: sealed }))
		await ask()
		expect(await list()).toEqual([id])
		await noteAnswer(desk, { id, code: 'need-more' }, people.liaison)
		expect(await list(), 'who noted it has seen it').toEqual([])
		desk.pass(1)
		await ask()
		expect(await list()).toEqual([id])
		const view = await findReferral(desk.db, id)
		await openWords(desk, { id, step: view?.steps.at(-1)?.id ?? '' }, people.analyst)
		expect(await list()).toEqual([])
	})

	test('are taken up by who sends referrals or works on the case; each is told of what is theirs', async () => {
		const { queue, take, list, desk, people } = await begin()
		const { id } = await queue({ urgency: 'imminent-risk' })
		const incoming = await take('imminent-risk')
		await sendDue(desk)
		desk.pass(1)
		await noteSilence(desk)
		const other = await desk.hire('Amal', 'analyst')
		expect((await list(people.analyst.id)).sort()).toEqual([id, incoming].sort())
		expect(await list(other.id)).toEqual([incoming])
		await expect(takeUpReferral(desk, id, other)).rejects.toMatchObject({ code: 'case.not-allowed' })
		await takeUpReferral(desk, id, people.supervisor)
		expect(await list()).toEqual([incoming])
	})
})
