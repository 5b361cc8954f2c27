import { expectTypeOf, test } from 'vitest'
import { addEntries } from '#platform'
import type { CaseDatabase, CaseQueries, CaseTransaction } from './case-tables.ts'
import type { ActKind, StepKind } from '../../acts/act-word.ts'
import { useApproval } from '../../approvals/server/approval-store.ts'
import type { Act } from '../../acts/server/record.ts'
import type { NewStep } from './case-steps.ts'
import { getLockedCase, lockCases, writeChange } from './desk-case.ts'

// Held by the check of types: a function that takes the plain database again turns a line below red.
test('a lock, and a write that belongs to others, does not take the database outside of a transaction', () => {
	expectTypeOf<CaseDatabase>().not.toExtend<CaseTransaction>()
	expectTypeOf<CaseQueries>().not.toExtend<CaseTransaction>()
	expectTypeOf<CaseDatabase>().not.toExtend<Parameters<typeof getLockedCase>[0]>()
	expectTypeOf<CaseDatabase>().not.toExtend<Parameters<typeof lockCases>[0]>()
	expectTypeOf<CaseDatabase>().not.toExtend<Parameters<typeof writeChange>[0]>()
	expectTypeOf<CaseDatabase>().not.toExtend<Parameters<typeof useApproval>[0]>()
	expectTypeOf<CaseDatabase>().not.toExtend<Parameters<typeof addEntries>[0]>()
})

test('who reads takes the database and a transaction alike', () => {
	expectTypeOf<CaseDatabase>().toExtend<CaseQueries>()
	expectTypeOf<CaseTransaction>().toExtend<CaseQueries>()
})

test('no step and no act is written whose kind has no word', () => {
	expectTypeOf<NewStep['kind']>().toEqualTypeOf<StepKind>()
	expectTypeOf<Act['act']>().toEqualTypeOf<ActKind>()
})
