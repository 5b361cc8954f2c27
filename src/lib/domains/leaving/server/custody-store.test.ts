import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { openDesk } from '../../../../../tests/support/cases.ts'
import { engines } from '../../../../../tests/support/database.ts'
import { askApproval, decideApproval } from '../../approvals/server/approval-store.ts'
import { assignCase, setCategory } from '../../cases/work/server/case-store.ts'
import { findCase } from '../../cases/work/server/case-view.ts'
import { listCustodySteps } from './custody-store.ts'
import { exportDossier, handDossier } from './dossier-store.ts'

const manifest = 'a'.repeat(64)
const token = 'ABCD-EFGH-JKLM-NPQR'

const begin = async (engine: Parameters<typeof openDesk>[0]) => {
	const desk = await openDesk(engine)
	const supervisor = await desk.hire('Salma', 'supervisor')
	const analyst = await desk.hire('Youssef', 'analyst')
	const liaison = await desk.hire('Nora', 'liaison')
	const [id = ''] = await desk.receive(1)
	await assignCase(desk, { id, version: 1, to: analyst.id }, supervisor, () => Promise.resolve(true))
	await setCategory(desk, { id, version: 2, category: 'other', language: 'fr' }, analyst)
	return { desk, supervisor, analyst, liaison, id }
}

const leave = async ({ desk, supervisor, analyst, liaison, id }: Awaited<ReturnType<typeof begin>>) => {
	const asked = { act: 'export', subject: id, digest: manifest } as const
	const approval = await askApproval(desk.db, asked, analyst, desk.now())
	await decideApproval(desk.db, { id: approval, grants: true, wait: 0 }, supervisor, desk.now())
	const dossier = await exportDossier(desk, { id, manifest, token, approval }, analyst)
	await handDossier(desk, dossier, liaison)
}

describe.each(engines)('steps of a chain of custody on %s', (engine) => {
	test('stand in their order with roles, entries of the record and digests, and leave out what is of the desk alone', async () => {
		const given = await begin(engine)
		await leave(given)
		const steps = await listCustodySteps(given.desk.db, given.id, 100)
		expect(steps).toMatchObject([
			{ kind: 'received', by: undefined, entry: undefined, status: 'received' },
			{ kind: 'assigned', by: { key: given.supervisor.id, roles: ['supervisor'] }, digest: undefined },
			{ kind: 'exported', by: { key: given.analyst.id, roles: ['analyst'] }, digest: manifest },
			{ kind: 'handed', by: { key: given.liaison.id, roles: ['liaison'] }, digest: manifest },
		])
		for (const { at } of steps) expect(at.getTime() % 900_000).toBe(0)
	})

	test('the commitments are those of the public record', async () => {
		const given = await begin(engine)
		await leave(given)
		const { rows } = await sql<{ id: string; commitment: string }>`
			select id, encode(commitment, 'hex') as commitment from audit_entry`.execute(given.desk.db)
		const known = new Map(rows.map(({ id, commitment }) => [id, commitment]))
		const entries = (await listCustodySteps(given.desk.db, given.id, 100)).flatMap(({ entry }) => entry ?? [])
		expect(entries).toHaveLength(3)
		for (const { id, sha256 } of entries) expect(known.get(id)).toBe(sha256)
	})

	test('whoever asks for the same steps later gets the same, however many came since', async () => {
		const given = await begin(engine)
		const seen = (await findCase(given.desk.db, given.id))?.steps.length ?? 0
		const before = await listCustodySteps(given.desk.db, given.id, seen)
		await leave(given)
		expect(await listCustodySteps(given.desk.db, given.id, seen)).toEqual(before)
		expect(await listCustodySteps(given.desk.db, given.id, 1)).toHaveLength(1)
	})
})
