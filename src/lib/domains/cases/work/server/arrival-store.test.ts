import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { toHour } from '#base'
import { openDesk, start } from '../../../../../../tests/support/cases.ts'
import { engines } from '../../../../../../tests/support/database.ts'
import { fileArrivals } from './arrival-store.ts'

const epoch = '2026-11'

describe.each(engines)('what has come is filed on %s', (engine) => {
	const begin = async () => {
		const salt = Buffer.alloc(32)
		const desk = await openDesk(engine)
		const { db } = desk
		await sql`insert into epoch (id, recipient, answer_key, begins, ends, state, record)
			values (${epoch}, 'age1', '', '2026-11-01', '2026-11-30', 'current', '')`.execute(db)
		const report = async (lane: 'danger' | 'normal'): Promise<string> => {
			const [id, entry, hour] = [randomUUID(), randomUUID(), toHour(start)]
			await sql`insert into report (id, epoch, sealed_by, lane, entry, hour, salt, commitment, sealed)
				values (${id}, ${epoch}, 'browser', ${lane}, ${entry}, ${hour}, ${salt}, ${salt}, ${salt})`.execute(
				db,
			)
			return id
		}
		const write = async (to: string, n: number): Promise<void> => {
			await sql`insert into mailbox_message (id, report, n, sender, sealed, hour)
				values (${randomUUID()}, ${to}, ${n}, 'reporter', ${salt}, ${toHour(start)})`.execute(db)
		}
		const list = () => db.selectFrom('desk_case').select(['id', 'lane', 'status']).orderBy('lane').execute()
		const countWords = async (): Promise<number> =>
			(await db.selectFrom('case_step').select('id').where('kind', '=', 'reporter-wrote').execute()).length
		return { desk, report, write, list, countWords }
	}

	test('every report becomes one case, however often it is asked for and by how many', async () => {
		const { desk, report, list } = await begin()
		await report('normal')
		await report('danger')
		const made = await Promise.all([fileArrivals(desk), fileArrivals(desk)])
		expect(made.reduce((sum, some) => sum + some, 0)).toBe(2)
		expect(await fileArrivals(desk)).toBe(0)
		expect((await list()).map(({ lane }) => lane)).toEqual(['danger', 'normal'])
	})

	test('each letter of a reporter is one step of the case, and no more', async () => {
		const { desk, report, write, countWords } = await begin()
		const id = await report('normal')
		await fileArrivals(desk)
		expect(await countWords()).toBe(0)
		await write(id, 1)
		await write(id, 2)
		await fileArrivals(desk)
		await fileArrivals(desk)
		expect(await countWords()).toBe(2)
		await write(id, 3)
		await fileArrivals(desk)
		expect(await countWords()).toBe(3)
	})
})
