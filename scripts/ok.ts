/**
 * `npm test`, the gate: what must hold for a change to land, in minutes (`tests/gate.ts` says which tests; the rest is `npm run test:all`).
 * A check that fails hides none of the others. `--quick` leaves out what needs a build or a browser, and looks at what was changed.
 */
import { execFileSync } from 'node:child_process'
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { repeatFaults, runChecks, summarize, tabulate, type Check, type Track } from './run-checks.ts'

const isQuick = process.argv.includes('--quick')
const started = performance.now()

// What Node made of a module the last time: half a second less for each start of the product or of a script.
process.env['NODE_COMPILE_CACHE'] ??= join(process.cwd(), 'node_modules', '.cache', 'node')

const git = (...args: string[]): string => execFileSync('git', args, { encoding: 'utf8' }).trim()

/** The gate runs at this moment, on any day: what a calendar changes is looked for in the long lane, a month and a year ahead. */
const moment = new Date('2026-12-02T09:00:00Z')

if (!isQuick) {
	process.env['TEST_RUN'] = 'gate'
	process.env['TEST_CLOCK_OFFSET'] = String(moment.getTime() - Date.now())
	process.env['TEST_SEED'] = String(Number.parseInt(git('rev-parse', 'HEAD^{tree}').slice(0, 7), 16))
	process.env['NODE_OPTIONS'] =
		`${process.env['NODE_OPTIONS'] ?? ''} --require=${join(process.cwd(), 'tests/support/moment.cjs')}`.trim()
}

/** Where the quick run keeps what it found before. What a file is blamed for may depend on others: the whole run trusts none of it. */
const keepIn = (place: string, by: 'metadata' | 'content'): string =>
	isQuick ? ` --cache --cache-strategy ${by} --cache-location node_modules/.cache/${place}` : ''

/** The types of the whole product take more than 2 GB since the exchange desk; the limit makes it collect what it no longer needs. */
const svelteCheck = 'node --max-old-space-size=3000 node_modules/svelte-check/bin/svelte-check'

/** The limit makes it collect what it no longer needs. */
const eslint = 'node --max-old-space-size=1750 node_modules/eslint/bin/eslint.js'

/** Says what failed, ends a run that hangs and names the test, and keeps how long each file took. */
const watched = '--reporter=minimal --reporter=./tests/support/watch-hangs.ts --reporter=json'

const suite = (name: string, project: string, more: Partial<Check> = {}): Check => ({
	name,
	command: `vitest run --project ${project} ${watched} --outputFile=node_modules/.cache/gate/${project.split(' ')[0] ?? ''}.json`,
	...more,
})

// A fresh clone has no types of routes; the next checks read them.
const routes: Check = { name: 'types of routes', command: 'svelte-kit sync', share: 10 }
const format: Check = {
	name: 'format',
	command: `oxfmt --check && prettier --check --log-level warn${keepIn('prettier.json', 'metadata')} '**/*.svelte'`,
	share: 60,
}
const types: Check = {
	name: 'types',
	command: `${svelteCheck} --threshold error --output human${isQuick ? ' --incremental' : ''}`,
	share: 150,
}
const content: Check = { name: 'content', command: 'node scripts/check-content.ts', share: 10 }
const imports: Check = { name: 'import rules', command: 'npm run --silent arch', share: 30 }
const deadCode: Check = { name: 'dead code', command: 'knip --no-progress', share: 20 }
const modules: Check = {
	name: 'lint of modules',
	command: 'oxlint --type-aware --format unix --report-unused-disable-directives --deny-warnings',
	share: 100,
}
const components: Check = {
	name: 'lint of components',
	command: `${eslint} . --max-warnings 0${keepIn('eslint/', 'content')}`,
	share: 100,
}
const unit = suite('unit tests', 'unit', { share: 400 })

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
 * processors the work decides how long both take.
 */
const gate: Track[][] = [
	[[routes]],
	[
		[
			// Compressed little: the bytes are the same for a test, and the best compression is half of the work of a build.
			{ name: 'build', command: 'BUILD_FOR=tests npm run --silent build', share: 260 },
			suite('journeys', 'journeys', { needs: 'build', share: 650 }),
			format,
			modules,
			imports,
		],
		// The build writes the types of routes and files anew: what reads them comes long after it, on a slow machine too.
		[content, deadCode, unit, suite('database', 'database', { share: 350 }), types, components],
	],
]

/** Notes that the committed tree is green, for whoever hands it over. Nothing is noted of a tree with changes. */
const stamp = join('node_modules', '.cache', 'gate.json')
const note = (seconds: number): void => {
	const isCommitted = git('status', '--porcelain') === ''
	if (!isCommitted) return
	const tree = git('rev-parse', 'HEAD^{tree}')
	writeFileSync(stamp, `${JSON.stringify({ tree, seconds, at: new Date().toISOString() })}\n`)
}

if (!isQuick) rmSync(stamp, { force: true })
const outcomes = await runChecks(isQuick ? quick : gate, console.log)
const seconds = Math.round((performance.now() - started) / 1000)
for (const line of [...tabulate(outcomes), `${seconds} s in all`, ...repeatFaults(outcomes)])
	console.log(line)
for (const line of summarize(outcomes)) console.log(line)
if (outcomes.some(({ state }) => state !== 'passed')) process.exitCode = 1
else if (!isQuick) note(seconds)
