/** Growth of a record that tells nothing of what comes in: once an hour, by whole steps, also when nothing came. */
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { openRecord, verifyRecord } from '#platform'
import { engines, type EngineName } from '../../../../../tests/support/database.ts'
import { testRecord } from '../../../../../tests/support/record.ts'
import { checkErasure, getKey } from '../../../../../tests/support/verified-record.ts'
import { paddingStep } from './padding.ts'

const at = (time: string): Date => new Date(`2026-11-24T${time}Z`)

const begin = async (engine: EngineName) => {
	const own = await testRecord(engine)
	const { dataDir, database } = own
	const open = () =>
		openRecord({
			kysely: database.kysely,
			dataDir,
			origin: 'https://desk.example',
			witnesses: [],
			isHourly: true,
		})
	const record = await open()
	/** As the process does it at each look. Answers by how much the record grew. */
	const look = async (time: string, one = record): Promise<number> =>
		(await one.hasWaiting(at(time))) ? one.sequence(at(time)) : 0
	const verify = () => verifyRecord(database, { key: getKey(own), witnesses: [], checkErasure })
	return { ...own, record, open, look, verify }
}

describe.each(engines)('an hourly record on %s', (engine) => {
	test('grows at full hours by whole steps, whether nothing came, one thing or many', async () => {
		const { add, look, record, verify } = await begin(engine)
		expect(await look('09:20:00')).toBe(paddingStep)
		const [id = ''] = await add(1)
		for (const time of ['09:20:05', '09:45:00', '09:59:59']) expect(await look(time), time).toBe(0)
		expect(await record.findInclusion({ id })).toBe('waiting')
		expect(await look('10:00:02')).toBe(paddingStep)
		expect(await record.findInclusion({ id })).toMatchObject({ index: expect.any(Number) as number })
		expect(await look('11:00:01'), 'nothing came').toBe(paddingStep)
		await add(paddingStep)
		expect(await look('12:00:01'), 'a whole step came').toBe(paddingStep)
		await add(paddingStep + 1)
		expect(await look('13:00:01')).toBe(2 * paddingStep)
		expect(await verify()).toMatchObject({
			problem: undefined,
			entries: 6 * paddingStep,
			acts: 2 * paddingStep + 2,
			padding: 4 * paddingStep - 2,
			unexplained: 0,
		})
	})

	test('grows once, however many processes look', async () => {
		const { look, open, record } = await begin(engine)
		const other = await open()
		const grown = await Promise.all([look('09:00:00'), look('09:00:00', other), look('09:00:00')])
		expect(grown.toSorted((a, b) => b - a)).toEqual([paddingStep, 0, 0])
		expect(await record.findCheckpoint()).toMatchObject({ size: paddingStep })
	})

	test('has no leaf that is like another, and an entry whose explanation was taken out or changed is found', async () => {
		const { look, record, verify, db } = await begin(engine)
		await look('09:00:00')
		const leaves = (await record.listLeaves(0, 100)).map((leaf) => Buffer.from(leaf).toString('hex'))
		expect(new Set(leaves).size).toBe(paddingStep)
		await sql`update audit_padding set content = 'thiqa/padding/v2' where entry = (select min(entry::text)::uuid from audit_padding)`.execute(
			db,
		)
		expect((await verify()).problem).toMatch(/^leaf \d+: the entry that stands for nothing is not the one/u)
		await sql`delete from audit_padding where content = 'thiqa/padding/v2'`.execute(db)
		expect(await verify()).toMatchObject({
			problem: expect.stringMatching(/^leaf \d+: nothing is kept behind it/u) as string,
			unexplained: 1,
		})
	})
})
