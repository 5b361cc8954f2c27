import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { openDesk, start, type TestDesk } from '../../../../../../tests/support/cases.ts'
import { engines } from '../../../../../../tests/support/database.ts'
import { selectLately } from './open-store.ts'

/** A year of a desk: three persons, a step each nine minutes. */
const fillYear = async ({ db }: TestDesk, id: string, people: readonly string[]): Promise<void> => {
	for (const [place, person] of people.entries())
		await sql`insert into case_step (id, case_id, kind, by, at, place)
			select gen_random_uuid(), ${id}, 'opened', ${person}, ${start}::timestamptz - number * interval '27 minutes',
				1000 + 20000 * ${place}::int + number from generate_series(1, 19000) as number`.execute(db)
	await sql`analyze case_step`.execute(db)
}

describe.each(engines)('counting what was opened in an hour, on %s', (engine) => {
	test('goes by person and time and reads no other step, however many there are', async () => {
		const desk = await openDesk(engine)
		const [id = ''] = await desk.receive(1)
		const people = [crypto.randomUUID(), crypto.randomUUID(), crypto.randomUUID()]
		await fillYear(desk, id, people)
		const lately = selectLately(desk.db, people[1] ?? '', start)
		const plan = JSON.stringify(await lately.explain('text', sql`analyze`))
		expect(plan).toContain('case_step_by_at')
		expect(plan).not.toContain('Seq Scan on case_step')
		expect(await lately.execute()).toEqual([{ case_id: id }])
	})
})
