import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { engines } from '../../../../../tests/support/database.ts'
import { openDesk } from '../../../../../tests/support/cases.ts'
import { secondAfter } from '#domains/people'
import { askApproval, decideApproval, useApproval, type Use } from './approval-store.ts'

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

	test('an agreement serves who asked for it, for exactly what was asked, once and for a day', async () => {
		const desk = await openDesk(engine)
		const [first, second, other] = [
			await desk.hire('Salma', 'supervisor'),
			await desk.hire('Karim', 'supervisor'),
			await desk.hire('Nadia', 'supervisor'),
		]
		for (const { id } of [first, second, other])
			await sql`insert into staff_account (id, account_id, provider_id, user_id, password, created_at, updated_at)
				values (${randomUUID()}, ${id}, 'credential', ${id}, 'x', ${desk.now()}, ${desk.now()})`.execute(
				desk.db,
			)
		desk.pass(25)
		const asked = { act: 'export', subject: randomUUID(), digest: 'a' } as const
		const id = await askApproval(desk.db, asked, first, desk.now())
		const use = (change: Partial<Use> = {}) =>
			desk.db
				.transaction()
				.execute((trx) => useApproval(trx, { ...asked, id, by: first, now: desk.now(), ...change }))
		const missing = { code: 'approval.missing' }
		await expect(use()).rejects.toMatchObject(missing)
		await decideApproval(desk.db, { id, grants: true, wait: secondAfter }, second, desk.now())
		for (const change of [
			{ by: second },
			{ by: other },
			{ subject: randomUUID() },
			{ digest: 'b' },
			{ act: 'override-retention' } as const,
			{ now: new Date(desk.now().getTime() + 25 * 3_600_000) },
		])
			await expect(use(change), JSON.stringify(change)).rejects.toMatchObject(missing)
		expect(await use()).toBe(second.id)
		await expect(use()).rejects.toMatchObject(missing)
	})
})
