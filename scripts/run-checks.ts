/** Runs checks in rows: the tracks of a row beside each other, the checks of a track one after the other, and all of it whatever became of what came before. A check that needs another waits for it. */
import { spawn } from 'node:child_process'

export type Check = {
	name: string
	command: string
	/** Name of a check that must have passed: this one waits for it, and would only tell the same again when it has failed. */
	needs?: string
}

export type Outcome = {
	check: Check
	state: 'passed' | 'failed' | 'left out'
	seconds: string
	/** Lines of its output that name a fault: empty when it passed. */
	faults: string[]
}

/** Colours of a terminal. */
// eslint-disable-next-line no-control-regex -- the escape sign is what colours begin with
const colours = /\u001B\[[0-9;]*m/gu
const mostFaults = 20
const longestFault = 200

/** The lines that name what is wrong: of many thousand lines these are what somebody has to see. */
const findFaults = (said: string): string[] =>
	[
		...new Set(
			said
				.replace(colours, '')
				.split('\n')
				.map((line) => line.trim().slice(0, longestFault))
				.filter((line) =>
					/^(?:FAIL\b|\w*Error\b|error\b|\[warn\])|^\S+:\d+(?::\d+)?[: ]|\d+:\d+ +error\b/u.test(line),
				),
		),
	].slice(0, mostFaults)

/** Runs one check to its end. Its output is shown as it comes, in colours where the terminal has them. */
const run = (check: Check): Promise<Outcome> =>
	new Promise((resolve) => {
		const started = Date.now()
		const env = process.stdout.isTTY ? { ...process.env, FORCE_COLOR: '1' } : process.env
		const child = spawn(check.command, { shell: true, stdio: ['ignore', 'pipe', 'pipe'], env })
		let said = ''
		child.stdout.on('data', (text: Buffer) => (said += text.toString()))
		child.stderr.on('data', (text: Buffer) => (said += text.toString()))
		child.stdout.pipe(process.stdout, { end: false })
		child.stderr.pipe(process.stderr, { end: false })
		child.on('close', (status) => {
			const seconds = ((Date.now() - started) / 1000).toFixed(1)
			const hasPassed = status === 0
			resolve({
				check,
				state: hasPassed ? 'passed' : 'failed',
				seconds,
				faults: hasPassed ? [] : findFaults(said),
			})
		})
	})

const describe = ({ check, state, seconds }: Outcome): string => {
	if (state === 'passed') return `${check.name}: ok (${seconds} s)`
	if (state === 'left out') return `${check.name}: left out, as it needs ${check.needs ?? ''}`
	return `\n${check.name}: failed after ${seconds} s. To see it alone: npx ${check.command}`
}

/** Checks that run one after the other. */
export type Track = readonly Check[]

/** Answers every outcome, row by row and track by track; `say` hears one line for each check as soon as it is over. */
export const runChecks = async (
	rows: readonly (readonly Track[])[],
	say: (line: string) => void,
): Promise<Outcome[]> => {
	const ends = new Map(
		rows.flat(2).map(({ name }) => [name, Promise.withResolvers<Outcome['state']>()] as const),
	)
	const runOne = async (check: Check): Promise<Outcome> => {
		const hasWhatItNeeds = check.needs === undefined || (await ends.get(check.needs)?.promise) === 'passed'
		const outcome: Outcome = hasWhatItNeeds
			? await run(check)
			: { check, state: 'left out', seconds: '0', faults: [] }
		ends.get(check.name)?.resolve(outcome.state)
		say(describe(outcome))
		return outcome
	}
	const runTrack = async (track: Track): Promise<Outcome[]> => {
		const outcomes: Outcome[] = []
		for (const check of track) outcomes.push(await runOne(check))
		return outcomes
	}
	const all: Outcome[] = []
	for (const tracks of rows) all.push(...(await Promise.all(tracks.map(runTrack))).flat())
	return all
}

/** Repeats the output of what failed at the end, where it is not overlooked: a track beside it may have gone on for many minutes. */
export const repeatFaults = (outcomes: readonly Outcome[]): string[] =>
	outcomes.flatMap(({ check, faults }) => faults.map((fault) => `${check.name}: ${fault}`))

/** The last line: how many passed and failed, and what to look at. */
export const summarize = (outcomes: readonly Outcome[]): string => {
	const of = (state: Outcome['state']) => outcomes.filter((outcome) => outcome.state === state)
	const list = (state: Outcome['state']): string => {
		const names = of(state).map(({ check }) => check.name)
		return names.length > 0 ? `${names.length} ${state} (${names.join('; ')})` : `0 ${state}`
	}
	const counts = [`${of('passed').length} passed`, list('failed')]
	return [...counts, ...(of('left out').length > 0 ? [list('left out')] : [])].join(', ')
}
