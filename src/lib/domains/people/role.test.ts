import { expect, test } from 'vitest'
import { findRoleConflict, isRole } from './role.ts'

test('a small desk may give several reading roles to one person', () => {
	expect(findRoleConflict(['triager', 'analyst', 'supervisor'])).toBeUndefined()
	expect(findRoleConflict(['statistician', 'analyst'])).toBeUndefined()
	expect(findRoleConflict([])).toBeUndefined()
})

test.each([
	[
		['analyst', 'key-officer'],
		['key-officer', 'analyst'],
	],
	[
		['platform-admin', 'triager'],
		['platform-admin', 'triager'],
	],
	[
		['supervisor', 'wellness-officer'],
		['wellness-officer', 'supervisor'],
	],
	[
		['auditor', 'statistician'],
		['auditor', 'statistician'],
	],
] as const)('%j are not held by one person', (held, conflict) => {
	expect(findRoleConflict(held)).toEqual(conflict)
})

test('a name that is no role is none', () => {
	expect(isRole('supervisor')).toBe(true)
	expect(isRole('root')).toBe(false)
	expect(isRole('constructor')).toBe(false)
})
