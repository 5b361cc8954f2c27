import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { database, engines } from '../../../../../../tests/support/database.ts'
import { listOpenEpochs } from './epoch-store.ts'

describe.each(engines)('epochs that can still be opened on %s', (engine) => {
	test('are all that were not destroyed, the newest first, with their public halves alone', async () => {
		const { kysely } = await database(engine)
		for (const [id, state] of [
			['2026-09', 'destroyed'],
			['2026-10', 'past'],
			['2026-11', 'current'],
		] as const)
			await sql`insert into epoch (id, recipient, answer_key, begins, ends, state, record)
				values (${id}, ${`age1${id}`}, ${`key ${id}`}, ${`${id}-01`}, ${`${id}-28`}, ${state}, ${`note ${id}`})`.execute(
				kysely,
			)
		expect(await listOpenEpochs(kysely)).toEqual([
			{ id: '2026-11', recipient: 'age12026-11', answerKey: 'key 2026-11', note: 'note 2026-11' },
			{ id: '2026-10', recipient: 'age12026-10', answerKey: 'key 2026-10', note: 'note 2026-10' },
		])
	})
})
