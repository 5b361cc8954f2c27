/** Takes and shows figures: rounds, median with smallest and largest, a target beside each. */
import { readFileSync } from 'node:fs'

export type Spread = { median: number; min: number; max: number }

export const toSpread = (values: readonly number[]): Spread => {
	const sorted = [...values].sort((a, b) => a - b)
	const middle = (sorted.length - 1) / 2
	const [low = NaN, high = NaN] = [sorted[Math.floor(middle)], sorted[Math.ceil(middle)]]
	return { median: (low + high) / 2, min: sorted[0] ?? NaN, max: sorted.at(-1) ?? NaN }
}

/** The value that `share` of all values do not exceed. */
export const getPercentile = (values: readonly number[], share: number): number =>
	[...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? NaN

const toText = (value: number, digits: number): string =>
	value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits })

/** `0.61 (0.58 - 0.64)` */
export const showSpread = ({ median, min, max }: Spread, digits = 0): string =>
	`${toText(median, digits)} (${toText(min, digits)} - ${toText(max, digits)})`

/** Two fields of a process that stand beside each other, in hundredths of a second: outside of the kernel and in it. */
const sumTimes = (pid: number | 'self', first: number): number => {
	const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
	return (Number(fields[first]) + Number(fields[first + 1])) / 100
}

/** Seconds of processor time that a process has used, all of its threads, in the kernel and outside of it. */
export const getCpuSeconds = (pid: number): number => sumTimes(pid, 11)

/** The same of its children that have ended. */
export const getEndedCpuSeconds = (pid: number | 'self'): number => sumTimes(pid, 13)

/** Rows under a line of column names, as wide as they must be; the first column reads from the left. */
export const showTable = (columns: readonly string[], rows: readonly (readonly string[])[]): string => {
	const all = [columns, ...rows]
	const widths = columns.map((_, at) => Math.max(...all.map((row) => row[at]?.length ?? 0)))
	return all
		.map((row) =>
			row
				.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
				.join('  ')
				.trimEnd(),
		)
		.join('\n')
}

const misses: string[] = []

/** Prints a figure beside its target. A miss stays in the table and makes the measurement end with 1. */
export const report = (name: string, figure: string, target: string, isMet: boolean): void => {
	if (!isMet) misses.push(name)
	console.log(`${isMet ? 'ok    ' : 'MISSED'} ${name}: ${figure}  (target ${target})`)
}

/** Ends with 1 when a target was missed, leaving pending output time to be written. */
export const finish = (): void => {
	if (misses.length > 0) process.exitCode = 1
}

export const isQuick = process.argv.includes('--quick')
