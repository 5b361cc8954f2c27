import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { openDesk, type TestDesk } from '../../../../../../tests/support/cases.ts'
import { engines, type EngineName } from '../../../../../../tests/support/database.ts'
import { noteReporterWord } from '../../answers/server/word-store.ts'
import { openForReading } from '../../reading/server/open-store.ts'
import { noteSeen } from '../../reading/server/seen-store.ts'
import { decideApproval } from '#domains/approvals/server'
import { askToCloseWave, closeWave } from './close-wave.ts'
import { listWaves } from './crowd-waves.ts'
import { countQueue, listQueue } from './queue.ts'
import { countWaiting, listUnseen } from './unseen.ts'

/** Cases of danger that came in one wave; of the first `worked` the work was done. */
const flood = async (desk: TestDesk, count: number, worked = 0): Promise<string[]> => {
	const ids = await desk.receive(count, { lane: 'danger' })
	const reports = await desk.db
		.selectFrom('case_report')
		.select(['report', 'case_id'])
		.where('case_id', 'in', ids)
		.execute()
	const wave = randomUUID()
	await desk.db
		.insertInto('report_crowd')
		.values(reports.map(({ report, case_id }) => ({ report, wave, worked: ids.indexOf(case_id) < worked })))
		.execute()
	return ids
}

/** Has the reporter of each case write a letter, the first or a later one. */
const write = async (desk: TestDesk, ids: readonly string[], letters = 1): Promise<void> => {
	for (const id of ids) {
		const found = desk.db.selectFrom('case_report').select('report').where('case_id', '=', id)
		await noteReporterWord(desk, (await found.executeTakeFirstOrThrow()).report, letters)
	}
}

const begin = async (engine: EngineName) => {
	const desk = await openDesk(engine)
	return { desk, amal: await desk.hire('Amal', 'supervisor') }
}
const listIds = async ({ db }: TestDesk, asked = {}): Promise<string[]> =>
	(await listQueue(db, asked)).map(({ id }) => id)

describe.each(engines)('a flood of danger in the queue on %s', (engine) => {
	test('is one view apart, and one alarm, beside which an honest one is heard', async () => {
		const { desk } = await begin(engine)
		const [before = ''] = await desk.receive(1, { lane: 'danger' })
		const false_ = await flood(desk, 30)
		expect(await listIds(desk)).toEqual([before])
		expect((await listIds(desk, { whose: 'crowd' })).sort()).toEqual([...false_].sort())
		expect(await countQueue(desk.db, {})).toMatchObject({ all: 1, free: 1, crowd: 30 })
		const rung = await listUnseen(desk.db)
		expect(rung).toHaveLength(2)
		expect(rung[0]).toBe(before)
		const [honest = ''] = await flood(desk, 1, 1)
		const heard = await listUnseen(desk.db)
		expect(
			heard.filter((id) => !rung.includes(id)),
			'the pager rings for it',
		).toEqual([honest])
		expect((await countWaiting(desk.db)).unseen).toBe(3)
	})

	test('a thousand more change neither the alarm of an honest one nor its place', async () => {
		const { desk } = await begin(engine)
		await flood(desk, 1200)
		const [honest = ''] = await flood(desk, 1, 1)
		expect(await listUnseen(desk.db)).toContain(honest)
		expect(await listIds(desk)).toEqual([honest])
	})

	test('who could do no work is read in turn: one after two, and a few of one minute are no flood', async () => {
		const { desk } = await begin(engine)
		const worked = new Set(await flood(desk, 6, 6))
		const plain = await flood(desk, 4)
		expect((await listIds(desk)).map((id) => worked.has(id))).toEqual([
			true,
			true,
			false,
			true,
			true,
			false,
			true,
			true,
			false,
			false,
		])
		expect((await countQueue(desk.db, {})).crowd).toBe(0)
		expect((await listUnseen(desk.db)).filter((id) => plain.includes(id))).toHaveLength(4)
	})

	test('one of a flood that somebody has seen stands for itself from then on, and the others go on ringing', async () => {
		const { desk, amal } = await begin(engine)
		const [real = '', ...others] = await flood(desk, 12)
		await openForReading(desk, [real], amal)
		expect(await listIds(desk)).toEqual([])
		await noteSeen(desk, real, amal)
		expect(await listIds(desk)).toEqual([real])
		expect((await listIds(desk, { whose: 'crowd' })).sort()).toEqual(others.sort())
		expect(await listUnseen(desk.db)).toHaveLength(1)
	})

	test('of which each reporter has written a letter is still one alarm and one line; a few who wrote stand for themselves', async () => {
		const { desk, amal } = await begin(engine)
		const ids = await flood(desk, 30)
		await write(desk, ids.slice(0, 9))
		expect((await listIds(desk)).sort()).toEqual(ids.slice(0, 9).sort())
		expect(await listUnseen(desk.db)).toHaveLength(10)
		await write(desk, ids.slice(9, 20))
		expect(await listIds(desk)).toEqual([])
		expect((await listUnseen(desk.db)).length, 'who wrote, and who did not').toBe(2)
		const waves = await listWaves(desk.db, amal.id)
		expect(waves.map(({ wrote, cases, sample }) => [wrote, cases.length, sample])).toEqual([
			[true, 20, 10],
			[false, 10, 10],
		])
		await write(desk, ids.slice(20))
		expect(await listUnseen(desk.db)).toHaveLength(1)
		const [honest = ''] = await flood(desk, 1)
		await write(desk, [honest])
		expect(await listIds(desk)).toEqual([honest])
	})

	describe('is closed by two persons', () => {
		/** So many of a wave, of which each person has read so many, not all the same. */
		const read = async (
			desk: TestDesk,
			ids: readonly string[],
			person: Awaited<ReturnType<TestDesk['hire']>>,
		) => {
			for (const id of ids) {
				await openForReading(desk, [id], person)
				await noteSeen(desk, id, person)
			}
		}
		const open = async () => {
			const desk = await openDesk(engine)
			const [youssef, salma] = [await desk.hire('Youssef', 'triager'), await desk.hire('Salma', 'supervisor')]
			const ids = await flood(desk, 14)
			const { wave } = await desk.db.selectFrom('report_crowd').select('wave').executeTakeFirstOrThrow()
			return { desk, youssef, salma, ids, closing: { wave, reason: 'spam' } as const }
		}
		const agree = (desk: TestDesk, id: string, person: { id: string }) =>
			decideApproval(desk.db, { id, grants: true, wait: 0 }, person, desk.now())

		test('who have both read a sample, for what is left of it; what they read is closed by nobody', async () => {
			const { desk, youssef, salma, ids, closing } = await open()
			await expect(askToCloseWave(desk, closing, youssef)).rejects.toMatchObject({ code: 'case.no-sample' })
			await read(desk, ids.slice(0, 10), youssef)
			const [wave] = await listWaves(desk.db, youssef.id)
			expect(wave).toMatchObject({ id: closing.wave, read: 10, sample: 10 })
			expect([...(wave?.cases ?? [])].sort()).toEqual(ids.slice(10).sort())
			const approval = await askToCloseWave(desk, closing, youssef)
			await agree(desk, approval, salma)
			const close = () => closeWave(desk, { ...closing, approval }, youssef)
			await expect(close(), 'the second has read nothing').rejects.toMatchObject({ code: 'case.no-sample' })
			await read(desk, ids.slice(0, 10), salma)
			expect(await listUnseen(desk.db), 'the alarm of the rest goes on').toHaveLength(1)
			expect(await close()).toBe(4)
			expect(await listUnseen(desk.db)).toEqual([])
			expect((await listIds(desk)).sort()).toEqual(ids.slice(0, 10).sort())
			for (const id of ids.slice(10))
				expect(await desk.get(id)).toMatchObject({ status: 'closed', reason: 'spam' })
			await expect(close()).rejects.toMatchObject({ code: 'case.changed' })
		})

		test('and those that letters open again are one line again, unless somebody has seen them', async () => {
			const { desk, youssef, salma, ids, closing } = await open()
			const more = await flood(desk, 12)
			for (const person of [youssef, salma]) await read(desk, ids.slice(0, 10), person)
			await write(desk, more)
			const [wave] = await listWaves(desk.db, youssef.id)
			expect(wave).toMatchObject({ wrote: true, read: 0, sample: 10 })
			const approval = await askToCloseWave(desk, closing, youssef)
			await agree(desk, approval, salma)
			expect(await closeWave(desk, { ...closing, approval }, youssef), 'none of who wrote').toBe(4)

			for (const person of [youssef, salma]) await read(desk, more.slice(0, 10), person)
			const again = { wave: wave?.id ?? '', reason: 'spam' } as const
			const second = await askToCloseWave(desk, again, youssef)
			await agree(desk, second, salma)
			expect(await closeWave(desk, { ...again, approval: second }, youssef)).toBe(2)
			await write(desk, more.slice(11), 2)
			expect((await listWaves(desk.db, youssef.id)).map(({ cases }) => cases)).toEqual([[more[11]]])
			await write(desk, more.slice(0, 1), 2)
			expect(await listIds(desk)).toContain(more[0])
		})

		test('and not by one, not for another reason, not when one of it has turned out to be somebody', async () => {
			const { desk, youssef, salma, ids, closing } = await open()
			for (const person of [youssef, salma]) await read(desk, ids.slice(0, 10), person)
			const approval = await askToCloseWave(desk, closing, youssef)
			await expect(agree(desk, approval, youssef)).rejects.toMatchObject({ code: 'approval.same-person' })
			const close = (more = {}) => closeWave(desk, { ...closing, approval, ...more }, youssef)
			await expect(close()).rejects.toMatchObject({ code: 'approval.missing' })
			await agree(desk, approval, salma)
			await expect(close({ reason: 'lawful' })).rejects.toMatchObject({ code: 'approval.missing' })
			await read(desk, ids.slice(10, 11), salma)
			await expect(close()).rejects.toMatchObject({ code: 'approval.missing' })
			expect((await desk.get(ids[12] ?? '')).status).toBe('received')
		})
	})
})
