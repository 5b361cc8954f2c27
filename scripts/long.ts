/**
 * `npm run test:all`, the long lane: all tests and checks that the gate leaves out (`tests/gate.ts`). First what a change since their last
 * green run is about (`tests/about.ts`), then longest not run. Each file ends on its own line in `tests/long-lane.json`, so a run that was
 * cut off goes on where it stopped.
 *
 *     --only TEXT     files whose `project/path` holds it      --minutes N   ends after N minutes, whatever runs
 *     --since COMMIT  files that changed since then            --days N      the clock of tests is N days ahead
 */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { parseArgs } from 'node:util'
import { findTouched, orderFiles, readLedger, toPath, writeLedger } from './long-lane.ts'
import { runChecks } from './run-checks.ts'
import { runAgainWithPrograms } from './unpacked-programs.ts'

runAgainWithPrograms()

const { values: asked } = parseArgs({
	options: {
		only: { type: 'string' },
		minutes: { type: 'string', default: '600' },
		since: { type: 'string' },
		days: { type: 'string', default: '0' },
	},
})
const started = performance.now()
const minutesLeft = (): number => Number(asked.minutes) - (performance.now() - started) / 60_000

process.env['TEST_RUN'] = 'long'
if (asked.days !== '0') {
	process.env['TEST_CLOCK_OFFSET'] = String(Number(asked.days) * 86_400_000)
	process.env['NODE_OPTIONS'] = `--require=${join(process.cwd(), 'tests/support/moment.cjs')}`
}

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
const chosen = [...Object.keys(checks), ...list()]
	.filter((name) => asked.only === undefined || name.includes(asked.only))
	.filter((name) => changed === undefined || changed.has(toPath(name)))
let ledger = readLedger()
const touched = findTouched(chosen, ledger)
const left = new Set(orderFiles(chosen, { ledger, touched, draw: tree }))
console.log(`long lane: ${chosen.length} files, ${touched.length} of them about what has changed`)

/** What became of a file, and its seconds. */
type Ended = { name: string; state: 'green' | 'red' | 'skipped'; seconds: number }

/** Runs a command to its end, or to the end of the minutes that are left, with all that it started. */
const runCommand = async (name: string, command: string): Promise<Ended> => {
	const check = { name, command, minutes: Math.max(minutesLeft(), 0) }
	const [outcome] = await runChecks([[[check]]], () => undefined)
	const state = outcome?.state === 'passed' ? 'green' : 'red'
	return { name, state, seconds: Math.round(outcome?.seconds ?? 0) }
}

type Ran = {
	name: string
	status: string
	startTime: number
	endTime: number
	assertionResults: { status: string }[]
}

/** A file is green when a test of it has passed: where the program that it asks is missing, all are skipped, and nothing is shown. */
const judge = ({ status, assertionResults }: Ran): Ended['state'] => {
	if (status !== 'passed') return 'red'
	return assertionResults.some((test) => test.status === 'passed') ? 'green' : 'skipped'
}

const kept = 'node_modules/.cache/gate/long.json'
mkdirSync(dirname(kept), { recursive: true })

/** Runs files of one project. Answers what became of each that ended. */
const run = async (project: string, paths: readonly string[], more = ''): Promise<Ended[]> => {
	const name = `${project}/${paths[0] ?? ''}`
	const check = checks[name]
	if (check !== undefined) return [await runCommand(name, check)]
	writeFileSync(kept, '{"testResults":[]}')
	const reporters = ['minimal', './tests/support/watch-hangs.ts', 'json'].map((one) => `--reporter=${one}`)
	const files = paths.map((path) => `'${path}'`).join(' ')
	await runCommand(
		name,
		`vitest run --project ${project} ${files} ${reporters.join(' ')} --outputFile=${kept} ${more}`,
	)
	const { testResults } = JSON.parse(readFileSync(kept, 'utf8')) as { testResults: Ran[] }
	return testResults.map((ran) => ({
		name: `${project}/${relative(process.cwd(), ran.name).replaceAll('\\', '/')}`,
		state: judge(ran),
		seconds: Math.round((ran.endTime - ran.startTime) / 1000),
	}))
}

if (chosen.some((name) => name.startsWith('journeys/')) && !existsSync('build/handler.js'))
	await runCommand('build', 'BUILD_FOR=tests npm run --silent build')

/** Files together, so that they share a browser or an engine; few, so that little is lost when the run is cut off. */
const together = 6
const ends = { passed: [], skipped: [], unsteady: [], red: [] } as Record<
	'passed' | 'skipped' | 'unsteady' | 'red',
	string[]
>
const note = ({ name, state, seconds }: Ended): void => {
	ends[state === 'green' ? 'passed' : 'skipped'].push(name)
	if (state !== 'green') return
	ledger = { ...ledger, [name]: { green: new Date().toISOString().slice(0, 10), tree, seconds } }
	writeLedger(ledger)
}

/** Twice more, alone on the machine: what fails three times is at fault. Answers nothing when the minutes end before. */
const tryAgain = async (project: string, name: string): Promise<'unsteady' | 'red' | undefined> => {
	for (let attempt = 0; attempt < 2; attempt += 1) {
		const ended = (await run(project, [toPath(name)], '--no-file-parallelism'))[0]
		if (ended && ended.state !== 'red') {
			note(ended)
			return 'unsteady'
		}
		if (minutesLeft() <= 0) return undefined
	}
	return 'red'
}

const takeNext = (): { project: string; batch: string[] } => {
	const [first = ''] = left
	const project = first.slice(0, first.indexOf('/'))
	const batch = [...left].filter((name) => name.startsWith(`${project}/`))
	return { project, batch: batch.slice(0, project === 'checks' ? 1 : together) }
}

while (left.size > 0 && minutesLeft() > 0) {
	const { project, batch } = takeNext()
	const ended = new Map((await run(project, batch.map(toPath))).map((one) => [one.name, one]))
	for (const name of batch) {
		const once = ended.get(name)
		const isRed = once === undefined || once.state === 'red'
		if (isRed && minutesLeft() <= 0) break
		const verdict = isRed ? await tryAgain(project, name) : undefined
		if (isRed && verdict === undefined) break
		if (verdict) ends[verdict].push(name)
		else if (once) note(once)
		left.delete(name)
	}
}

for (const name of left) console.log(`left out: ${name}`)
for (const name of ends.skipped) console.log(`skipped, its program is not here: ${name}`)
for (const name of ends.unsteady) console.log(`unsteady, green alone: ${name}`)
for (const name of ends.red) console.log(`FAIL three of three: ${name}`)
console.log(
	`files: ${ends.passed.length} passed, ${ends.red.length} failed, ${left.size + ends.skipped.length} skipped`,
)
if (ends.red.length > 0) process.exitCode = 1
