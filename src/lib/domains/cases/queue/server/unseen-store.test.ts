import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { openDesk, type TestDesk } from '../../../../../../tests/support/cases.ts'
import { engines, type EngineName } from '../../../../../../tests/support/database.ts'
import { moveCase } from '../../work/server/case-store.ts'
import { findCase } from '../../work/server/case-view.ts'
import { openForReading } from '../../reading/server/open-store.ts'
import { noteSeen } from '../../reading/server/seen-store.ts'
import { countWaiting, listUnseen } from './unseen.ts'

const listClocks = async ({ db }: TestDesk, id: string) =>
	(await findCase(db, id))?.clocks.map(({ clock }) => clock) ?? []
const listSteps = async ({ db }: TestDesk, id: string) =>
	(await findCase(db, id))?.steps.map(({ kind }) => kind) ?? []
const readPage = async ({ db }: TestDesk, id: string): Promise<string> =>
	(
		await sql<{ status: string }>`
			select status from report_status join case_report using (report) where case_id = ${id}`.execute(db)
	).rows[0]?.status ?? 'received'

const begin = async (engine: EngineName, count: number) => {
	const desk = await openDesk(engine)
	const [amal, hind] = [await desk.hire('Amal', 'supervisor'), await desk.hire('Hind', 'supervisor')]
	return { desk, amal, hind, ids: await desk.receive(count, { lane: 'danger' }) }
}

describe.each(engines)('unseen danger on %s', (engine) => {
	test('is what came with priority danger until somebody has seen it or puts it aside', async () => {
		const desk = await openDesk(engine)
		const supervisor = await desk.hire('Salma', 'supervisor')
		await desk.receive(3)
		expect(await countWaiting(desk.db)).toEqual({ unseen: 0, open: 3 })
		const [first = ''] = await desk.receive(1, { lane: 'danger' })
		desk.pass(1)
		const [second = ''] = await desk.receive(1, { lane: 'danger' })
		expect(await listUnseen(desk.db)).toEqual([first, second])
		expect(await countWaiting(desk.db)).toEqual({ unseen: 2, open: 5 })
		await openForReading(desk, [first], supervisor)
		await noteSeen(desk, first, supervisor)
		expect(await listUnseen(desk.db)).toEqual([second])
		await moveCase(desk, { id: second, version: 1, to: 'triaged' }, supervisor)
		expect(await listUnseen(desk.db)).toEqual([second])
		await moveCase(desk, { id: second, version: 2, to: 'closed', reason: 'spam' }, supervisor)
		expect(await countWaiting(desk.db)).toEqual({ unseen: 0, open: 4 })
	})

	test('stays unseen when it is opened in bulk, and when it is opened alone: handing out sealed bytes is no look', async () => {
		const { desk, amal, ids } = await begin(engine, 4)
		await openForReading(desk, ids.slice(0, 3), amal)
		await openForReading(desk, ids.slice(3), amal)
		expect(await countWaiting(desk.db)).toEqual({ unseen: 4, open: 4 })
		for (const id of ids) {
			expect(await listClocks(desk, id)).toContain('danger-eye')
			expect(await listClocks(desk, id)).not.toContain('danger-police')
			expect(await readPage(desk, id), 'nobody has read it').toBe('received')
			expect(await listSteps(desk, id), 'each opening is written down').toEqual(['received', 'opened'])
		}
	})

	test('one of a batch that was read leaves the alarm to the others, and starts its own clock of the police', async () => {
		const { desk, amal, ids } = await begin(engine, 3)
		const [first = '', second = '', third = ''] = ids
		await openForReading(desk, ids, amal)
		await noteSeen(desk, second, amal)
		expect((await listUnseen(desk.db)).sort()).toEqual([first, third].sort())
		expect(await listClocks(desk, second)).toContain('danger-police')
		expect(await listClocks(desk, second)).not.toContain('danger-eye')
		expect(await readPage(desk, second)).toBe('looked-at')
		expect(await readPage(desk, first)).toBe('received')
	})

	test('is seen by whoever comes first: a second person looks at it and nothing begins anew', async () => {
		const { desk, amal, hind, ids } = await begin(engine, 1)
		const [id = ''] = ids
		await openForReading(desk, [id], amal)
		await openForReading(desk, [id], hind)
		await noteSeen(desk, id, hind)
		const police = (await findCase(desk.db, id))?.clocks.find(({ clock }) => clock === 'danger-police')
		desk.pass(0.5)
		await noteSeen(desk, id, amal)
		expect(await listUnseen(desk.db)).toEqual([])
		const again = (await findCase(desk.db, id))?.clocks.find(({ clock }) => clock === 'danger-police')
		expect(again?.due).toEqual(police?.due)
	})

	test('a second report is danger of its own, though its reporter was read before', async () => {
		const { desk, amal, ids } = await begin(engine, 1)
		const [id = ''] = ids
		await openForReading(desk, [id], amal)
		await noteSeen(desk, id, amal)
		const [next = ''] = await desk.receive(1, { lane: 'danger' })
		expect(await listUnseen(desk.db)).toEqual([next])
	})
})

describe.each(engines)('having seen a case on %s', (engine) => {
	test('is a step of its own, once for each person, and stands in the public record', async () => {
		const { desk, amal, hind, ids } = await begin(engine, 1)
		const [id = ''] = ids
		await openForReading(desk, [id], amal)
		for (let look = 0; look < 3; look++) await noteSeen(desk, id, amal)
		await openForReading(desk, [id], hind)
		await noteSeen(desk, id, hind)
		expect(await listSteps(desk, id)).toEqual(['received', 'opened', 'seen', 'opened', 'seen'])
		const { rows } = await sql`select content::json->>'act' as act from act_record where case_id = ${id}
			and content::json->>'act' = 'case/seen'`.execute(desk.db)
		expect(rows).toHaveLength(2)
	})

	test('is refused to who has not opened it, and to who may not: an alarm is not silenced from outside', async () => {
		const { desk, amal, hind, ids } = await begin(engine, 1)
		const [id = ''] = ids
		const [analyst, auditor] = [await desk.hire('Youssef', 'analyst'), await desk.hire('Nora', 'auditor')]
		await openForReading(desk, [id], amal)
		await expect(noteSeen(desk, id, hind), 'a colleague has').rejects.toMatchObject({
			code: 'case.not-opened',
			status: 409,
		})
		for (const person of [analyst, auditor])
			await expect(noteSeen(desk, id, person)).rejects.toMatchObject({ code: 'case.not-allowed' })
		await expect(noteSeen(desk, crypto.randomUUID(), amal)).rejects.toMatchObject({ code: 'case.not-found' })
		expect(await listUnseen(desk.db)).toEqual([id])
		expect(await listSteps(desk, id)).toEqual(['received', 'opened'])
	})

	test('of a case without danger tells its reporter that it was read, and starts no clock', async () => {
		const desk = await openDesk(engine)
		const amal = await desk.hire('Amal', 'supervisor')
		const [id = ''] = await desk.receive(1)
		const before = await listClocks(desk, id)
		await openForReading(desk, [id], amal)
		await noteSeen(desk, id, amal)
		expect(await listClocks(desk, id)).toEqual(before)
		expect(await readPage(desk, id)).toBe('looked-at')
	})
})
