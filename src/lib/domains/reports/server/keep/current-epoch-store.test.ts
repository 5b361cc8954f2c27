import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { AppError } from '#base'
import { makeFolder } from '../../../../../../tests/support/child.ts'
import { database } from '../../../../../../tests/support/database.ts'
import { getDemonstrationEpoch, getDemonstrationRoot } from '../keys/demonstration.ts'
import { createCurrentEpoch } from './current-epoch.ts'

const now = (): Date => new Date('2026-03-01T10:00:00Z')

beforeEach(() => void vi.useFakeTimers({ toFake: ['performance'] }))
afterEach(() => void vi.useRealTimers())

/** The epoch of a demonstration, and how often the database was asked for it. */
const open = async () => {
	const { kysely } = await database('pglite')
	const db = kysely
	const dataDir = makeFolder()
	const { key: root } = await getDemonstrationRoot(dataDir)
	const asked = vi.spyOn(db, 'selectFrom')
	const makeRecord = async (): Promise<string> => (await getDemonstrationEpoch(dataDir, now())).record
	const getEpoch = createCurrentEpoch({ db, root, now, makeRecord })
	await getEpoch()
	asked.mockClear()
	return { db, root, getEpoch, asked, later: () => vi.advanceTimersByTime(5001) }
}

test('many who ask at once are served by one look, and within five seconds by none', async () => {
	const { getEpoch, asked, later } = await open()
	await Promise.all(Array.from({ length: 64 }, getEpoch))
	expect(asked).toHaveBeenCalledTimes(0)
	later()
	const epochs = await Promise.all(Array.from({ length: 64 }, getEpoch))
	expect(asked).toHaveBeenCalledTimes(1)
	expect(new Set(epochs).size).toBe(1)
})

test('a record that was changed in the database is seen, and refused', async () => {
	const { db, getEpoch, later } = await open()
	await sql`update epoch set record = replace(record, '2026', '2027')`.execute(db)
	later()
	await expect(getEpoch()).rejects.toMatchObject({ code: 'reports.epoch-unsigned' })
	// And again: what was refused is not remembered as good.
	await expect(getEpoch()).rejects.toMatchObject({ code: 'reports.epoch-unsigned' })
})

test('a failed look is not kept: the next one who asks looks again', async () => {
	const { db, getEpoch, later } = await open()
	const [row] = await db.selectFrom('epoch').select('record').execute()
	await sql`update epoch set record = 'x'`.execute(db)
	later()
	await expect(getEpoch()).rejects.toMatchObject({ code: 'reports.epoch-unsigned' })
	await sql`update epoch set record = ${row?.record}`.execute(db)
	expect((await getEpoch()).record).toBe(row?.record)
})

test.each([
	['is gone', new Error('connection refused')],
	['answers that too many wait for it', new AppError('database.busy', 503, 'too many wait for it')],
])('an epoch that is known stays good while the database %s', async (_, problem) => {
	const { getEpoch, asked, later } = await open()
	const known = await getEpoch()
	asked.mockImplementation(() => {
		throw problem
	})
	later()
	expect(await getEpoch()).toBe(known)
	expect(asked).toHaveBeenCalledTimes(1)
})
