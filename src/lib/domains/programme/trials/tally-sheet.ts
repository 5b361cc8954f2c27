/**
 * What classes hand in: how many sheets had each score, a line for each class, moment and outcome. Comma-separated, with a head:
 * `class,moment,outcome,0,1,2,…`; places behind the highest score are left out. Nothing in it belongs to a pupil.
 */
import { refused, ok, type Result } from '#base'
import { getMoments, type Histogram } from '#tools/statistics/cluster-trial'
import {
	fewestSheets,
	highest,
	trialMoments,
	trialOutcomes,
	type TrialMoment,
	type TrialOutcome,
} from './trial.ts'

export type TrialTally = { label: string; moment: TrialMoment; outcome: TrialOutcome; counts: Histogram }

/** A fault of a line, counted from 1 with the head. */
export type SheetFault = {
	line: number
	code: 'head' | 'class' | 'moment' | 'outcome' | 'counts' | 'few' | 'twice'
}

/** Most sheets of one class. */
const mostSheets = 200

const findOne = <Name extends string>(names: readonly Name[], text: string | undefined): Name | undefined =>
	names.find((name) => name === text)

const readCounts = (cells: readonly string[], outcome: TrialOutcome): Histogram | undefined => {
	const filled = cells.slice(0, cells.findLastIndex((cell) => cell !== '') + 1)
	if (filled.length > highest[outcome] + 1 || filled.some((cell) => !/^\d{0,3}$/u.test(cell)))
		return undefined
	const counts = Array.from({ length: highest[outcome] + 1 }, (_, score) => Number(filled[score] ?? '0'))
	const { n } = getMoments(counts)
	return n > mostSheets ? undefined : counts
}

type Line = Result<TrialTally, SheetFault['code']>

const readLine = (line: string, labels: ReadonlySet<string>): Line => {
	const [label = '', momentText, outcomeText, ...cells] = line.split(',').map((cell) => cell.trim())
	if (!labels.has(label)) return refused('class')
	const moment = findOne(trialMoments, momentText)
	if (!moment) return refused('moment')
	const outcome = findOne(trialOutcomes, outcomeText)
	if (!outcome) return refused('outcome')
	const counts = readCounts(cells, outcome)
	if (!counts) return refused('counts')
	return getMoments(counts).n < fewestSheets ? refused('few') : ok({ label, moment, outcome, counts })
}

/**
 * Reads a whole file. Nothing is taken of one that has a fault.
 *
 * @param labels - classes of the trial
 */
export const readTallySheet = (
	text: string,
	labels: ReadonlySet<string>,
): { tallies: TrialTally[]; faults: SheetFault[] } => {
	const lines = text.replace(/^\uFEFF/u, '').split(/\r?\n/u)
	const tallies: TrialTally[] = []
	const faults: SheetFault[] = []
	if (!/^class,moment,outcome(?:,|$)/u.test(lines[0] ?? '')) faults.push({ line: 1, code: 'head' })
	const seen = new Set<string>()
	lines.forEach((line, index) => {
		if (index === 0 || line.trim() === '') return
		const read = readLine(line, labels)
		if (!read.ok) return faults.push({ line: index + 1, code: read.code })
		const key = [read.value.label, read.value.moment, read.value.outcome].join(' ')
		if (seen.has(key)) return faults.push({ line: index + 1, code: 'twice' })
		seen.add(key)
		return tallies.push(read.value)
	})
	return { tallies, faults }
}
