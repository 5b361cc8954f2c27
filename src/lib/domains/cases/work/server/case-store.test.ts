import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { openDesk, start, type TestDesk } from '../../../../../../tests/support/cases.ts'
import { engines } from '../../../../../../tests/support/database.ts'
import type { Person } from '../../../people/index.ts'
import { setRoles } from '../../../people/server/index.ts'
import { askApproval, decideApproval, listApprovals } from '../../../approvals/server/approval-store.ts'
import { exportDossier } from '../../../leaving/server/dossier-store.ts'
import {
	canTakeCase,
	listExposure,
	noteExposure,
	pruneExposure,
} from '../../../wellbeing/server/exposure-store.ts'
import { toPolicy } from '../../../wellbeing/exposure.ts'
import { openCases } from './case-arrival.ts'
import { assignCase, moveCase, noteRecheck, setCategory, toFindingDigest } from './case-store.ts'
import { findCase } from './case-view.ts'
import { openForReading, toOpenDigest } from '../../reading/server/open-store.ts'
import { listQueue } from '../../queue/server/queue.ts'
import { noteReporterWord } from '../../answers/server/word-store.ts'

const anyone = () => Promise.resolve(true)
const countEntries = async ({ db }: TestDesk): Promise<number> => {
	const { rows } = await sql<{ count: number }>`select count(*) as count from audit_entry`.execute(db)
	return rows[0]?.count ?? 0
}

/** A desk with a supervisor, two analysts and one case of the first analyst, sorted. */
const begin = async (engine: Parameters<typeof openDesk>[0]) => {
	const desk = await openDesk(engine)
	const supervisor = await desk.hire('Salma', 'supervisor')
	const analyst = await desk.hire('Youssef', 'analyst')
	const other = await desk.hire('Amal', 'analyst')
	const [id = ''] = await desk.receive(1)
	await assignCase(desk, { id, version: 1, to: analyst.id }, supervisor, anyone)
	await moveCase(desk, { id, version: 2, to: 'triaged' }, supervisor)
	return { desk, supervisor, analyst, other, id }
}

const toAsked = (id: string) =>
	({ act: 'classify-illegal', subject: id, digest: toFindingDigest({ id, category: undefined }) }) as const

const agree = async (desk: TestDesk, id: string, asker: Person, second: Person): Promise<string> => {
	const asked = toAsked(id)
	const approval = await askApproval(desk.db, asked, asker, desk.now())
	await decideApproval(desk.db, { id: approval, grants: true, wait: 0 }, second, desk.now())
	return approval
}

describe.each(engines)('cases on %s', (engine) => {
	test('every report gets one case, however often and by how many it is asked', async () => {
		const desk = await openDesk(engine)
		const arrivals = Array.from({ length: 30 }, (_, at) => ({
			report: randomUUID(),
			epoch: '2026-11',
			lane: at === 0 ? ('danger' as const) : ('normal' as const),
			hour: new Date('2026-11-26T09:00:00Z'),
		}))
		const made = await Promise.all([1, 2, 3].map(() => openCases(desk.db, arrivals, desk.time, start)))
		expect(made.reduce((sum, count) => sum + count, 0)).toBe(30)
		const [first, ...rest] = await listQueue(desk.db)
		expect(rest).toHaveLength(29)
		expect(first).toMatchObject({
			lane: 'danger',
			clock: 'danger-eye',
			due: new Date('2026-11-26T09:30:00Z'),
		})
		expect(rest[0]).toMatchObject({ clock: 'first-answer', due: new Date('2026-11-26T21:15:00Z') })
	})

	test('of two analysts who change one case, the second is told and nothing is lost', async () => {
		const { desk, analyst, supervisor, id } = await begin(engine)
		const { version } = await desk.get(id)
		const changes = await Promise.allSettled([
			setCategory(desk, { id, version, category: 'scam' }, supervisor),
			setCategory(desk, { id, version, category: 'grooming' }, analyst),
		])
		const [kept] = changes.filter((change) => change.status === 'fulfilled')
		const [lost] = changes.filter((change) => change.status === 'rejected')
		expect(lost?.reason).toMatchObject({ code: 'case.changed', status: 409 })
		expect((await desk.get(id)).category).toBe(kept?.value.category)
	})

	test('nothing is called illegal by one person, nor by two that are the same or may not', async () => {
		const { desk, analyst, other, id } = await begin(engine)
		const move = { id, version: 3, to: 'assessed' } as const
		await expect(moveCase(desk, move, analyst)).rejects.toMatchObject({ code: 'approval.missing' })
		const asked = toAsked(id)
		const approval = await askApproval(desk.db, asked, analyst, desk.now())
		const decide = (person: Person) =>
			decideApproval(desk.db, { id: approval, grants: true, wait: 0 }, person, desk.now())
		await expect(decide(analyst)).rejects.toMatchObject({ code: 'approval.same-person' })
		await expect(decide(await desk.hire('Nora', 'auditor'))).rejects.toMatchObject({
			code: 'approval.same-person',
		})
		await decide(other)
		await moveCase(desk, { ...move, approval }, analyst)
		expect((await desk.get(id)).status).toBe('assessed')
		await moveCase(desk, { id, version: 4, to: 'triaged', reason: 'lawful' }, analyst)
		const again = moveCase(desk, { ...move, version: 5, approval }, analyst)
		await expect(again, 'a second time').rejects.toMatchObject({ code: 'approval.missing' })
	})

	test('a case is with the police only once a dossier has left by two persons', async () => {
		const { desk, analyst, other, supervisor, id } = await begin(engine)
		const assessing = { id, version: 3, to: 'assessed' } as const
		await moveCase(desk, { ...assessing, approval: await agree(desk, id, analyst, other) }, analyst)
		const move = { id, version: 4, to: 'first-police' } as const
		await expect(moveCase(desk, move, analyst)).rejects.toMatchObject({ code: 'approval.missing' })
		const manifest = 'c'.repeat(64)
		const asked = { act: 'export', subject: id, digest: manifest } as const
		const approval = await askApproval(desk.db, asked, analyst, desk.now())
		await decideApproval(desk.db, { id: approval, grants: true, wait: 0 }, supervisor, desk.now())
		await exportDossier(desk, { id, manifest, token: 'AAAA-BBBB-CCCC-DDDD', approval }, analyst)
		expect((await findCase(desk.db, id))?.clocks.map(({ clock }) => clock)).not.toContain('police')
		expect(await moveCase(desk, move, analyst)).toMatchObject({ status: 'first-police' })
	})

	test('an agreement is void when the second person has lost the role since, and after a day', async () => {
		const { desk, analyst, other, id } = await begin(engine)
		const approval = await agree(desk, id, analyst, other)
		await setRoles(desk.db, { id: other.id, held: ['statistician'] })
		const move = { id, version: 3, to: 'assessed', approval } as const
		await expect(moveCase(desk, move, analyst)).rejects.toMatchObject({ code: 'approval.missing' })
		await setRoles(desk.db, { id: other.id, held: ['analyst'] })
		desk.pass(25)
		await expect(moveCase(desk, move, analyst)).rejects.toMatchObject({ code: 'approval.missing' })
	})

	test('what waits for a second person is listed for a day, and asked once', async () => {
		const { desk, analyst, other, id } = await begin(engine)
		const asked = toAsked(id)
		const first = await askApproval(desk.db, asked, analyst, desk.now())
		expect(await askApproval(desk.db, asked, analyst, desk.now())).toBe(first)
		await expect(askApproval(desk.db, asked, other, desk.now())).rejects.toMatchObject({
			code: 'approval.asked',
		})
		expect(await listApprovals(desk.db, desk.now())).toMatchObject([
			{ id: first, askedBy: analyst.id, state: 'asked' },
		])
		desk.pass(25)
		expect(await listApprovals(desk.db, desk.now())).toEqual([])
		expect(await askApproval(desk.db, asked, other, desk.now())).not.toBe(first)
	})

	test('a look at a place that is still there starts its clock anew', async () => {
		const { desk, analyst, other, id } = await begin(engine)
		const approval = await agree(desk, id, analyst, other)
		await moveCase(desk, { id, version: 3, to: 'assessed', approval }, analyst)
		await moveCase(desk, { id, version: 4, to: 'notified' }, analyst)
		const getDue = async () =>
			(await findCase(desk.db, id))?.clocks.find(({ clock }) => clock === 'recheck')?.due.getTime() ?? 0
		const before = await getDue()
		desk.pass(3)
		await noteRecheck(desk, { id, version: 5 }, analyst)
		expect((await getDue()) - before).toBe(3 * 3_600_000)
	})

	test('days of exposure are listed, and forgotten', async () => {
		const { desk, analyst } = await begin(engine)
		for (const day of ['2026-10-01', '2026-11-26'])
			await noteExposure(desk.db, analyst.id, day, { minutes: 5, items: 1, severity: 2 })
		expect(await listExposure(desk.db, '2026-10-01', '2026-11-26')).toHaveLength(2)
		expect(await pruneExposure(desk.db, '2026-11-01')).toBe(1)
		expect(await listExposure(desk.db, '2026-10-01', '2026-11-26')).toEqual([
			{ person: analyst.id, day: '2026-11-26', minutes: 5, items: 1, severity: 2 },
		])
	})

	test('an agreement made for another analyst cannot be used', async () => {
		const { desk, analyst, other, supervisor, id } = await begin(engine)
		const approval = await agree(desk, id, other, supervisor)
		const move = moveCase(desk, { id, version: 3, to: 'assessed', approval }, analyst)
		await expect(move).rejects.toMatchObject({ code: 'approval.missing' })
	})

	test('who has not been given a case neither moves nor opens it', async () => {
		const { desk, other, id } = await begin(engine)
		const move = moveCase(desk, { id, version: 3, to: 'closed', reason: 'answered' }, other)
		await expect(move).rejects.toMatchObject({ code: 'case.not-allowed' })
		await expect(openForReading(desk, [id], other)).rejects.toMatchObject({ code: 'case.not-allowed' })
		expect((await desk.get(id)).version).toBe(3)
	})

	test('a refused move leaves no step and no entry in the record', async () => {
		const { desk, analyst, id } = await begin(engine)
		const before = [await countEntries(desk), (await findCase(desk.db, id))?.steps.length]
		await expect(moveCase(desk, { id, version: 3, to: 'removed' }, analyst)).rejects.toMatchObject({
			code: 'case.no-move',
		})
		const closing = moveCase(desk, { id, version: 3, to: 'closed' }, analyst)
		await expect(closing).rejects.toMatchObject({ code: 'case.reason-missing' })
		expect([await countEntries(desk), (await findCase(desk.db, id))?.steps.length]).toEqual(before)
	})

	test('every step stands in the public record, and its content opens the commitment', async () => {
		const { desk, id } = await begin(engine)
		const { rows } = await sql<{ content: string; good: boolean }>`
			select content, sha256('\\x74686971612f763100'::bytea || salt || convert_to(content, 'UTF8')) = commitment as good
			from act_record join audit_entry on audit_entry.id = entry where case_id = ${id}`.execute(desk.db)
		expect(rows.every(({ good }) => good)).toBe(true)
		expect(rows.map(({ content }) => (JSON.parse(content) as { act: string }).act).sort()).toEqual([
			'case/assigned',
			'case/moved',
		])
	})

	test('times of steps are quarters of an hour, those of reports whole hours', async () => {
		const { desk, id } = await begin(engine)
		const view = await findCase(desk.db, id)
		expect(view?.desk.opened).toEqual(new Date('2026-11-26T09:00:00Z'))
		expect(view?.steps.map(({ at }) => at.toISOString().slice(11, 19))).toEqual([
			'09:00:00',
			'09:15:00',
			'09:15:00',
		])
	})

	test('a closed case is taken up when its reporter writes again, and by nobody else', async () => {
		const { desk, analyst, id } = await begin(engine)
		await moveCase(desk, { id, version: 3, to: 'closed', reason: 'answered' }, analyst)
		expect(await listQueue(desk.db)).toEqual([])
		const again = moveCase(desk, { id, version: 4, to: 'triaged' }, analyst)
		await expect(again).rejects.toMatchObject({ code: 'case.no-move' })
		const [report = ''] = (await findCase(desk.db, id))?.reports.map((row) => row.report) ?? []
		expect(await noteReporterWord(desk, report, 1)).toMatchObject({ status: 'triaged' })
		expect(await listQueue(desk.db)).toMatchObject([{ id, clock: 'next-answer' }])
		expect(await noteReporterWord(desk, randomUUID(), 1)).toBeUndefined()
	})

	test('a letter that two looks at once have seen is counted once, and the next one is noticed', async () => {
		const { desk, id } = await begin(engine)
		const [report = ''] = (await findCase(desk.db, id))?.reports.map((row) => row.report) ?? []
		const countWritten = async () =>
			(await findCase(desk.db, id))?.steps.filter(({ kind }) => kind === 'reporter-wrote').length
		await Promise.all([1, 2].map(() => noteReporterWord(desk, report, 1)))
		expect(await countWritten()).toBe(1)
		await noteReporterWord(desk, report, 2)
		expect(await countWritten()).toBe(2)
	})

	test('the page of a reporter says what the desk has done, in coarse words', async () => {
		const { desk, id } = await begin(engine)
		const { rows } = await sql`select status from report_status
			join case_report on case_report.report = report_status.report where case_id = ${id}`.execute(desk.db)
		expect(rows).toEqual([{ status: 'looked-at' }])
	})

	test('nobody whose day is full is given a case', async () => {
		const { desk, supervisor, analyst } = await begin(engine)
		const [id = ''] = await desk.receive(1)
		await noteExposure(desk.db, analyst.id, '2026-11-26', { minutes: 200, items: 1, severity: 3 })
		await noteExposure(desk.db, analyst.id, '2026-11-26', { minutes: 40, items: 1, severity: 3 })
		const canTake = canTakeCase(toPolicy({}), '2026-11-26')
		const giving = assignCase(desk, { id, version: 1, to: analyst.id }, supervisor, canTake)
		await expect(giving).rejects.toMatchObject({ code: 'case.person-resting' })
		const tomorrow = canTakeCase(toPolicy({}), '2026-11-27')
		expect(await assignCase(desk, { id, version: 1, to: analyst.id }, supervisor, tomorrow)).toMatchObject({
			assignee: analyst.id,
			supervisor: supervisor.id,
		})
	})

	test('more than twenty cases in one go take a second person, who agreed to these', async () => {
		const { desk, supervisor } = await begin(engine)
		const second = await desk.hire('Hind', 'supervisor')
		const ids = await desk.receive(21)
		await expect(openForReading(desk, ids, supervisor)).rejects.toMatchObject({ code: 'approval.missing' })
		const asked = { act: 'open-many', subject: 'cases', digest: toOpenDigest(ids) } as const
		const approval = await askApproval(desk.db, asked, supervisor, desk.now())
		await decideApproval(desk.db, { id: approval, grants: true, wait: 0 }, second, desk.now())
		const others = [...ids.slice(1), ...(await desk.receive(1))]
		await expect(openForReading(desk, others, supervisor, approval)).rejects.toMatchObject({
			code: 'approval.missing',
		})
		const before = await countEntries(desk)
		expect((await openForReading(desk, ids, supervisor, approval)).size).toBe(21)
		expect(await countEntries(desk)).toBe(before + 22)
		expect((await openForReading(desk, ids.slice(0, 20), supervisor)).size).toBe(20)
	})
})
