import { expect, test } from 'vitest'
import { plantPlan } from '#domains/programme/plan/server'
import { setDatabase } from '#server/process/database'
import { database } from '../../../../tests/support/database.ts'
import { listSessionActions, requireSessionAction } from './session-actions.ts'

test('a session names an action of the plan, none, or the one that it had', async () => {
	const opened = await database()
	setDatabase(opened)
	await plantPlan({ db: opened.kysely, now: () => new Date() })
	const [first] = await listSessionActions('fr')
	if (!first) throw new Error('the seed has no action')
	for (const named of [first.id, null, undefined, ''])
		await expect(requireSessionAction(named), String(named)).resolves.toBeUndefined()
	await expect(requireSessionAction('i9-a99', 'i9-a99')).resolves.toBeUndefined()
	for (const had of [undefined, null, first.id])
		await expect(requireSessionAction('i9-a99', had)).rejects.toMatchObject({ code: 'session.action' })
})
