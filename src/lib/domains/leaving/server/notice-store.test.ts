import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { openDesk } from '../../../../../tests/support/cases.ts'
import { engines } from '../../../../../tests/support/database.ts'
import type { Person } from '../../people/index.ts'
import { toFileDigest } from '../notice.ts'
import { askApproval, decideApproval } from '../../approvals/server/approval-store.ts'
import { noteLeaving } from './notice-store.ts'
import { assignCase, moveCase, toFindingDigest } from '../../cases/work/server/case-store.ts'
import { findCase } from '../../cases/work/server/case-view.ts'

const anyone = () => Promise.resolve(true)
const digest = toFileDigest('a notice')

const begin = async (engine: Parameters<typeof openDesk>[0]) => {
	const desk = await openDesk(engine)
	const supervisor = await desk.hire('Salma', 'supervisor')
	const analyst = await desk.hire('Youssef', 'analyst')
	const [id = ''] = await desk.receive(1)
	await assignCase(desk, { id, version: 1, to: analyst.id }, supervisor, anyone)
	await moveCase(desk, { id, version: 2, to: 'triaged' }, supervisor)
	const agree = async (act: 'export' | 'classify-illegal', to: string, asker: Person = analyst) => {
		const approval = await askApproval(desk.db, { act, subject: id, digest: to }, asker, desk.now())
		await decideApproval(desk.db, { id: approval, grants: true, wait: 0 }, supervisor, desk.now())
		return approval
	}
	const find = async () => {
		const approval = await agree('classify-illegal', toFindingDigest({ id, category: undefined }))
		await moveCase(desk, { id, version: 3, to: 'assessed', approval }, analyst)
	}
	/** Entry of the record on what left: content, and whether its leaf is there. */
	const listLeft = async () => {
		const { rows } = await sql<{ content: string; leaf: string | null }>`
			select content, audit_entry.id as leaf from act_record
			left join audit_entry on audit_entry.id = act_record.entry
			where content like '%case/noticed%' or content like '%case/listed%'`.execute(desk.db)
		return rows.map(({ content, leaf }) => ({
			...(JSON.parse(content) as { act: string; by: string; what: object }),
			hasLeaf: leaf !== null,
		}))
	}
	const getSteps = async () => (await findCase(desk.db, id))?.steps.map(({ kind }) => kind) ?? []
	return { desk, supervisor, analyst, id, agree, find, listLeft, getSteps }
}

describe.each(engines)('what leaves on %s', (engine) => {
	test('a notice after a finding of two leaves by one person, with a step and a leaf', async () => {
		const { desk, analyst, id, find, listLeft, getSteps } = await begin(engine)
		await find()
		await noteLeaving(desk, { id, form: 'dsa', digest }, analyst)
		expect((await getSteps()).at(-1)).toBe('noticed')
		expect(await listLeft()).toMatchObject([
			{ act: 'case/noticed', by: analyst.id, case: id, what: { form: 'dsa', digest }, hasLeaf: true },
		])
	})

	test('a notice about what nobody has found yet takes two, and leaves no trace without', async () => {
		const { desk, analyst, id, agree, listLeft, getSteps } = await begin(engine)
		for (const form of ['dsa', 'xarf'] as const)
			await expect(noteLeaving(desk, { id, form, digest }, analyst)).rejects.toMatchObject({
				code: 'approval.missing',
			})
		expect(await listLeft()).toEqual([])
		const approval = await agree('export', digest)
		await noteLeaving(desk, { id, form: 'xarf', digest, approval }, analyst)
		expect((await getSteps()).at(-1)).toBe('noticed')
		expect(await listLeft()).toMatchObject([{ what: { form: 'xarf', digest, approval } }])
	})

	test('a list takes two even after a finding, for exactly its digest and once', async () => {
		const { desk, analyst, supervisor, id, agree, find, listLeft, getSteps } = await begin(engine)
		await find()
		const approval = await agree('export', digest)
		const missing = { code: 'approval.missing' }
		const leave = (change: object, by: Person = analyst) =>
			noteLeaving(desk, { id, form: 'scart-file', digest, approval, ...change }, by)
		await expect(leave({ approval: '' })).rejects.toMatchObject(missing)
		await expect(leave({ digest: toFileDigest('another list') })).rejects.toMatchObject(missing)
		await expect(leave({}, supervisor), 'not by who has agreed').rejects.toMatchObject(missing)
		await leave({})
		expect((await getSteps()).at(-1)).toBe('listed')
		await expect(leave({}), 'a second time').rejects.toMatchObject(missing)
		expect(await listLeft()).toMatchObject([
			{ act: 'case/listed', what: { form: 'scart-file', digest, approval }, hasLeaf: true },
		])
	})

	test('an agreement to find a case illegal lets no list leave', async () => {
		const { desk, analyst, id, agree } = await begin(engine)
		const approval = await agree('classify-illegal', digest)
		await expect(
			noteLeaving(desk, { id, form: 'scart-mail', digest, approval }, analyst),
		).rejects.toMatchObject({ code: 'approval.missing' })
	})

	test('nobody lets a notice leave whose case it is not', async () => {
		const { desk, id, find } = await begin(engine)
		await find()
		for (const person of [await desk.hire('Amal', 'analyst'), await desk.hire('Nora', 'liaison')])
			await expect(noteLeaving(desk, { id, form: 'dsa', digest }, person)).rejects.toMatchObject({
				code: 'case.not-allowed',
			})
	})
})
