import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { fourEyesActs, getSecondFrom, isSecondPerson, secondAfter } from './four-eyes.ts'
import { relations } from './permission.ts'
import { roles } from './role.ts'

test('nobody is their own second person, whatever their roles', () => {
	fc.assert(
		fc.property(
			fc.constantFrom(...fourEyesActs),
			fc.uniqueArray(fc.constantFrom(...roles)),
			fc.constantFrom(...relations),
			fc.uuid(),
			(act, held, relation, id) => {
				expect(isSecondPerson(act, { id }, { id, roles: held }, relation)).toBe(false)
			},
		),
	)
})

test('the acts that need two persons are these', () => {
	expect([...fourEyesActs].sort()).toEqual([
		'classify-illegal',
		'close-wave',
		'correct-figure',
		'destroy-epoch',
		'export',
		'give-role',
		'merge-across-units',
		'name-person',
		'open-many',
		'override-retention',
		'publish-figures',
		'publish-indicator',
		'publish-plan',
		'refer',
		'rewrap-key',
	])
})

test.each([
	['classify-illegal', ['analyst', 'supervisor']],
	['name-person', ['supervisor']],
	['open-many', ['supervisor']],
	['close-wave', ['supervisor']],
	['export', ['supervisor']],
	['rewrap-key', ['supervisor', 'key-officer']],
	['destroy-epoch', ['supervisor', 'key-officer']],
	['override-retention', ['supervisor']],
	['merge-across-units', ['supervisor']],
	['publish-indicator', ['analyst', 'supervisor']],
	['publish-plan', ['programme-lead']],
	['refer', ['analyst', 'supervisor']],
	['publish-figures', ['programme-lead', 'evaluator']],
	['correct-figure', ['programme-lead', 'evaluator']],
	['give-role', ['supervisor', 'key-officer']],
] as const)('%s: the second person is one of %j', (act, seconds) => {
	const able = roles.filter((role) =>
		isSecondPerson(act, { id: 'first' }, { id: 'second', roles: [role] }, 'unit'),
	)
	expect(able).toEqual(seconds)
})

test('who has enrolled counts as a second person a day later, and nobody does who has not enrolled', () => {
	const now = new Date('2026-11-26T10:00:00Z')
	const ago = (milliseconds: number) => new Date(now.getTime() - milliseconds)
	expect(getSecondFrom(ago(secondAfter), secondAfter, now)).toBeUndefined()
	expect(getSecondFrom(ago(secondAfter - 1), secondAfter, now)).toEqual(new Date(now.getTime() + 1))
	expect(getSecondFrom(now, secondAfter, now)).toEqual(new Date('2026-11-27T10:00:00Z'))
	expect(getSecondFrom(undefined, secondAfter, now)).toEqual(new Date('2026-11-27T10:00:00Z'))
	expect(getSecondFrom(undefined, 0, now)).toBeUndefined()
})
