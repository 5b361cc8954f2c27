/** A process killed in the middle of what the desk lets go of or hands out: all of it happened, or nothing, and once. */
import { sql, type QueryExecutorProvider } from 'kysely'
import { expect, test } from 'vitest'
import { openDeskOn, type TestDesk } from '../../../../../tests/support/cases.ts'
import { killAtStatements, withDatabase } from '../../../../../tests/support/killed-task.ts'
import { makeFilledFolder } from '../../../../../tests/support/ready-made.ts'
import { askApproval, decideApproval } from '../../approvals/server/approval-store.ts'
import { moveCase } from '../../cases/work/server/case-store.ts'
import { eraseOverdue } from './retention-store.ts'

const count = async (db: QueryExecutorProvider, table: string): Promise<number> =>
	(await sql<{ count: number }>`select count(*) as count from ${sql.table(table)}`.execute(db)).rows[0]
		?.count ?? 0

/** Closed as spam: to be erased after a month. */
const closeCases = async (desk: TestDesk, ids: readonly string[]): Promise<void> => {
	const supervisor = await desk.hire('Salma', 'supervisor')
	for (const id of ids) {
		await moveCase(desk, { id, version: 1, to: 'triaged' }, supervisor)
		await moveCase(desk, { id, version: 2, to: 'closed', reason: 'spam' }, supervisor)
	}
}

test('erasing: a case is there with all its report, or gone with all of it; what follows goes on where it stopped', async () => {
	const ready = await makeFilledFolder()
	const before = await withDatabase(ready, async ({ kysely }) => {
		const desk = openDeskOn(kysely)
		await closeCases(desk, await desk.receive(3))
		return count(kysely, 'audit_entry')
	})
	const kills = await killAtStatements(ready, { task: 'erase' }, async ({ kysely }) => {
		const db = kysely
		const left = await count(db, 'desk_case')
		for (const table of ['case_report', 'report_status']) expect(await count(db, table), table).toBe(left)
		expect((await count(db, 'audit_entry')) - before).toBe(3 - left)
		const desk = openDeskOn(db)
		desk.pass(60 * 24)
		expect(await eraseOverdue(desk)).toBe(left)
		expect(await count(db, 'report_status')).toBe(0)
		expect((await count(db, 'audit_entry')) - before).toBe(3)
		const outcomes = sql`select count from desk_count where kind = 'outcome'`.execute(kysely)
		expect((await outcomes).rows).toEqual([{ count: 3 }])
	})
	expect(kills).toBeGreaterThan(2)
})

test('handing out a dossier: its leaving is written down whole before anything leaves, or its approval can be used again', async () => {
	const ready = await makeFilledFolder()
	const [manifest, token] = ['f'.repeat(64), 'ABCD-EFGH-JKLM-NPQR']
	const { given, before } = await withDatabase(ready, async ({ kysely }) => {
		const desk = openDeskOn(kysely)
		const person = await desk.hire('Salma', 'supervisor')
		const second = await desk.hire('Hind', 'supervisor')
		const [id = ''] = await desk.receive(1)
		const asked = { act: 'export', subject: id, digest: manifest } as const
		const approval = await askApproval(desk.db, asked, person, desk.now())
		await decideApproval(desk.db, { id: approval, grants: true, wait: 0 }, second, desk.now())
		return {
			given: { dossier: { id, manifest, token, approval }, person },
			before: {
				steps: await count(kysely, 'case_step'),
				entries: await count(kysely, 'audit_entry'),
			},
		}
	})
	const kills = await killAtStatements(ready, { task: 'export', given }, async ({ kysely }) => {
		const db = kysely
		const left = await count(db, 'dossier')
		expect((await count(db, 'case_step')) - before.steps).toBe(left)
		expect((await count(db, 'audit_entry')) - before.entries).toBe(left)
		const { rows } = await sql`select state from approval`.execute(kysely)
		expect(rows).toEqual([{ state: left === 1 ? 'used' : 'granted' }])
	})
	expect(kills).toBeGreaterThan(0)
})
