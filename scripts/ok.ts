/**
 * `npm run ok`: every check of the house, one after the other, the quick ones first; stops at the first that fails.
 * `--quick` leaves out what needs a build or a browser.
 */
import { spawnSync } from 'node:child_process'

type Check = { name: string; command: string; isSlow?: boolean }

const checks: Check[] = [
	{ name: 'format', command: 'prettier --check --log-level warn .' },
	{ name: 'content', command: 'node scripts/check-content.ts' },
	{ name: 'types', command: 'svelte-kit sync && svelte-check --threshold error --output human' },
	{ name: 'import rules', command: 'npm run --silent arch' },
	{ name: 'lint', command: 'eslint . --max-warnings 0' },
	{ name: 'dead code', command: 'knip --no-progress' },
	{ name: 'unit tests', command: 'vitest run --project unit --reporter=dot' },
	{ name: 'database', command: 'vitest run --project database --reporter=dot', isSlow: true },
	{ name: 'targets', command: 'vitest run --project targets --reporter=dot', isSlow: true },
	{ name: 'build', command: 'npm run --silent build', isSlow: true },
	{ name: 'budgets', command: 'node scripts/check-budgets.ts', isSlow: true },
	{ name: 'journeys', command: 'vitest run --project journeys --reporter=dot', isSlow: true },
]

const isQuick = process.argv.includes('--quick')
let passed = 0
for (const { name, command } of checks.filter(({ isSlow }) => !isQuick || !isSlow)) {
	const started = Date.now()
	const { status } = spawnSync(command, { shell: true, stdio: ['ignore', 'inherit', 'inherit'] })
	const took = ((Date.now() - started) / 1000).toFixed(1)
	if (status !== 0) {
		console.log(`\n${name}: failed after ${took} s. To see it alone: npx ${command}`)
		console.log(`${passed} passed, 1 failed`)
		process.exit(1)
	}
	passed++
	console.log(`${name}: ok (${took} s)`)
}
console.log(`${passed} passed, 0 failed`)
