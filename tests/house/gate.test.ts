/** The lists of the gate name files that are there: a journey that was renamed would leave the gate without anybody noticing. */
import { existsSync } from 'node:fs'
import { expect, test } from 'vitest'
import { chooseFiles, named } from '../gate.ts'

test('every file that the gate lists is there, once', () => {
	expect(named.filter((file) => !existsSync(file))).toEqual([])
	expect(new Set(named).size).toBe(named.length)
})

test('the two runs share no file of a project, and together have all', () => {
	const all = { include: ['**/*.test.ts'], exclude: ['**/made-up.test.ts'] }
	for (const project of ['unit', 'database', 'processes', 'targets', 'journeys']) {
		const [gate, long] = [chooseFiles(project, all, 'gate'), chooseFiles(project, all, 'long')]
		const [listing, other] = gate.include === all.include ? [long, gate] : [gate, long]
		expect(other.include).toEqual(all.include)
		expect(other.exclude).toEqual([...all.exclude, ...listing.include])
	}
	expect(chooseFiles('unit', all, undefined)).toEqual(all)
})
