import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { openDesk } from '../../../../../../tests/support/cases.ts'
import { engines } from '../../../../../../tests/support/database.ts'
import { noteAttached } from './attached-store.ts'
import { assignCase } from '../../work/server/case-store.ts'

test.each(engines)(
	'a file is opened by who may open its case, and each look is a step, on %s',
	async (engine) => {
		const desk = await openDesk(engine)
		const supervisor = await desk.hire('Salma', 'supervisor')
		const [analyst, other] = [await desk.hire('Youssef', 'analyst'), await desk.hire('Amal', 'analyst')]
		const [id = '', elsewhere = ''] = await desk.receive(2)
		await assignCase(desk, { id, version: 1, to: analyst.id }, supervisor, async () => true)
		const rows = await desk.db.selectFrom('case_report').select(['case_id', 'report']).execute()
		const getReport = (of: string): string => rows.find(({ case_id }) => case_id === of)?.report ?? ''
		const file = { id, report: getReport(id), part: 1 }
		const notFound = { code: 'case.not-found' }

		await expect(noteAttached(desk, file, other)).rejects.toMatchObject({ code: 'case.not-allowed' })
		expect(await noteAttached(desk, { ...file, report: getReport(elsewhere) }, analyst)).toBe(false)
		await expect(noteAttached(desk, { ...file, id: randomUUID() }, analyst)).rejects.toMatchObject(notFound)
		expect(await noteAttached(desk, file, analyst)).toBe(true)
		await noteAttached(desk, file, analyst, 2)

		const steps = await desk.db
			.selectFrom('case_step')
			.select(['kind', 'by'])
			.where('case_id', '=', id)
			.where('kind', 'in', ['attached', 'uncovered'])
			.orderBy('place')
			.execute()
		expect(steps).toEqual([
			{ kind: 'attached', by: analyst.id },
			{ kind: 'uncovered', by: analyst.id },
		])
		const acts = await desk.db.selectFrom('act_record').select('content').where('case_id', '=', id).execute()
		const told = acts.map(({ content }) => content).filter((content) => /attached|uncovered/u.test(content))
		expect(told).toHaveLength(2)
		expect(told.some((content) => content.includes('"level":2'))).toBe(true)
	},
)
