/**
 * `npm run ok`: every check of the house, the quick ones first; one that fails hides none of the others. `--quick` leaves out what needs
 * a build or a browser.
 */
import { join } from 'node:path'
import { repeatFaults, runChecks, summarize, type Check, type Track } from './run-checks.ts'

const isQuick = process.argv.includes('--quick')
const started = Date.now()

// What Node made of a module the last time: half a second less for each start of the product or of a script.
process.env['NODE_COMPILE_CACHE'] ??= join(process.cwd(), 'node_modules', '.cache', 'node')

/** Where the quick run keeps what it found before. What a file is blamed for may depend on others: the whole run trusts none of it. */
const keepIn = (place: string, by: 'metadata' | 'content'): string =>
	isQuick ? ` --cache --cache-strategy ${by} --cache-location node_modules/.cache/${place}` : ''

/** The types of the whole product take more than 2 GB since the exchange desk; the limit makes it collect what it no longer needs. */
const svelteCheck = 'node --max-old-space-size=3000 node_modules/svelte-check/bin/svelte-check'

/** One worker, since each builds the whole program of types; the limit makes it collect what it no longer needs. */
const eslint = 'node --max-old-space-size=1750 node_modules/eslint/bin/eslint.js'

// A fresh clone has no types of routes; the next checks read them.
const routes: Check = { name: 'types of routes', command: 'svelte-kit sync' }
const format: Check = {
	name: 'format',
	command: `prettier --check --log-level warn${keepIn('prettier.json', 'metadata')} .`,
}
const types: Check = {
	name: 'types',
	command: `${svelteCheck} --threshold error --output human${isQuick ? ' --incremental' : ''}`,
}
const content: Check = { name: 'content', command: 'node scripts/check-content.ts' }
const imports: Check = { name: 'import rules', command: 'npm run --silent arch' }
const deadCode: Check = { name: 'dead code', command: 'knip --no-progress' }
const modules: Check = {
	name: 'lint of modules',
	command: 'oxlint --type-aware --format unix --report-unused-disable-directives --deny-warnings',
}
const components: Check = {
	name: 'lint of components',
	command: `${eslint} . --max-warnings 0${keepIn('eslint/', 'content')}`,
}

/** A browser, a product and a test are three processes on two processors: what fails once is tried again, and named. */
const again = 'journeys --retry=1 --reporter=./tests/support/second-tries.ts'

const suite = (name: string, project: string, more: Partial<Check> = {}): Check => ({
	name,
	command: `vitest run --project ${project} --reporter=dot`,
	...more,
})
const built = { needs: 'build' } as const

/** What was changed and is not committed yet decides which unit tests run: all of them are for the whole run. */
const quick: Track[][] = [
	[[routes]],
	[
		[types, components, imports],
		[
			format,
			content,
			deadCode,
			modules,
			suite('unit tests of what was changed', 'unit --changed HEAD --passWithNoTests'),
		],
	],
]

/**
 * A track that waits much, for the browser and for forms that may not come too soon, beside one that keeps a processor busy: on two
 * processors the work decides how long both take. The checks that are soon done say first what is wrong.
 */
const whole: Track[][] = [
	[[routes]],
	[
		[{ name: 'build', command: 'npm run --silent build' }, suite('journeys', again, built)],
		[
			format,
			types,
			content,
			imports,
			deadCode,
			modules,
			components,
			suite('unit tests', 'unit'),
			suite('tests of processes', 'processes', built),
			suite('database', 'database'),
			suite('targets', 'targets'),
			{ name: 'budgets', command: 'node scripts/check-budgets.ts', ...built },
		],
	],
]

const outcomes = await runChecks(isQuick ? quick : whole, console.log)
for (const fault of repeatFaults(outcomes)) console.log(fault)
console.log(`${summarize(outcomes)}, in ${((Date.now() - started) / 1000).toFixed(1)} s`)
if (outcomes.some(({ state }) => state !== 'passed')) process.exitCode = 1
