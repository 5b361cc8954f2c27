import { describe, expect, test } from 'vitest'
import { openDesk, start } from '../../../../../tests/support/cases.ts'
import { engines } from '../../../../../tests/support/database.ts'
import { listActGroups } from './act-store.ts'
import { recordActs } from './record.ts'

const anyCase = '3f2504e0-4f89-41d3-9a0c-0305e82c3301'

describe.each(engines)('acts of the record on %s', (engine) => {
	test('are counted by hour, kind and person, and say neither case nor content', async () => {
		const { db } = await openDesk(engine)
		const [amal, hind] = ['00000000-0000-4000-8000-00000000000a', '00000000-0000-4000-8000-00000000000b']
		const minutes = (count: number): Date => new Date(start.getTime() + count * 60_000) // from 9:20 on
		const opened = { act: 'case/opened', case: anyCase, what: { secret: 'what it says' } } as const
		await db.transaction().execute((trx) =>
			recordActs(trx, [
				{ ...opened, by: amal, at: minutes(0) },
				{ ...opened, by: amal, at: minutes(20) },
				{ ...opened, by: hind, at: minutes(20) },
				{ ...opened, by: amal, at: minutes(60) },
				{ act: 'retention/erased', by: null, at: minutes(24 * 60) },
			]),
		)
		const at = (text: string): Date => new Date(`2026-11-${text}:00:00Z`)
		const groups = await listActGroups(db, { from: '2026-11-26', to: '2026-11-27' })
		expect(groups).toEqual([
			{ hour: at('27T09'), act: 'retention/erased', by: undefined, count: 1 },
			{ hour: at('26T10'), act: 'case/opened', by: amal, count: 1 },
			{ hour: at('26T09'), act: 'case/opened', by: amal, count: 2 },
			{ hour: at('26T09'), act: 'case/opened', by: hind, count: 1 },
		])
		expect(await listActGroups(db, { from: '2026-11-27', to: '2026-11-27' })).toHaveLength(1)
		expect(await listActGroups(db, { from: '2026-11-25', to: '2026-11-25' })).toEqual([])
		expect(JSON.stringify(groups)).not.toMatch(/secret|3f2504e0/u)
	})
})
