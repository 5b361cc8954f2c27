import { describe, expect, test } from 'vitest'
import { sql } from 'kysely'
import { migrations } from '../../../../../../migrations/index.ts'
import { emptyDatabase, engines } from '../../../../../../tests/support/database.ts'
import { findTrial, listTrials } from './index.ts'

const [amal, hind] = ['0191f0a4-0000-7000-8000-000000000001', '0191f0a4-0000-7000-8000-000000000002']
const at = '2026-11-26T10:00:00Z'

/** Tables as they were before results kept their sheets. */
const openOld = async (engine: (typeof engines)[number]) => {
	const { kysely: db } = await emptyDatabase(engine)
	await migrations['0028-trials']?.up(db)
	const plant = async (
		number: number,
		state: string,
		{ isDrawn = true, approved = [] as boolean[] } = {},
	) => {
		const reason = state === 'stopped' ? 'No effect' : null
		await sql`insert into trial values (${number}, ${state}, '{}', 'h', null, ${amal}, ${at}, ${hind}, ${at}, ${reason})`.execute(
			db,
		)
		await sql`insert into trial_draw values (${number}, '\\x00', 'c', 'l', ${at}, ${isDrawn ? 'dice' : null}, null)`.execute(
			db,
		)
		await sql`insert into trial_class values (${number}, 'A', 's', true)`.execute(db)
		await sql`insert into trial_tally values (${number}, 'A', 'w8', 'help', '[9,1]')`.execute(db)
		for (const [index, is] of approved.entries())
			await sql`insert into trial_result values (${number}, ${index + 1}, '{}', null, ${amal}, ${at}, ${is ? hind : null}, ${is ? at : null})`.execute(
				db,
			)
	}
	return { db, plant }
}

describe.each(engines)('studies of before, on %s', (engine) => {
	test('keep what is there with their newest result; a stop of one person after the draw waits for the second', async () => {
		const { db, plant } = await openOld(engine)
		await plant(1, 'published', { approved: [true, true] })
		await plant(2, 'reported', { approved: [true, false] })
		await plant(3, 'reported', { approved: [false] })
		await plant(4, 'stopped')
		await plant(5, 'stopped', { isDrawn: false })
		await plant(6, 'stopped', { approved: [true, false] })
		await migrations['0036-kept-studies']?.up(db)
		const states = (await listTrials(db)).map(({ id, state, stopReason }) => [id, state, stopReason])
		expect(states).toEqual([
			['t6', 'published', undefined],
			['t5', 'stopped', 'No effect'],
			['t4', 'stopping', 'No effect'],
			['t3', 'reported', undefined],
			['t2', 'correcting', undefined],
			['t1', 'published', undefined],
		])
		expect((await findTrial(db, 't1'))?.results.map(({ tallies }) => tallies)).toEqual([
			[{ label: 'A', moment: 'w8', outcome: 'help', counts: [9, 1] }],
			undefined,
		])
	})
})
