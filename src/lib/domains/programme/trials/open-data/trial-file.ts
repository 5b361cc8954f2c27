/** Files of a study by name, as everybody may fetch them: the list of the draw once it is drawn, the rest with a published result. */
import { writeList } from '#tools/statistics/fair-draw'
import type { TrialReport } from '../report.ts'
import type { TrialTally } from '../tally-sheet.ts'
import type { DrawnClass, Protocol } from '../trial.ts'
import { mayExport, writeAnalysis, writeClasses, writeCodebook } from './open-data.ts'

type Result = { version: number; report: TrialReport; tallies: readonly TrialTally[] | undefined }

/** A study as everybody sees it; `results`: published ones, newest first. */
export type FiledTrial = {
	protocol: Protocol
	classes: readonly DrawnClass[]
	draw: { secret: string | undefined } | undefined
	results: readonly Result[]
}

export type TrialFile = { type: string; text: string }

const [table, plain] = ['text/csv; charset=utf-8', 'text/plain; charset=utf-8']

/** Result whose data a name means: the newest, or `classes-2.csv` the second; `undefined` where its data are not given out. */
const findResult = ({ classes, results }: FiledTrial, version: string | undefined): Result | undefined => {
	const result = version === undefined ? results[0] : results.find((one) => String(one.version) === version)
	return result && mayExport(classes, result.tallies) ? result : undefined
}

/** Versions whose data are given out, newest first. */
export const listExported = (trial: FiledTrial): number[] =>
	trial.results.filter(({ tallies }) => mayExport(trial.classes, tallies)).map(({ version }) => version)

/** One file; `undefined` when there is none of this name, or not yet. */
export const writeTrialFile = (trial: FiledTrial, name: string): TrialFile | undefined => {
	if (name === 'list.tsv')
		return trial.draw?.secret === undefined
			? undefined
			: { type: 'text/tab-separated-values; charset=utf-8', text: writeList(trial.classes) }
	const [, base, version] =
		/^(classes\.csv|codebook\.csv|analysis\.R|classes-([1-9]\d{0,3})\.csv)$/u.exec(name) ?? []
	const result = base === undefined ? undefined : findResult(trial, version)
	if (!result) return undefined
	if (name === 'codebook.csv')
		return { type: table, text: writeCodebook(trial.protocol, result.report.forms) }
	if (name === 'analysis.R')
		return result.report.verdict && { type: plain, text: writeAnalysis(trial.protocol) }
	return { type: table, text: writeClasses(trial.classes, result.tallies ?? []) }
}

/** Names of the files of the newest result, as far as they are given out. */
export const listFiles = (trial: FiledTrial): string[] =>
	['classes.csv', 'codebook.csv', 'analysis.R'].filter((name) => writeTrialFile(trial, name) !== undefined)
