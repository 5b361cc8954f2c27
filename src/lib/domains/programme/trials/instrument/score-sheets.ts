/**
 * Sheets of classes to what a trial takes: how many had each score. Sheets come as a table with a head, a line a sheet:
 * `class,moment,form,items,fear,help`, as in `K4,before,a,bcab-cacabbac,012,33`. `-` stands for what was left out: no item is right by it, and fear or
 * help of such a sheet is not counted. Nothing of a sheet is left in what comes out.
 */
import { trialMoments, highest, fewestSheets, trialOutcomes, type TrialOutcome } from '../trial.ts'
import { formNames, getRightLetters, itemsOfForm, type FormName, type InstrumentFrame } from './instrument.ts'

/** A fault of a line, counted from 1 with the head. */
export type ScoreFault = {
	line: number
	code: 'head' | 'class' | 'moment' | 'form' | 'items' | 'fear' | 'help' | 'few'
}

const head = 'class,moment,form,items,fear,help'

type Sheet = { group: string; form: FormName; items: string; fear: string; help: string }

const shapes = {
	items: new RegExp(`^[abc-]{${itemsOfForm}}$`, 'u'),
	fear: /^[0-3-]{3}$/u,
	help: /^[0-3-]{2}$/u,
} as const

const readSheet = (line: string): Sheet | ScoreFault['code'] => {
	const [label = '', moment = '', formText = '', items = '', fear = '', help = '', ...rest] = line
		.split(',')
		.map((cell) => cell.trim().toLowerCase())
	if (rest.length > 0) return 'head'
	if (!/^[a-z0-9-]{1,20}$/u.test(label)) return 'class'
	if (!trialMoments.some((one) => one === moment)) return 'moment'
	const form = formNames.find((one) => one === formText)
	if (!form) return 'form'
	if (!shapes.items.test(items)) return 'items'
	if (!shapes.fear.test(fear)) return 'fear'
	if (!shapes.help.test(help)) return 'help'
	const written = line.split(',')[0]?.trim() ?? ''
	return { group: `${written},${moment}`, form, items, fear, help }
}

/** Sum of answers from 0 to 3; `undefined` where one was left out. */
const sum = (answers: string): number | undefined =>
	answers.includes('-') ? undefined : answers.split('').reduce((all, one) => all + Number(one), 0)

const score = (
	frame: InstrumentFrame,
	{ form, items, fear, help }: Sheet,
): Record<TrialOutcome, number | undefined> => {
	const key = getRightLetters(frame, form)
	const knowledge = items.split('').filter((letter, at) => letter === key[at]).length
	return { knowledge, fear: sum(fear), help: sum(help) }
}

const toLine = (
	group: string,
	outcome: TrialOutcome,
	scores: readonly (number | undefined)[],
): { text: string; sheets: number } => {
	const given = scores.filter((one) => one !== undefined)
	const counts = Array.from(
		{ length: highest[outcome] + 1 },
		(_, at) => given.filter((one) => one === at).length,
	)
	return { text: [group, outcome, ...counts].join(','), sheets: given.length }
}

/**
 * Scores a whole file. Nothing comes out of one that has a fault; a measure of a class that fewer than eight sheets speak of is left out and named.
 *
 * @returns `text`: a table as `readTallySheet()` takes it
 */
export const scoreSheets = (
	text: string,
	frame: InstrumentFrame,
): { text: string; faults: ScoreFault[]; few: string[] } => {
	const lines = text.replace(/^\uFEFF/u, '').split(/\r?\n/u)
	const faults: ScoreFault[] = lines[0]?.trim() === head ? [] : [{ line: 1, code: 'head' }]
	const sheets: Sheet[] = []
	for (const [at, line] of lines.entries()) {
		if (at === 0 || line.trim() === '') continue
		const read = readSheet(line)
		if (typeof read === 'string') faults.push({ line: at + 1, code: read })
		else sheets.push(read)
	}
	if (faults.length > 0) return { text: '', faults, few: [] }
	const groups = [...Map.groupBy(sheets, ({ group }) => group)].sort(([a], [b]) => (a < b ? -1 : 1))
	const made = groups.flatMap(([group, own]) => {
		const scores = own.map((sheet) => score(frame, sheet))
		return trialOutcomes.map((outcome) =>
			toLine(
				group,
				outcome,
				scores.map((one) => one[outcome]),
			),
		)
	})
	const kept = made.filter(({ sheets: count }) => count >= fewestSheets)
	return {
		text: [
			`class,moment,outcome,${Array.from({ length: itemsOfForm + 1 }, (_, at) => at).join(',')}`,
			...kept.map((one) => one.text),
		]
			.map((one) => `${one}\r\n`)
			.join(''),
		faults,
		few: made.filter((one) => !kept.includes(one)).map((one) => one.text.split(',').slice(0, 3).join(' ')),
	}
}
