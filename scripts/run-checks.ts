/** Runs checks in rows: those of one row beside each other, and every row whatever became of the one before. */
import { spawn } from 'node:child_process'

export type Check = {
	name: string
	command: string
	/** Wants a build or a browser. */
	isSlow?: boolean
	/** Name of a check in an earlier row: when that one has failed, this one would only tell the same again. */
	needs?: string
}

export type Outcome = { check: Check; state: 'passed' | 'failed' | 'left out'; seconds: string }

/** Runs one check to its end. Its output is shown as it comes. */
const run = (check: Check): Promise<Outcome> =>
	new Promise((resolve) => {
		const started = Date.now()
		const child = spawn(check.command, { shell: true, stdio: ['ignore', 'inherit', 'inherit'] })
		child.on('close', (status) => {
			const seconds = ((Date.now() - started) / 1000).toFixed(1)
			resolve({ check, state: status === 0 ? 'passed' : 'failed', seconds })
		})
	})

const describe = ({ check, state, seconds }: Outcome): string => {
	if (state === 'passed') return `${check.name}: ok (${seconds} s)`
	if (state === 'left out') return `${check.name}: left out, as it needs ${check.needs ?? ''}`
	return `\n${check.name}: failed after ${seconds} s. To see it alone: npx ${check.command}`
}

/** Answers every outcome, in order; `say` hears one line for each check as soon as its row is over. */
export const runChecks = async (
	rows: readonly (readonly Check[])[],
	say: (line: string) => void,
): Promise<Outcome[]> => {
	const all: Outcome[] = []
	for (const row of rows) {
		const hasPassed = (name: string | undefined): boolean =>
			name === undefined || all.some(({ check, state }) => check.name === name && state === 'passed')
		const outcomes = await Promise.all(
			row.map(async (check): Promise<Outcome> =>
				hasPassed(check.needs) ? run(check) : { check, state: 'left out', seconds: '0' },
			),
		)
		for (const outcome of outcomes) say(describe(outcome))
		all.push(...outcomes)
	}
	return all
}

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
