/** No test says how long a thing may take: on a busy machine that is red for a reason which is not the code. Speed is measured in `bench/`. */
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { hookLimit, longTest, pagePatience, patience, silence, testLimits } from '../support/patience.ts'

const own = 'tests/house/no-clock.test.ts'
const tests = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], { encoding: 'utf8' })
	.split('\n')
	.filter((file) =>
		/^(?:(?:src|scripts|messages)\/.*\.test\.ts|tests\/.*\.ts|vitest\.config\.ts)$/u.test(file),
	)
	.filter((file) => file !== own && existsSync(file))

/** What a line that judges by the clock looks like, and what to write instead. */
const clocks: readonly (readonly [RegExp, string])[] = [
	[
		/\bperformance\.now\(|\bhrtime\b|\bcpuUsage\(|\bconsole\.time/u,
		'count what is done: tests/support/work.ts',
	],
	[/\bDate\.now\(\)\s*[<>]|(?<!=)[<>]=?\s*Date\.now\(\)/u, 'wait for the event or the end of the process'],
	[/Date\.now\(\)\s*-\s*(?:start|beg|since|before|then|first)/u, 'count what is done: tests/support/work.ts'],
	[/expect\([^)]*\b(?:milliseconds|elapsed|took|duration)\b/u, 'count what is done: tests/support/work.ts'],
	[
		/[tT]imeout\s*[:=]\s*\d|(?<!waitFor)[tT]imeout\(\d|\bAbortSignal\.timeout\(/u,
		'take a net from tests/support/patience.ts',
	],
	[/^\s*\}, [\d_]{4,}\)(?!\.)/u, 'take a net from tests/support/patience.ts'],
	[/\b(?:attempts?|tries|polls?|retries)\s*<=?\s*\d/u, 'try until it is so, or until the process has ended'],
	[/\bwaitForTimeout\(|\bvi\.waitFor\(|\bvi\.waitUntil\(/u, 'wait for what is to be seen, or expect.poll()'],
]

test('no test judges by the clock', () => {
	const found = tests.flatMap((file) =>
		readFileSync(file, 'utf8')
			.split('\n')
			.flatMap((line, at) =>
				clocks
					.filter(([pattern]) => pattern.test(line))
					.map(([, instead]) => `${file}:${at + 1}: ${instead}`),
			),
	)
	expect(found).toEqual([])
})

test('every pattern is found in a line that has it', () => {
	const lines = [
		'const started = performance.now()',
		'while (Date.now() < deadline)',
		'const spent = Date.now() - started',
		'expect(health.milliseconds).toBeLessThan(500)',
		'await page.waitForURL(address, { timeout: 5_000 })',
		'}, 60_000)',
		'for (let attempt = 0; attempt < 30; attempt++)',
		'await page.waitForTimeout(100)',
	]
	expect(lines.map((line) => clocks.findIndex(([pattern]) => pattern.test(line)))).toEqual([
		0, 1, 2, 3, 4, 5, 6, 7,
	])
})

test('a limit is a net for what hangs: far above honest work, far below the patience of who waits for a run', () => {
	for (const limit of [...Object.values(testLimits), hookLimit, longTest, patience, pagePatience, silence]) {
		expect(limit).toBeGreaterThanOrEqual(20_000)
		expect(limit).toBeLessThanOrEqual(240_000)
	}
})
