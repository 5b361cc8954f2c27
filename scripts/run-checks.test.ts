import { expect, test } from 'vitest'
import { repeatFaults, judgeShares, runChecks, summarize, tabulate, type Check } from './run-checks.ts'

const ends = (name: string, code: number, needs?: string): Check => ({
	name,
	command: `exit ${code}`,
	...(needs === undefined ? {} : { needs }),
})

test('a check that fails hides none that comes after it', async () => {
	const said: string[] = []
	const outcomes = await runChecks(
		[[[ends('format', 0)], [ends('lint', 3)]], [[ends('unit tests', 1)]], [[ends('journeys', 0)]]],
		(line) => said.push(line),
	)
	expect(outcomes.map(({ state }) => state)).toEqual(['passed', 'failed', 'failed', 'passed'])
	expect(said).toHaveLength(4)
	expect(said).toContainEqual(expect.stringContaining('To see it alone: npx exit 3'))
	expect(summarize(outcomes)).toEqual(['failed: lint; unit tests', 'checks: 2 passed, 2 failed'])
})

test('what needs a build is left out when there is none, and everything else is not', async () => {
	const rows = [[[ends('build', 1), ends('budgets', 0, 'build')], [ends('targets', 0)]]]
	const outcomes = await runChecks(rows, () => undefined)
	expect(outcomes.map(({ state }) => state)).toEqual(['failed', 'left out', 'passed'])
	expect(summarize(outcomes)).toEqual([
		'failed: build',
		'left out: budgets',
		'checks: 1 passed, 1 failed, 1 skipped',
	])
})

test('what needs something of another lane waits for it', async () => {
	const slow: Check = { name: 'build', command: 'sleep 0.3' }
	const ended: string[] = []
	const rows = [[[slow], [ends('budgets', 0, 'build'), ends('targets', 0)]]]
	const outcomes = await runChecks(rows, (line) => ended.push(line.split(':')[0] ?? ''))
	expect(ended).toEqual(['build', 'budgets', 'targets'])
	expect(outcomes.map(({ state }) => state)).toEqual(['passed', 'passed', 'passed'])
})

test('all well is said in as many words', async () => {
	expect(summarize(await runChecks([[[ends('format', 0)]]], () => undefined))).toEqual([
		'checks: 1 passed, 0 failed',
	])
})

test('what failed is named once more at the end, without colours and without all that was said beside it', async () => {
	const said = String.raw`printf 'much\n\033[31m FAIL \033[39m unit made-up.test.ts > b\nAssertionError: no\nmore\n'; exit 1`
	const outcomes = await runChecks(
		[[[{ name: 'unit tests', command: said }, ends('lint', 0)]]],
		() => undefined,
	)
	expect(repeatFaults(outcomes)).toEqual([
		'unit tests: FAIL  unit made-up.test.ts > b',
		'unit tests: AssertionError: no',
	])
})

test('what hangs is ended at its limit, with all that it started, and so named', async () => {
	const hung: Check = { name: 'journeys', command: 'sleep 1000 & sleep 1000; wait', minutes: 0.005 }
	const [outcome] = await runChecks([[[hung]]], () => undefined)
	expect(outcome?.state).toBe('failed')
	expect(outcome?.faults).toEqual(['Error: ended after 0.005 minutes, its limit'])
})

test('what uses more of the processor than its share fails, though it passed', async () => {
	const busy: Check = {
		name: 'types',
		share: 0.01,
		command: `node -e "let sum = 0; for (let at = 0; at < 3e8; at++) sum += at % 7"`,
	}
	const [outcome] = await runChecks([[[busy]]], () => undefined)
	expect(outcome?.processor).toBeGreaterThan(0.01)
	expect(outcome?.state).toBe('failed')
	expect(outcome?.faults[0]).toContain('its share is 0.01')
	const within = await runChecks([[[{ ...busy, share: 100 }]]], () => undefined)
	expect(within[0]?.state).toBe('passed')
	expect(tabulate(within)[1]).toMatch(/^types +\d+ +\d+ +100$/u)
})

test('on a machine that is slow for every check none fails by its share; one that grew beside them does', () => {
	const judge = (...used: number[]): string[] =>
		judgeShares(
			used.map((processor, at) => ({
				check: { name: `check ${at}`, command: 'true', share: 100 },
				processor,
				state: 'passed',
				seconds: 1,
				faults: [],
			})),
		).map(({ state }) => state)
	expect(judge(50, 60, 45)).toEqual(['passed', 'passed', 'passed'])
	expect(judge(120, 144, 108)).toEqual(['passed', 'passed', 'passed'])
	expect(judge(50, 60, 131)).toEqual(['passed', 'passed', 'failed'])
	expect(judge(120, 144, 300)).toEqual(['passed', 'passed', 'failed'])
})
