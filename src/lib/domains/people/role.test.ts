import { expect, test } from 'vitest'
import { findRoleConflict, isStaffRole } from './role.ts'

test('a small desk may give several reading roles to one person', () => {
	expect(findRoleConflict(['triager', 'analyst', 'supervisor'])).toBeUndefined()
	expect(findRoleConflict(['statistician', 'analyst'])).toBeUndefined()
	expect(findRoleConflict(['programme-lead', 'campaigner', 'trainer'])).toBeUndefined()
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
	[
		['trainer', 'analyst'],
		['analyst', 'trainer'],
	],
	[
		['programme-lead', 'statistician'],
		['statistician', 'programme-lead'],
	],
] as const)('%j are not held by one person', (held, conflict) => {
	expect(findRoleConflict(held)).toEqual(conflict)
})

test('a name that is no role is none', () => {
	expect(isStaffRole('supervisor')).toBe(true)
	expect(isStaffRole('root')).toBe(false)
	expect(isStaffRole('constructor')).toBe(false)
})
