import { expect, expectTypeOf, test } from 'vitest'
import type { CaseDatabase } from '#domains/cases/server'
import type { PeopleQueries } from '#domains/people/server'
import type { ReportTables } from '#domains/reports/server'
import type { Kysely } from 'kysely'
import { getDatabase } from './database.ts'

test('nobody gets a database that the start has not opened', () => {
	expect(() => getDatabase()).toThrow(
		expect.objectContaining({ code: 'database.not-open', status: 503 }) as Error,
	)
})

test('every room finds its tables in it without a cast', () => {
	type Whole = ReturnType<typeof getDatabase>['kysely']
	expectTypeOf<Whole>().toExtend<CaseDatabase>()
	expectTypeOf<Whole>().toExtend<PeopleQueries>()
	expectTypeOf<Whole>().toExtend<Kysely<ReportTables>>()
})
