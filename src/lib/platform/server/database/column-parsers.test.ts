import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { emptyDatabase, engines } from '../../../../../tests/support/database.ts'
import { parseInt8 } from './column-parsers.ts'

test('parseInt8() refuses a number that would be changed', () => {
	expect(parseInt8('9007199254740991')).toBe(Number.MAX_SAFE_INTEGER)
	expect(() => parseInt8('9007199254740993')).toThrow(RangeError)
})

describe.each(engines)('columns on %s', (engine) => {
	test('come back as the same values', async () => {
		const { kysely } = await emptyDatabase(engine)
		const { rows } = await sql`select
			42::int8 as count, array[1, null, 3]::int8[] as counts, 1.50::numeric as amount, 2.5::float8 as share,
			'2026-11-25'::date as day, array['2026-11-25']::date[] as days, '2026-11-25 08:00'::timestamp as local,
			'2026-11-25 08:00+01'::timestamptz as moment, '{"a": [1]}'::jsonb as json, '\\x0102'::bytea as bytes,
			'b3a2c7c0-0000-4000-8000-000000000000'::uuid as id, true as yes, null as nothing,
			current_setting('TimeZone') as zone`.execute(kysely)
		expect(rows).toEqual([
			{
				count: 42,
				counts: [1, null, 3],
				amount: '1.50',
				share: 2.5,
				day: '2026-11-25',
				days: ['2026-11-25'],
				local: '2026-11-25 08:00:00',
				moment: new Date('2026-11-25T07:00:00Z'),
				json: { a: [1] },
				bytes: Buffer.from([1, 2]),
				id: 'b3a2c7c0-0000-4000-8000-000000000000',
				yes: true,
				nothing: null,
				zone: 'UTC',
			},
		])
	})

	test('an int8 that does not fit fails its query only', async () => {
		const { kysely } = await emptyDatabase(engine)
		await expect(sql`select 9007199254740993::int8 as n`.execute(kysely)).rejects.toThrow('does not fit')
		expect((await sql`select 1::int8 as n`.execute(kysely)).rows).toEqual([{ n: 1 }])
	})
})
