/**
 * `npm run ok`: every check of the house, the quick ones first; stops at the first that fails. Checks that keep one processor busy
 * run beside each other, those that use all of them run alone. `--quick` leaves out what needs a build or a browser.
 */
import { spawn } from 'node:child_process'

type Check = { name: string; command: string; isSlow?: boolean }

/** Checks of one row run at the same time. */

const rows: Check[][] = [
	[
		{ name: 'format', command: 'prettier --check --log-level warn .' },
		{ name: 'types', command: 'svelte-kit sync && svelte-check --threshold error --output human' },
	],
	[
		{ name: 'lint', command: 'eslint . --max-warnings 0 --concurrency 2' },
		{
			name: 'content, import rules, dead code',
			command: 'node scripts/check-content.ts && npm run --silent arch && knip --no-progress',
		},
	],
	[{ name: 'unit tests', command: 'vitest run --project unit --reporter=dot' }],
	[{ name: 'database', command: 'vitest run --project database --reporter=dot', isSlow: true }],
	[{ name: 'targets', command: 'vitest run --project targets --reporter=dot', isSlow: true }],
	[{ name: 'build', command: 'npm run --silent build', isSlow: true }],
	[
		{ name: 'budgets', command: 'node scripts/check-budgets.ts', isSlow: true },
		{ name: 'journeys', command: 'vitest run --project journeys --reporter=dot', isSlow: true },
	],
]

type Outcome = { check: Check; isPassed: boolean; seconds: string }

/** Runs one check to its end. Its output is shown as it comes. */
const run = (check: Check): Promise<Outcome> =>
	new Promise((resolve) => {
		const started = Date.now()
		const child = spawn(check.command, { shell: true, stdio: ['ignore', 'inherit', 'inherit'] })
		child.on('close', (status) =>
			resolve({ check, isPassed: status === 0, seconds: ((Date.now() - started) / 1000).toFixed(1) }),
		)
	})

const isQuick = process.argv.includes('--quick')
let passed = 0
for (const row of rows) {
	const outcomes = await Promise.all(row.filter(({ isSlow }) => !isQuick || !isSlow).map(run))
	const failed = outcomes.filter(({ isPassed }) => !isPassed)
	for (const { check, isPassed, seconds } of outcomes)
		console.log(
			isPassed
				? `${check.name}: ok (${seconds} s)`
				: `\n${check.name}: failed after ${seconds} s. To see it alone: npx ${check.command}`,
		)
	passed += outcomes.length - failed.length
	if (failed.length > 0) {
		console.log(`${passed} passed, ${failed.length} failed`)
		process.exit(1)
	}
}
console.log(`${passed} passed, 0 failed`)
