import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { database, engines } from '../../../../../../../tests/support/database.ts'
import { openReferrals } from '../../../../../../../tests/support/referrals.ts'
import { noteLookup } from './index.ts'

describe.each(engines)('asking who hosts a link on %s', (engine) => {
	test('is written down with the case and who asked, and never with the host', async () => {
		const { desk, people, case: of } = await openReferrals((await database(engine)).kysely)
		await noteLookup(desk, of, people.analyst)
		const { rows } = await sql<{ content: string }>`
			select content from act_record where content like '%referral/host-asked%'`.execute(desk.db)
		expect(rows.map(({ content }) => JSON.parse(content) as unknown)).toMatchObject([
			{ act: 'referral/host-asked', by: people.analyst.id, case: of },
		])
		expect(JSON.parse(rows[0]?.content ?? '{}')).not.toHaveProperty('what')
	})

	test('is for who works on the case', async () => {
		const { desk, people, case: of } = await openReferrals((await database(engine)).kysely)
		await expect(noteLookup(desk, of, people.liaison)).rejects.toMatchObject({ code: 'case.not-allowed' })
		const other = await desk.hire('Amal', 'analyst')
		await expect(noteLookup(desk, of, other)).rejects.toMatchObject({ code: 'case.not-allowed' })
	})
})
