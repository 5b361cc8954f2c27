import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { fourEyesActs, isSecondPerson } from './four-eyes.ts'
import { canAgree, partRoles } from './giving.ts'
import { relations } from './permission.ts'
import { roles } from './role.ts'

test('the roles that need a second person to be given are these', () => {
	expect(roles.filter(canAgree)).toEqual([
		'analyst',
		'supervisor',
		'liaison',
		'authority',
		'key-officer',
		'programme-lead',
		'campaigner',
		'evaluator',
	])
})

const someRoles = fc.uniqueArray(fc.constantFrom(...roles))
const someRegion = fc.constantFrom(undefined, 'MA-08', 'MA-09')

test('what one person gives alone never makes a second person of somebody', () => {
	fc.assert(
		fc.property(someRoles, someRoles, someRegion, (held, wanted, region) => {
			const { now, waits } = partRoles({ roles: held, region }, { roles: wanted, region })
			expect([...now, ...waits].sort()).toEqual([...wanted].sort())
			for (const act of fourEyesActs)
				for (const relation of relations)
					if (isSecondPerson(act, { id: 'a' }, { id: 'b', roles: now }, relation))
						expect(isSecondPerson(act, { id: 'a' }, { id: 'b', roles: held }, relation)).toBe(true)
		}),
	)
})

test('a role that reaches another region waits again, one of the hotline does not', () => {
	const lead = { roles: ['programme-lead', 'trainer'], region: 'MA-08' } as const
	expect(partRoles(lead, { ...lead, region: undefined })).toEqual({
		now: ['trainer'],
		waits: ['programme-lead'],
	})
	expect(partRoles({ roles: ['analyst'] }, { roles: ['analyst'], region: 'MA-08' }).waits).toEqual([])
})
