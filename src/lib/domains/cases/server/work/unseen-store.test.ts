import { describe, expect, test } from 'vitest'
import { openDesk } from '../../../../../../tests/support/cases.ts'
import { engines } from '../../../../../../tests/support/database.ts'
import { moveCase } from './case-store.ts'
import { openForReading } from './open-store.ts'
import { countWaiting, listUnseen } from './unseen.ts'

describe.each(engines)('unseen danger on %s', (engine) => {
	test('is what came by the danger lane until somebody opens it or puts it aside', async () => {
		const desk = await openDesk(engine)
		const supervisor = await desk.hire('Salma', 'supervisor')
		await desk.receive(3)
		expect(await countWaiting(desk.db)).toEqual({ unseen: 0, open: 3 })
		const [first = ''] = await desk.receive(1, { lane: 'danger' })
		desk.pass(1)
		const [second = ''] = await desk.receive(1, { lane: 'danger' })
		expect(await listUnseen(desk.db)).toEqual([first, second])
		expect(await countWaiting(desk.db)).toEqual({ unseen: 2, open: 5 })
		await openForReading(desk, [first], supervisor)
		expect(await listUnseen(desk.db)).toEqual([second])
		await moveCase(desk, { id: second, version: 1, to: 'triaged' }, supervisor)
		expect(await listUnseen(desk.db)).toEqual([second])
		await moveCase(desk, { id: second, version: 2, to: 'closed', reason: 'spam' }, supervisor)
		expect(await countWaiting(desk.db)).toEqual({ unseen: 0, open: 4 })
	})
})
