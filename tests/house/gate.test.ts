/** The lists of the gate name files that are there: a journey that was renamed would leave the gate without anybody noticing. */
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { expect, test } from 'vitest'
import { findTouched, orderFiles, readLedger, toPath, type Ledger } from '../../scripts/long-lane.ts'
import { findSubjects, listSubjects } from '../about.ts'
import { chooseFiles, findQuarantined, named, readUnsteady } from '../gate.ts'

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

test('what is quarantined is little, for a fortnight at most, and says why', () => {
	const unsteady = readUnsteady()
	expect(unsteady.length).toBeLessThanOrEqual(8)
	for (const { file, cause, since, until } of unsteady) {
		expect(existsSync(file), file).toBe(true)
		expect(cause.length, file).toBeGreaterThan(20)
		const days = (Date.parse(until) - Date.parse(since)) / 86_400_000
		expect(days, `${file}: days`).toBeGreaterThan(0)
		expect(days, `${file}: days`).toBeLessThanOrEqual(14)
	}
})

test('what is quarantined runs again after its last day', () => {
	const unsteady = [{ file: 'a.test.ts', cause: 'unknown', since: '2026-12-01', until: '2026-12-10' }]
	expect(findQuarantined(unsteady, '2026-12-10')).toEqual(['a.test.ts'])
	expect(findQuarantined(unsteady, '2026-12-11')).toEqual([])
})

test('every file of the long lane says what it is about, in names that are there', () => {
	const tracked = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '-z'], { encoding: 'utf8' })
		.split('\0')
		.filter(Boolean)
	const isThere = (start: string): boolean => tracked.some((path) => path.startsWith(start))
	expect(
		listSubjects()
			.flatMap(([start, subjects]) => [start, ...subjects])
			.filter((one) => !isThere(one)),
	).toEqual([])
	const alone = Object.keys(readLedger()).filter((name) => findSubjects(toPath(name)).length < 2)
	expect(alone).toEqual([])
})

test('what a change is about runs first, then what was longest not run', () => {
	const [stories, report, menu, hubs] = ['stories', 'report/onion', 'menu', 'hubs'].map(
		(name) => `journeys/tests/e2e/${name}.test.ts`,
	) as [string, string, string, string]
	const ledger: Ledger = {
		[stories]: { green: '2026-12-01', tree: 'old', seconds: 1 },
		[report]: { green: '2026-12-02', tree: 'old', seconds: 1 },
		[menu]: { green: '2026-11-30', tree: 'new', seconds: 1 },
	}
	const names = [stories, report, menu, hubs]
	const changed = (tree: string) => (tree === 'old' ? ['src/lib/domains/reports/report.ts'] : [])
	const touched = findTouched(names, ledger, changed)
	expect(touched).toEqual([report, hubs])
	expect(orderFiles(names, { ledger, touched, draw: 'tree' })).toEqual([hubs, report, menu, stories])
	expect(findTouched([menu], ledger, () => undefined)).toEqual([menu])
})
