import { globSync, readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { acts, may, relations, type Relation, type Resource } from './permission.ts'
import { expected } from './permission.expected.ts'
import { roles, type StaffRole } from './role.ts'

const allActs = Object.entries(acts).flatMap(([resource, verbs]) =>
	verbs.map((verb) => ({ resource: resource as Resource, verb })),
)

/** The spelled-out expectation as it applies to one role: the farthest relation, or none. */
const getExpected = (role: StaffRole | undefined, resource: string, verb: string): Relation | undefined => {
	const entries = (expected[`${resource} ${verb}`] ?? '').split(' ').map((entry) => entry.split(':'))
	const ranks = entries
		.filter(([who]) => who === 'everyone' || who === role)
		.map(([, scope]) => relations.indexOf(scope as Relation))
	return relations[Math.max(...ranks)]
}

test('the expectation names every act of the desk and no other', () => {
	expect(Object.keys(expected).sort()).toEqual(
		allActs.map(({ resource, verb }) => `${resource} ${verb}`).sort(),
	)
	const named = Object.values(expected).flatMap((line) => line.split(' ').map((entry) => entry.split(':')[0]))
	expect(named.filter((name) => name !== 'everyone' && !roles.includes(name as StaffRole))).toEqual([])
})

test.each([undefined, ...roles])('the whole matrix of %s is as it is spelled out', (role) => {
	const person = { roles: role ? [role] : [] }
	const wrong = allActs.flatMap(({ resource, verb }) => {
		const wanted = getExpected(role, resource, verb)
		return relations
			.filter((relation) => {
				const isWanted = wanted !== undefined && relations.indexOf(relation) <= relations.indexOf(wanted)
				return may(person, verb, resource, relation) !== isWanted
			})
			.map((relation) => `${resource} ${verb} ${relation}`)
	})
	expect(wrong).toEqual([])
})

test('several roles give what one of them gives, and nothing more', () => {
	fc.assert(
		fc.property(
			fc.uniqueArray(fc.constantFrom(...roles)),
			fc.constantFrom(...allActs),
			fc.constantFrom(...relations),
			(held, { resource, verb }, relation) => {
				const together = may({ roles: held }, verb, resource, relation)
				const apart = [[], ...held.map((role) => [role])]
				expect(together).toBe(apart.some((one) => may({ roles: one }, verb, resource, relation)))
			},
		),
	)
})

test('who keeps the machines running, the log, the keys, the figures or the team well opens nothing that was reported', () => {
	const content: readonly Resource[] = ['report', 'case', 'note', 'answer', 'dossier', 'notice', 'hold']
	for (const role of [
		'platform-admin',
		'auditor',
		'key-officer',
		'statistician',
		'wellness-officer',
		'programme-lead',
		'campaigner',
		'trainer',
		'evaluator',
		'programme-viewer',
	] as const)
		for (const { resource, verb } of allActs.filter((act) => content.includes(act.resource)))
			expect(may({ roles: [role] }, verb, resource), `${role} ${verb} ${resource}`).toBe(false)
})

test('every verb of the table is asked for somewhere: no right waits unseen for a page', () => {
	const code = globSync('src/**/*.{ts,svelte}')
		.filter((file) => !/\.test\.ts$|permission\.(?:expected\.)?ts$/u.test(file))
		.map((file) => readFileSync(file, 'utf8'))
		.join('\n')
	const unused = Object.entries(acts).flatMap(([resource, verbs]) =>
		verbs.filter((verb) => !code.includes(`'${verb}', '${resource}'`)).map((verb) => `${verb} ${resource}`),
	)
	expect(unused).toEqual([])
})
