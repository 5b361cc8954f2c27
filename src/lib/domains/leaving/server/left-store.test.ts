import { describe, expect, test } from 'vitest'
import { openDesk } from '../../../../../tests/support/cases.ts'
import { engines } from '../../../../../tests/support/database.ts'
import { askApproval, decideApproval } from '../../approvals/server/approval-store.ts'
import { acknowledgeDossier, exportDossier, handDossier } from './dossier-store.ts'
import { listLeft } from './left-store.ts'
import { noteLeaving } from './notice-store.ts'
import { assignCase } from '../../cases/work/server/case-store.ts'
import { findCase } from '../../cases/work/server/case-view.ts'

const tokens = ['ABCD-EFGH-JKLM-NPQR', 'ABCD-EFGH-JKLM-NPQS']
const manifests = ['a'.repeat(64), 'b'.repeat(64)]

const begin = async (engine: Parameters<typeof openDesk>[0]) => {
	const desk = await openDesk(engine)
	const people = {
		supervisor: await desk.hire('Salma', 'supervisor'),
		analyst: await desk.hire('Youssef', 'analyst'),
		other: await desk.hire('Amal', 'analyst'),
		liaison: await desk.hire('Nora', 'liaison'),
		auditor: await desk.hire('Driss', 'auditor'),
	}
	const { supervisor, analyst } = people
	const ids = await desk.receive(2)
	for (const id of ids)
		await assignCase(desk, { id, version: 1, to: analyst.id }, supervisor, () => Promise.resolve(true))
	const ask = (id: string, digest: string) =>
		askApproval(desk.db, { act: 'export', subject: id, digest }, analyst, desk.now())
	const agree = async (id: string, digest: string) => {
		const approval = await ask(id, digest)
		await decideApproval(desk.db, { id: approval, grants: true, wait: 0 }, supervisor, desk.now())
		return approval
	}
	const exportOne = async (id: string, nth: 0 | 1) => {
		const [manifest, token] = [manifests[nth] ?? '', tokens[nth] ?? '']
		return exportDossier(desk, { id, manifest, token, approval: await agree(id, manifest) }, analyst)
	}
	const list = async (near?: string) => listLeft(desk.db, { near, now: desk.now() })
	const getStates = async () => (await list()).map(({ to, state }) => `${to ?? '?'} ${state}`)
	const getSteps = async (id: string) => (await findCase(desk.db, id))?.steps.map(({ kind }) => kind) ?? []
	return { desk, ...people, ids, ask, agree, exportOne, list, getStates, getSteps }
}

describe.each(engines)('what leaves the desk on %s', (engine) => {
	test('stands in the list from the question to the token that comes back, first what is still to do', async () => {
		const { desk, analyst, liaison, ids, ask, agree, exportOne, list, getStates } = await begin(engine)
		const [one = '', two = ''] = ids
		expect(await list()).toEqual([])
		await ask(one, 'c'.repeat(64))
		expect(await getStates()).toEqual(['? asked'])
		const digest = 'd'.repeat(64)
		const approval = await agree(two, digest)
		await noteLeaving(desk, { id: two, form: 'scart-file', digest, approval }, analyst)
		const dossier = await exportOne(one, 0)
		expect(await getStates()).toEqual(['authority left', '? asked', 'desk left'])
		expect((await list())[0]).toMatchObject({
			id: dossier,
			case: one,
			status: 'received',
			by: analyst.id,
			clock: 'first-answer',
		})
		await handDossier(desk, dossier, liaison)
		expect(await getStates()).toEqual(['authority handed', '? asked', 'desk left'])
		await acknowledgeDossier(desk, tokens[0] ?? '', liaison)
		desk.pass(24.1)
		expect((await getStates()).sort(), 'an agreement of yesterday is void').toEqual([
			'authority received',
			'desk left',
		])
	})

	test('a dossier is handed over once, by the liaison alone, with a step and an entry in the record', async () => {
		const { desk, supervisor, analyst, liaison, auditor, ids, exportOne, getSteps } = await begin(engine)
		const [id = ''] = ids
		const dossier = await exportOne(id, 0)
		for (const person of [analyst, supervisor, auditor])
			await expect(handDossier(desk, dossier, person)).rejects.toMatchObject({ code: 'case.not-allowed' })
		await handDossier(desk, dossier, liaison)
		await handDossier(desk, dossier, liaison)
		expect((await getSteps(id)).filter((kind) => kind === 'handed')).toHaveLength(1)
		const acts = await desk.db.selectFrom('act_record').select('content').where('case_id', '=', id).execute()
		expect(acts.map(({ content }) => JSON.parse(content) as object)).toContainEqual(
			expect.objectContaining({ act: 'case/handed', by: liaison.id, what: { manifest: manifests[0] } }),
		)
		await expect(handDossier(desk, id, liaison), 'no dossier').rejects.toMatchObject({
			code: 'case.not-found',
		})
	})

	test('whose case it is notes the token too, and an analyst of another case does not', async () => {
		const { desk, analyst, other, liaison, ids, exportOne, list } = await begin(engine)
		const [one = '', two = ''] = ids
		const dossier = await exportOne(one, 0)
		await exportOne(two, 1)
		await expect(acknowledgeDossier(desk, tokens[0] ?? '', other)).rejects.toMatchObject({
			code: 'case.not-allowed',
		})
		expect(await acknowledgeDossier(desk, tokens[0] ?? '', analyst)).toBe(one)
		await handDossier(desk, dossier, liaison)
		expect(
			(await list()).map(({ state }) => state),
			'handing over what arrived changes nothing',
		).toEqual(['left', 'received'])
		expect(await list(other.id)).toEqual([])
		expect(await list(analyst.id)).toHaveLength(2)
	})

	test('nothing but a supervisor or who has the case lets a dossier leave, a liaison included', async () => {
		const { desk, liaison, ids, agree } = await begin(engine)
		const [id = ''] = ids
		const approval = await agree(id, manifests[0] ?? '')
		const given = { id, manifest: manifests[0] ?? '', token: tokens[0] ?? '', approval }
		await expect(exportDossier(desk, given, liaison)).rejects.toMatchObject({ code: 'case.not-allowed' })
	})
})
