/**
 * Runs checks in rows: the tracks of a row beside each other, the checks of a track one after the other, and all of it whatever became of
 * what came before. A check that needs another waits for it.
 */
import { spawn } from 'node:child_process'

export type Check = {
	name: string
	command: string
	/** Name of a check that must have passed: this one waits for it, and would only fail for the same reason. */
	needs?: string
	/** Seconds of processor that it may use on a usual machine: more of it is a fault of the check, seen on the day it grows. */
	share?: number
	/** Minutes after which it is ended, with all that it started. */
	minutes?: number
}

export type Outcome = {
	check: Check
	state: 'passed' | 'failed' | 'left out'
	seconds: number
	/** Seconds of processor, of it and all that it started; `undefined` where the shell does not count them. */
	processor: number | undefined
	/** Lines of its output that name a fault: empty when it passed. */
	faults: string[]
}

/** Colours of a terminal. */
// eslint-disable-next-line no-control-regex -- the escape sign is what colours begin with
const colours = /\u001B\[[0-9;]*m/gu
const mostFaults = 20
const longestFault = 200
const defaultMinutes = 20

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

/** Seconds of processor of a shell's children, from what its `times` says: `0m1.50s 0m0.25s` on the second line. */
const parseTimes = (said: string): number | undefined => {
	const children = said.trim().split('\n')[1]
	const parts = [...(children ?? '').matchAll(/(\d+)m([\d.]+)s/gu)]
	return parts.length === 2
		? parts.reduce((sum, [, minutes, seconds]) => sum + Number(minutes) * 60 + Number(seconds), 0)
		: undefined
}

const isWindows = process.platform === 'win32'

/** Process groups that are running: they end with this process. */
const running = new Set<number>()
const endGroup = (group: number): void => {
	try {
		process.kill(isWindows ? group : -group, 'SIGKILL')
	} catch {
		// It has ended by itself.
	}
}
process.once('exit', () => running.forEach(endGroup))
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1))

/** Runs one check to its end, or to its limit. Its output is shown as it comes, in colours where the terminal has them. */
const run = (check: Check): Promise<Outcome> =>
	new Promise((resolve) => {
		const started = performance.now()
		const env = process.stdout.isTTY ? { ...process.env, FORCE_COLOR: '1' } : process.env
		const stdio = ['ignore', 'pipe', 'pipe', 'pipe'] as const
		const child = isWindows
			? spawn(check.command, { shell: true, stdio: [...stdio], env })
			: spawn('sh', ['-c', `${check.command}\nstatus=$?; times >&3; exit $status`], {
					stdio: [...stdio],
					env,
					detached: true,
				})
		const group = child.pid ?? 0
		running.add(group)
		let [said, times] = ['', '']
		const minutes = check.minutes ?? defaultMinutes
		const limit = setTimeout(() => {
			said += `\nError: ended after ${minutes} minutes, its limit\n`
			endGroup(group)
		}, minutes * 60_000)
		child.stdout?.on('data', (text: Buffer) => (said += text.toString()))
		child.stderr?.on('data', (text: Buffer) => (said += text.toString()))
		child.stdio[3]?.on('data', (text: Buffer) => (times += text.toString()))
		child.stdout?.pipe(process.stdout, { end: false })
		child.stderr?.pipe(process.stderr, { end: false })
		child.on('close', (status) => {
			clearTimeout(limit)
			running.delete(group)
			const processor = parseTimes(times)
			const hasPassed = status === 0
			resolve({
				check,
				state: hasPassed ? 'passed' : 'failed',
				seconds: (performance.now() - started) / 1000,
				processor,
				faults: hasPassed ? [] : findFaults(said),
			})
		})
	})

const describe = ({ check, state, seconds }: Outcome): string => {
	if (state === 'passed') return `${check.name}: ok (${seconds.toFixed(1)} s)`
	if (state === 'left out') return `${check.name}: left out, as it needs ${check.needs ?? ''}`
	return `\n${check.name}: failed after ${seconds.toFixed(1)} s. To see it alone: npx ${check.command}`
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0)

/** What a check uses on a usual machine, of its share. */
const usual = 0.5

/** Fails what used more than its share. A machine may be slower by the hour: what the others use together says by how much, and shares grow with it. */
export const judgeShares = (outcomes: readonly Outcome[]): Outcome[] => {
	const counted = outcomes.flatMap(({ check: { name, share }, processor }) =>
		share === undefined || processor === undefined ? [] : [{ name, share, processor }],
	)
	return outcomes.map((outcome) => {
		const own = counted.find(({ name }) => name === outcome.check.name)
		if (own === undefined || outcome.state !== 'passed') return outcome
		const others = counted.filter((one) => one !== own)
		const granted = sum(others.map(({ share }) => share))
		const slowness = granted > 0 ? sum(others.map(({ processor }) => processor)) / (granted * usual) : 1
		if (own.processor <= own.share * Math.max(1, slowness)) return outcome
		const fault = `Error: took ${own.processor.toFixed(0)} s of processor, its share is ${own.share} (scripts/ok.ts)`
		return { ...outcome, state: 'failed', faults: [fault] }
	})
}

/** Checks that run one after the other. */
export type Track = readonly Check[]

/** Answers every outcome, row by row and track by track; `say` is called with one line for each check as soon as it is over. */
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
			: { check, state: 'left out', seconds: 0, processor: undefined, faults: [] }
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
	return judgeShares(all)
}

/** Repeats the output of what failed at the end, where it is not overlooked: a track beside it may have gone on for many minutes. */
export const repeatFaults = (outcomes: readonly Outcome[]): string[] =>
	outcomes.flatMap(({ check, faults }) => faults.map((fault) => `${check.name}: ${fault}`))

/** A line for each check: seconds by the clock, seconds of processor, and the share of it. */
export const tabulate = (outcomes: readonly Outcome[]): string[] => {
	const line = (name: string, ...figures: string[]): string =>
		[name.padEnd(24), ...figures.map((figure) => figure.padStart(10))].join('')
	const all = sum(outcomes.map(({ processor }) => processor ?? 0))
	return [
		line('check', 'seconds', 'processor', 'share'),
		...outcomes.map(({ check, seconds, processor }) =>
			line(check.name, seconds.toFixed(0), processor?.toFixed(0) ?? '', check.share?.toFixed(0) ?? ''),
		),
		line('all', '', all.toFixed(0)),
	]
}

/** The last line, in the form that closes a run of tests; the names of what to look at stand before it. */
export const summarize = (outcomes: readonly Outcome[]): string[] => {
	const of = (state: Outcome['state']) => outcomes.filter((outcome) => outcome.state === state)
	const list = (state: Outcome['state']): string[] =>
		of(state).length > 0
			? [
					`${state}: ${of(state)
						.map(({ check }) => check.name)
						.join('; ')}`,
				]
			: []
	const skipped = of('left out').length > 0 ? `, ${of('left out').length} skipped` : ''
	return [
		...list('failed'),
		...list('left out'),
		`checks: ${of('passed').length} passed, ${of('failed').length} failed${skipped}`,
	]
}
