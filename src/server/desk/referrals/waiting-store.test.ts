import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { noteSilence, sendDue } from '#domains/exchange/referrals/outbox/server'
import { takeReferral } from '#domains/exchange/referrals/answers/server'
import { setDatabase } from '#server/process/database'
import { database } from '../../../../tests/support/database.ts'
import { makeWay } from '../../../../tests/support/referral-way.ts'
import { openReferrals } from '../../../../tests/support/referrals.ts'
import { countUnseenReferrals } from './waiting.ts'

test('an open page of the desk counts urgent referrals, to each what they may see', async () => {
	const opened = await database('pglite')
	setDatabase(opened)
	const { desk, partner, people, queue } = await openReferrals(opened.kysely, {
		'xarf-mail': makeWay(() => Promise.resolve({ end: 'sent' })),
	})
	const [triager, other] = [await desk.hire('Ali', 'triager'), await desk.hire('Amal', 'analyst')]
	const count = () => Promise.all([triager, other, ...Object.values(people)].map(countUnseenReferrals))
	expect(await count()).toEqual([0, 0, 0, 0, 0])
	await queue({ urgency: 'imminent-risk' })
	await sendDue(desk)
	desk.pass(1)
	await noteSilence(desk)
	expect(await count()).toEqual([0, 0, 1, 1, 1])
	await desk.db.transaction().execute((trx) =>
		takeReferral(trx, desk, {
			message: randomUUID(),
			partner,
			peerRef: 'FR-1',
			urgency: 'imminent-risk',
			tlp: 'amber',
			pap: 'amber',
			country: 'MA',
		}),
	)
	expect(await count()).toEqual([0, 1, 2, 2, 2])
})
