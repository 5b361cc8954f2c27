/**
 * `npm run ok`: every check of the house, the quick ones first; one that fails hides none of the others. `--quick` leaves out what needs
 * a build or a browser.
 */
import { repeatFaults, runChecks, summarize, type Track } from './run-checks.ts'

const isQuick = process.argv.includes('--quick')

/** What a file is blamed for depends on the types of others, so only the quick run trusts what it found before. */
const kept = isQuick ? ' --cache --cache-strategy content --cache-location node_modules/.cache/eslint/' : ''

/** One worker, since each builds the whole program of types; the limit makes it collect what it no longer needs. */
const eslint = 'node --max-old-space-size=1750 node_modules/eslint/bin/eslint.js'

/** Needs 1.9 GB where nothing limits it, 1.6 GB with 1400. */
const svelteCheck = 'node --max-old-space-size=1500 node_modules/svelte-check/bin/svelte-check'

/** One that keeps a processor busy and one that waits much, beside each other; tests that use all processors run alone. */
const rows: Track[][] = [
	// Both of the next tracks read the types that are made of the routes; a fresh clone has none.
	[[{ name: 'types of routes', command: 'svelte-kit sync' }]],
	[
		[{ name: 'lint', command: `${eslint} . --max-warnings 0${kept}` }],
		[
			{ name: 'format', command: 'prettier --check --log-level warn .' },
			{ name: 'types', command: `${svelteCheck} --threshold error --output human` },
			{
				name: 'content, import rules, dead code',
				command: 'node scripts/check-content.ts && npm run --silent arch && knip --no-progress',
			},
		],
	],
	[[{ name: 'unit tests', command: 'vitest run --project unit --reporter=dot' }]],
	[
		[
			{ name: 'tests of processes', command: 'vitest run --project processes --reporter=dot', isSlow: true },
			{ name: 'database', command: 'vitest run --project database --reporter=dot', isSlow: true },
		],
		[
			{ name: 'build', command: 'npm run --silent build', isSlow: true },
			{ name: 'targets', command: 'vitest run --project targets --reporter=dot', isSlow: true },
		],
	],
	[
		[{ name: 'budgets', command: 'node scripts/check-budgets.ts', isSlow: true, needs: 'build' }],
		[
			{
				name: 'journeys',
				command: 'vitest run --project journeys --reporter=dot',
				isSlow: true,
				needs: 'build',
			},
		],
	],
]

const chosen = rows.map((tracks) => tracks.map((track) => track.filter(({ isSlow }) => !isQuick || !isSlow)))
const outcomes = await runChecks(chosen, console.log)
for (const fault of repeatFaults(outcomes)) console.log(fault)
console.log(summarize(outcomes))
if (outcomes.some(({ state }) => state !== 'passed')) process.exitCode = 1
