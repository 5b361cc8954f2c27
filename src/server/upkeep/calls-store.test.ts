import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { takeReferral } from '#domains/exchange/referrals/answers/server'
import { database } from '../../../tests/support/database.ts'
import { openReferrals } from '../../../tests/support/referrals.ts'
import { listCalls } from './calls.ts'
import { createPager } from './pager.ts'

test('a partner that tells of a child in danger wakes whoever is on call as a report does, also after the process was started again', async () => {
	const { kysely: db } = await database('pglite')
	const { desk, partner } = await openReferrals(db)
	let rung = 0
	const start = () =>
		createPager({
			listUnseen: () => listCalls(db, desk.now()),
			ring: () => Promise.resolve(void rung++),
			now: desk.now,
		})
	await start()()
	expect(rung).toBe(0)
	await desk.receive(1, { lane: 'danger' })
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
	expect(await listCalls(db, desk.now())).toHaveLength(2)
	await start()()
	expect(rung).toBe(1)
	desk.pass(5)
	await start()()
	expect(rung, 'hours later too').toBe(2)
})
