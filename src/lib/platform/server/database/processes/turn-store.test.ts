import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { database, engines } from '../../../../../../tests/support/database.ts'
import { createTurn } from './turn-store.ts'

describe.each(engines)('the turn of one process on %s', (engine) => {
	test('one has it, keeps it by asking again, and the next gets it when it is given back', async () => {
		const { kysely } = await database(engine)
		const [first, second, other] = [
			createTurn(kysely, 'desk'),
			createTurn(kysely, 'desk'),
			createTurn(kysely, 'post'),
		]
		expect(await first.isOurs()).toBe(true)
		expect([await second.isOurs(), await first.isOurs(), await other.isOurs()]).toEqual([false, true, true])
		await second.giveBack()
		expect([await second.isOurs(), await first.isOurs()], 'what is not held cannot be given back').toEqual([
			false,
			true,
		])
		await first.giveBack()
		expect([await second.isOurs(), await first.isOurs()]).toEqual([true, false])
	})

	test('of many that ask at once, one gets it', async () => {
		const { kysely } = await database(engine)
		const turns = Array.from({ length: 8 }, () => createTurn(kysely, 'desk'))
		const got = await Promise.all(turns.map((turn) => turn.isOurs()))
		expect(got.filter(Boolean)).toHaveLength(1)
	})

	test('a holder that asks no more has lost it once its lease is over', async () => {
		const { kysely } = await database(engine)
		const [gone, next] = [createTurn(kysely, 'desk'), createTurn(kysely, 'desk')]
		await gone.isOurs()
		expect(await next.isOurs()).toBe(false)
		await sql`update upkeep_turn set until = clock_timestamp() - interval '1 second'`.execute(kysely)
		expect([await next.isOurs(), await gone.isOurs()]).toEqual([true, false])
	})
})
