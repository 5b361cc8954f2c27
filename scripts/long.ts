/**
 * `npm run test:all`, the long lane: all tests and checks that the gate leaves out (`tests/gate.ts`), longest not run first. Each file ends on its own line in
 * `tests/long-lane.json`, so a run that was cut off goes on where it stopped.
 *
 *     --only TEXT     files whose `project/path` holds it      --minutes N   asks for nothing more after N minutes
 *     --since COMMIT  files that changed since then            --days N      the clock of tests is N days ahead
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { parseArgs } from 'node:util'

const { values: asked } = parseArgs({
	options: {
		only: { type: 'string' },
		minutes: { type: 'string', default: '600' },
		since: { type: 'string' },
		days: { type: 'string', default: '0' },
	},
})
const started = performance.now()
const isTimeLeft = (): boolean => performance.now() - started < Number(asked.minutes) * 60_000

process.env['TEST_RUN'] = 'long'
if (asked.days !== '0') {
	process.env['TEST_CLOCK_OFFSET'] = String(Number(asked.days) * 86_400_000)
	process.env['NODE_OPTIONS'] = `--require=${join(process.cwd(), 'tests/support/moment.cjs')}`
}

/** When a file was last green: its day, the tree of that moment, how long it took. */
type Entry = { green: string; tree: string; seconds: number }
const ledgerFile = 'tests/long-lane.json'
const ledger = JSON.parse(existsSync(ledgerFile) ? readFileSync(ledgerFile, 'utf8') : '{}') as Record<
	string,
	Entry
>

const git = (...args: string[]): string => execFileSync('git', args, { encoding: 'utf8' }).trim()
const tree = git('rev-parse', 'HEAD^{tree}').slice(0, 12)

type Listed = { file: string; projectName: string }
const list = (): string[] => {
	const said = execFileSync('vitest', ['list', '--filesOnly', '--json'], { encoding: 'utf8', maxBuffer: 1e8 })
	return (JSON.parse(said) as Listed[])
		.map(({ file, projectName }) => `${projectName}/${relative(process.cwd(), file).replaceAll('\\', '/')}`)
		.sort()
}

/** Checks that are no tests; the second weighs the pages of a build as an operator makes it. */
const checks: Readonly<Record<string, string>> = {
	'checks/eslint.config.js':
		'TEST_RUN= node --max-old-space-size=1750 node_modules/eslint/bin/eslint.js . --max-warnings 0',
	'checks/scripts/check-budgets.ts': 'npm run --silent build && node scripts/check-budgets.ts',
}

const changed =
	asked.since === undefined ? undefined : new Set(git('diff', '--name-only', asked.since).split('\n'))
const toPath = (name: string): string => name.slice(name.indexOf('/') + 1)
const chosen = [...Object.keys(checks), ...list()]
	.filter((name) => asked.only === undefined || name.includes(asked.only))
	.filter((name) => changed === undefined || changed.has(toPath(name)))
	.sort((one, other) => (ledger[one]?.green ?? '').localeCompare(ledger[other]?.green ?? ''))

type Report = { testResults: { name: string; status: string; startTime: number; endTime: number }[] }

/** Runs files of one project. Answers, for each that ended, whether it was green and how long it took. */
const run = (project: string, paths: readonly string[], ...more: string[]) => {
	const check = checks[`${project}/${paths[0] ?? ''}`]
	if (check !== undefined) {
		const began = performance.now()
		const { status } = spawnSync('sh', ['-c', check], { stdio: 'inherit' })
		const seconds = Math.round((performance.now() - began) / 1000)
		return [{ name: `${project}/${paths[0] ?? ''}`, isGreen: status === 0, seconds }]
	}
	const kept = 'node_modules/.cache/gate/long.json'
	const reporters = ['minimal', './tests/support/watch-hangs.ts', 'json'].map((one) => `--reporter=${one}`)
	spawnSync(
		'vitest',
		['run', '--project', project, ...paths, ...reporters, `--outputFile=${kept}`, ...more],
		{
			stdio: 'inherit',
		},
	)
	if (!existsSync(kept)) return []
	const { testResults } = JSON.parse(readFileSync(kept, 'utf8')) as Report
	writeFileSync(kept, '{"testResults":[]}')
	return testResults.map(({ name, status, startTime, endTime }) => ({
		name: `${project}/${relative(process.cwd(), name).replaceAll('\\', '/')}`,
		isGreen: status === 'passed',
		seconds: Math.round((endTime - startTime) / 1000),
	}))
}

if (chosen.some((name) => name.startsWith('journeys/')) && !existsSync('build/handler.js'))
	execFileSync('npm', ['run', '--silent', 'build'], {
		stdio: 'inherit',
		env: { ...process.env, BUILD_FOR: 'tests' },
	})

/** Files together, so that they share a browser or an engine; few, so that little is lost when the run is cut off. */
const together = 6
const red: string[] = []
const unsteady: string[] = []
const left = new Set(chosen)
const note = (name: string, seconds: number): void => {
	ledger[name] = { green: new Date().toISOString().slice(0, 10), tree, seconds }
	const sorted = Object.entries(ledger).sort(([one], [other]) => one.localeCompare(other))
	writeFileSync(ledgerFile, `${JSON.stringify(Object.fromEntries(sorted), undefined, '\t')}\n`)
}

while (left.size > 0 && isTimeLeft()) {
	const [first = ''] = left
	const project = first.slice(0, first.indexOf('/'))
	const batch = [...left]
		.filter((name) => name.startsWith(`${project}/`))
		.slice(0, project === 'checks' ? 1 : together)
	for (const name of batch) left.delete(name)
	const ended = new Map(run(project, batch.map(toPath)).map((one) => [one.name, one]))
	for (const name of batch) {
		const first = ended.get(name)
		if (first?.isGreen) {
			note(name, first.seconds)
			continue
		}
		const again = [1, 2].map(() => run(project, [toPath(name)], '--no-file-parallelism')[0])
		const green = again.find((one) => one?.isGreen)
		if (green) {
			unsteady.push(name)
			note(name, green.seconds)
		} else red.push(name)
	}
}

for (const name of left) console.log(`not run: ${name}`)
for (const name of unsteady) console.log(`unsteady, green alone: ${name}`)
for (const name of red) console.log(`FAIL three of three: ${name}`)
console.log(
	`files: ${chosen.length - left.size - red.length} passed, ${red.length} failed, ${left.size} skipped`,
)
if (red.length > 0) process.exitCode = 1
