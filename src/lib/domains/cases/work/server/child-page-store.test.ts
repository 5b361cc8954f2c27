import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { openDesk, type TestDesk } from '../../../../../../tests/support/cases.ts'
import { engines, type EngineName } from '../../../../../../tests/support/database.ts'
import { letterSizes, type Status as ChildStatus } from '#domains/reports'
import { makeIdentity, seal, toRecipient } from '#tools/seal/sealed'
import type { Status } from '../../status.ts'
import { answerAll, listAnswered, type AnswerAll } from '../../answers/server/answer-store.ts'
import { moveCase } from './case-store.ts'
import { findCase } from './case-view.ts'
import { leaveCluster, mergeCases } from '../../cluster/server/cluster-store.ts'
import { openForReading } from '../../reading/server/open-store.ts'
import { noteSeen } from '../../reading/server/seen-store.ts'
import { noteReporterWord } from '../../answers/server/word-store.ts'

const sealAnswer = async (): Promise<Uint8Array> => {
	const box = await toRecipient(await makeIdentity())
	const sealed = await seal('Salam', box.ok ? box.value : '', letterSizes)
	if (!sealed.ok) throw new Error('sealing an answer for a test')
	return sealed.value
}
const sealed = await sealAnswer()

const begin = async (engine: EngineName, count = 1) => {
	const desk = await openDesk(engine)
	const person = await desk.hire('Salma', 'supervisor')
	const ids = await desk.receive(count)
	const [id = '', other = '', third = ''] = ids
	const move = async (which: string, to: Status, more = {}) =>
		moveCase(desk, { id: which, version: (await desk.get(which)).version, to, ...more }, person)
	const answer = async (which: string, more: Partial<AnswerAll> = {}) => {
		const reach = more.reach ?? 'case'
		const answers = (await listAnswered(desk.db, { id: which, reach })).map(({ report }) => ({
			report,
			sealed,
		}))
		return answerAll(desk, { id: which, reach, answers, ...more }, person)
	}
	return { desk, person, ids, id, other, third, move, answer }
}

/** Status on the page of the case's reporter. */
const getPage = async ({ db }: TestDesk, id: string): Promise<ChildStatus> => {
	const { rows } = await sql<{ status: ChildStatus }>`select status from report_status
		join case_report on case_report.report = report_status.report where case_id = ${id}`.execute(db)
	return rows[0]?.status ?? 'received'
}
const getReport = async ({ db }: TestDesk, id: string): Promise<string> =>
	(await findCase(db, id))?.reports[0]?.report ?? ''
const listClocks = async ({ db }: TestDesk, id: string) =>
	(await findCase(db, id))?.clocks.map(({ clock }) => clock) ?? []

describe.each(engines)('the page of a reporter on %s', (engine) => {
	test('says that it was read as soon as somebody has seen the report, and not before', async () => {
		const { desk, person, id, other } = await begin(engine, 2)
		await openForReading(desk, [id, other], person)
		expect(await getPage(desk, id)).toBe('received')
		await noteSeen(desk, id, person)
		expect(await getPage(desk, id)).toBe('looked-at')
		expect(await getPage(desk, other)).toBe('received')
	})

	test('takes nothing back when a report is read after its answer', async () => {
		const { desk, person, id, answer } = await begin(engine)
		await openForReading(desk, [id], person)
		await answer(id, { status: 'needs-you' })
		await openForReading(desk, [id], person)
		await noteSeen(desk, id, person)
		expect(await getPage(desk, id)).toBe('needs-you')
	})

	test('says after an answer what its template says', async () => {
		const { desk, id, answer } = await begin(engine)
		await answer(id, { template: 'nothing-found', status: 'nothing-found' })
		expect(await getPage(desk, id)).toBe('nothing-found')
	})

	test('never says that nobody has read what was answered in own words', async () => {
		const { desk, id, answer } = await begin(engine)
		await answer(id)
		expect(await getPage(desk, id)).toBe('looked-at')
	})

	test('keeps what has happened when advice follows it', async () => {
		const { desk, id, answer } = await begin(engine)
		await answer(id, { status: 'sent-on' })
		await answer(id, { status: 'looked-at' })
		expect(await getPage(desk, id)).toBe('sent-on')
	})

	test('says after an answer to a cluster the same to everyone in it, and nothing to who is outside', async () => {
		const { desk, person, id, other, third, answer } = await begin(engine, 3)
		await mergeCases(desk, { ids: [id, other] }, person)
		await answer(id, { reach: 'cluster', status: 'removed' })
		expect(await Promise.all([id, other, third].map((one) => getPage(desk, one)))).toEqual([
			'removed',
			'removed',
			'received',
		])
	})

	test('says no more that a question waits, or that the work is over, once its reporter has written', async () => {
		const { desk, id, move, answer } = await begin(engine)
		await move(id, 'triaged')
		await answer(id, { status: 'needs-you' })
		await noteReporterWord(desk, await getReport(desk, id), 1)
		expect(await getPage(desk, id)).toBe('looked-at')
		await move(id, 'closed', { reason: 'answered' })
		expect(await getPage(desk, id)).toBe('closed')
		await noteReporterWord(desk, await getReport(desk, id), 2)
		expect(await getPage(desk, id)).toBe('looked-at')
	})

	test('says nothing new when a report that nobody has opened gets a second word', async () => {
		const { desk, id } = await begin(engine)
		await noteReporterWord(desk, await getReport(desk, id), 1)
		expect(await getPage(desk, id)).toBe('received')
	})

	test('of a duplicate says what is true of the case that is followed for its cluster', async () => {
		const { desk, person, id, other, third, move, answer } = await begin(engine, 3)
		await mergeCases(desk, { ids: [id, other] }, person)
		await answer(id, { reach: 'cluster' })
		await move(other, 'duplicate')
		await move(id, 'triaged')
		await move(id, 'not-illegal', { reason: 'lawful' })
		expect(await getPage(desk, other)).toBe('nothing-found')
		await answer(third)
		await mergeCases(desk, { ids: [third, id] }, person)
		await move(third, 'duplicate')
		expect(await getPage(desk, third), 'one that is counted as a duplicate afterwards').toBe('nothing-found')
	})

	test('of a duplicate says that the team works on it again when the followed case is taken up by its reporter', async () => {
		const { desk, person, id, other, move, answer } = await begin(engine, 2)
		await mergeCases(desk, { ids: [id, other] }, person)
		await answer(id, { reach: 'cluster' })
		await move(other, 'duplicate')
		await move(id, 'triaged')
		await move(id, 'closed', { reason: 'answered' })
		expect(await getPage(desk, other)).toBe('closed')
		await noteReporterWord(desk, await getReport(desk, id), 1)
		expect(await getPage(desk, other)).toBe('looked-at')
	})
})

describe.each(engines)('clocks of answers on %s', (engine) => {
	test('a case waits for its reporter only when something was sent since its last word', async () => {
		const { desk, id, move, answer } = await begin(engine)
		await move(id, 'triaged')
		await expect(move(id, 'waiting-reporter')).rejects.toMatchObject({ code: 'case.no-letter', status: 409 })
		expect(await listClocks(desk, id)).toContain('first-answer')
		await answer(id, { status: 'needs-you' })
		await noteReporterWord(desk, await getReport(desk, id), 1)
		await expect(move(id, 'waiting-reporter')).rejects.toMatchObject({ code: 'case.no-letter' })
		expect(await listClocks(desk, id)).toContain('next-answer')
		await answer(id)
		expect(await move(id, 'waiting-reporter')).toMatchObject({ status: 'waiting-reporter' })
		expect(await getPage(desk, id)).toBe('needs-you')
	})

	test('a duplicate is one of a case that is followed, and its reporter has been answered', async () => {
		const { desk, person, id, other, move, answer } = await begin(engine, 2)
		await answer(id)
		await expect(move(id, 'duplicate')).rejects.toMatchObject({ code: 'case.no-group', status: 409 })
		await mergeCases(desk, { ids: [id, other] }, person)
		await expect(move(other, 'duplicate')).rejects.toMatchObject({ code: 'case.no-letter' })
		expect(await listClocks(desk, other)).toContain('first-answer')
		await move(id, 'duplicate')
		await answer(other)
		const last = move(other, 'duplicate')
		await expect(last, 'the last one that is followed').rejects.toMatchObject({ code: 'case.no-group' })
	})

	test('a duplicate whose reporter writes is taken up: its letter is in the queue', async () => {
		const { desk, person, id, other, move, answer } = await begin(engine, 2)
		await mergeCases(desk, { ids: [id, other] }, person)
		await answer(id, { reach: 'cluster' })
		await move(other, 'duplicate')
		expect(await noteReporterWord(desk, await getReport(desk, other), 1)).toMatchObject({ status: 'triaged' })
		expect(await listClocks(desk, other)).toContain('next-answer')
	})

	test('a duplicate that is taken out of its cluster is a case of its own again', async () => {
		const { desk, person, id, other, move, answer } = await begin(engine, 2)
		await mergeCases(desk, { ids: [id, other] }, person)
		await answer(id, { reach: 'cluster' })
		await move(other, 'duplicate')
		await move(id, 'triaged')
		await move(id, 'closed', { reason: 'answered' })
		await leaveCluster(desk, other, person)
		expect(await desk.get(other)).toMatchObject({ status: 'triaged', cluster: undefined })
		expect(await getPage(desk, other)).toBe('looked-at')
	})

	test('the last case that is followed stays with its duplicates', async () => {
		const { desk, person, id, other, move, answer } = await begin(engine, 2)
		await mergeCases(desk, { ids: [id, other] }, person)
		await answer(id, { reach: 'cluster' })
		await move(other, 'duplicate')
		await expect(leaveCluster(desk, id, person)).rejects.toMatchObject({ code: 'case.followed' })
	})

	test('two who move two cases of one cluster at once do not wait for each other', async () => {
		const { desk, person, ids, id, other, move, answer } = await begin(engine, 12)
		await mergeCases(desk, { ids }, person)
		await answer(id, { reach: 'cluster' })
		await Promise.all(ids.slice(2).map((one) => move(one, 'duplicate')))
		await Promise.all([move(id, 'triaged'), move(other, 'triaged')])
		expect(await getPage(desk, ids[5] ?? '')).toBe('looked-at')
	})
})
