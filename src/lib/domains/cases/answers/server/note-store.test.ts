import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { openDesk, type TestDesk } from '../../../../../../tests/support/cases.ts'
import { engines, type EngineName } from '../../../../../../tests/support/database.ts'
import { getDeskFigures } from '../../figures/server/figure-store.ts'
import { assignCase, moveCase } from '../../work/server/case-store.ts'
import { findCase } from '../../work/server/case-view.ts'
import { noteCall } from './note-store.ts'
import { openForReading } from '../../reading/server/open-store.ts'
import { noteSeen } from '../../reading/server/seen-store.ts'

const sealed = new TextEncoder().encode('age-encryption.org/v1\n')

const begin = async (engine: EngineName, lane: 'danger' | 'normal' = 'danger') => {
	const desk = await openDesk(engine)
	const [supervisor, analyst] = [
		await desk.hire('Salma', 'supervisor'),
		await desk.hire('Youssef', 'analyst'),
	]
	const [id = ''] = await desk.receive(1, { lane })
	await assignCase(desk, { id, version: 1, to: analyst.id }, supervisor, () => Promise.resolve(true))
	return { desk, supervisor, analyst, id, call: { id, epoch: '2026-11', sealed } }
}
const listClocks = async ({ db }: TestDesk, id: string) =>
	(await findCase(db, id))?.clocks.map(({ clock }) => clock) ?? []

describe.each(engines)('a call to the police on %s', (engine) => {
	test('ends the clock of the police, with a sealed note and a step in the public record', async () => {
		const { desk, analyst, id, call } = await begin(engine)
		await openForReading(desk, [id], analyst)
		await noteSeen(desk, id, analyst)
		expect(await listClocks(desk, id)).toContain('danger-police')
		await noteCall(desk, call, analyst)
		expect(await listClocks(desk, id)).not.toContain('danger-police')
		const view = await findCase(desk.db, id)
		expect(view?.notes).toMatchObject([{ by: analyst.id, epoch: '2026-11' }])
		expect(view?.steps.map(({ kind }) => kind)).toEqual(['received', 'assigned', 'opened', 'seen', 'called'])
		const { rows } = await sql`select content::json->>'act' as act from act_record where case_id = ${id}
			and content::json->>'act' = 'case/called'`.execute(desk.db)
		expect(rows).toHaveLength(1)
	})

	test('before the report was opened is a first look as well: no clock of the police begins afterwards', async () => {
		const { desk, analyst, id, call } = await begin(engine)
		await noteCall(desk, call, analyst)
		await openForReading(desk, [id], analyst)
		await noteSeen(desk, id, analyst)
		const clocks = await listClocks(desk, id)
		expect(clocks).not.toContain('danger-eye')
		expect(clocks).not.toContain('danger-police')
	})

	test('is no move: the case stands where it stood, and a change that somebody has begun goes through', async () => {
		const { desk, supervisor, analyst, id, call } = await begin(engine)
		const { version } = await desk.get(id)
		await noteCall(desk, call, analyst)
		expect(await desk.get(id)).toMatchObject({ status: 'received', version })
		await moveCase(desk, { id, version, to: 'triaged' }, supervisor)
	})

	test('is told to the reporter: it was given to those who can protect, and sorting the case takes it not back', async () => {
		const { desk, supervisor, analyst, id, call } = await begin(engine)
		await noteCall(desk, call, analyst)
		const getPage = async () =>
			(
				await sql`select status from report_status join case_report using (report) where case_id = ${id}`.execute(
					desk.db,
				)
			).rows
		expect(await getPage()).toEqual([{ status: 'sent-on' }])
		await moveCase(desk, { id, version: 2, to: 'triaged' }, supervisor)
		expect(await getPage()).toEqual([{ status: 'sent-on' }])
	})

	test('is refused where there is no danger, by who may not, and without a sealed note', async () => {
		const { desk, analyst, id, call } = await begin(engine)
		const other = await desk.hire('Amal', 'analyst')
		await expect(noteCall(desk, call, other)).rejects.toMatchObject({ code: 'case.not-allowed' })
		const clear = noteCall(desk, { ...call, sealed: new TextEncoder().encode('19') }, analyst)
		await expect(clear).rejects.toMatchObject({ code: 'case.not-sealed' })
		const unknown = noteCall(desk, { ...call, id: randomUUID() }, analyst)
		await expect(unknown).rejects.toMatchObject({ code: 'case.not-found' })
		expect((await findCase(desk.db, id))?.notes).toEqual([])
		const calm = await begin(engine, 'normal')
		await expect(noteCall(calm.desk, calm.call, calm.analyst)).rejects.toMatchObject({ code: 'case.no-move' })
	})

	test('counts in the figures as passed on to the police', async () => {
		const { desk, supervisor, analyst, call } = await begin(engine)
		for (const id of await desk.receive(10, { lane: 'danger' })) {
			await assignCase(desk, { id, version: 1, to: analyst.id }, supervisor, () => Promise.resolve(true))
			await noteCall(desk, { ...call, id }, analyst)
		}
		const { outcome } = (await getDeskFigures(desk.db, '2026-11', '2026-11')).tables
		expect(outcome.find(({ group }) => group === 'police')).toMatchObject({ count: 10 })
	})
})
