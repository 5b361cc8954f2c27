import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { engines } from '../../../../../tests/support/database.ts'
import { openDesk } from '../../../../../tests/support/cases.ts'
import { secondAfter } from '#domains/people'
import { askApproval, decideApproval } from './approval-store.ts'

describe.each(engines)('acts of two persons on %s', (engine) => {
	test('whoever was invited a moment ago is no second person until a day has passed', async () => {
		const desk = await openDesk(engine)
		const [supervisor, invented] = [
			await desk.hire('Salma', 'supervisor'),
			await desk.hire('Nobody', 'supervisor'),
		]
		await sql`insert into staff_account (id, account_id, provider_id, user_id, password, created_at, updated_at)
			values (${randomUUID()}, ${invented.id}, 'credential', ${invented.id}, 'x', ${desk.now()}, ${desk.now()})`.execute(
			desk.db,
		)
		const decide = async () => {
			const asked = { act: 'export', subject: randomUUID(), digest: 'a' } as const
			const id = await askApproval(desk.db, asked, supervisor, desk.now())
			return decideApproval(desk.db, { id, grants: true, wait: secondAfter }, invented, desk.now())
		}
		await expect(decide()).rejects.toMatchObject({ code: 'approval.same-person' })
		desk.pass(23.9)
		await expect(decide()).rejects.toMatchObject({ code: 'approval.same-person' })
		desk.pass(0.2)
		await decide()
	})
})
