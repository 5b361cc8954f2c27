import { expect, test } from 'vitest'
import { writeList } from '#tools/statistics/fair-draw'
import type { TrialReport } from '../report.ts'
import type { Protocol } from '../trial.ts'
import { listExported, listFiles, writeTrialFile, type FiledTrial } from './index.ts'

const protocol: Protocol = {
	topic: 'bullying',
	audience: 'teens',
	question: 'Does it help?',
	questionLanguage: 'en',
	primary: 'knowledge',
	primaryAt: 'w8',
	classesAnArm: 6,
	pupils: 30,
	icc: 0.06,
	sizeVariation: 0.3,
	effect: 0.3,
	valueSource: 'dice',
	drawOn: '2026-11-26',
	publishOn: '2027-06-01',
	ethics: 'CE-1',
	region: undefined,
}
const report: TrialReport = {
	verdict: 'none-seen',
	couldSee: 0.4,
	outcomes: [],
	fearHeld: undefined,
	missing: [],
	permutations: 0,
}
const makeClasses = (count: number) =>
	Array.from({ length: count }, (_, at) => ({
		label: `C${at}`,
		stratum: `G${at % 2}`,
		hasLesson: at % 2 === 0,
	}))
const measure = (count: number, score: number) =>
	makeClasses(count).map(({ label }) => ({
		label,
		moment: 'before' as const,
		outcome: 'help' as const,
		counts: Array.from({ length: 7 }, (_, at) => (at === score ? 9 : 0)),
	}))
const make = (more: Partial<FiledTrial>, count = 12): FiledTrial => ({
	protocol,
	classes: makeClasses(count),
	draw: { secret: undefined },
	results: [],
	...more,
})
const names = ['list.tsv', 'classes.csv', 'codebook.csv', 'analysis.R', 'classes-1.csv', 'other']
const listNames = (trial: FiledTrial): string[] => names.filter((name) => writeTrialFile(trial, name))

test('what repeats the draw is there from the draw on, however few classes there are; data wait for a result', () => {
	expect(listNames(make({}))).toEqual([])
	const drawn = make({ draw: { secret: '00' } }, 4)
	expect(listNames(drawn)).toEqual(['list.tsv'])
	expect(writeTrialFile(drawn, 'list.tsv')?.text).toBe(writeList(drawn.classes))
})

test('data are those of the published result, and of each one before it by its number', () => {
	const trial = make({
		draw: { secret: '00' },
		results: [
			{ version: 2, report, tallies: measure(12, 5) },
			{ version: 1, report, tallies: measure(12, 2) },
		],
	})
	expect(listNames(trial)).toEqual(names.slice(0, 5))
	expect(listExported(trial)).toEqual([2, 1])
	const read = (name: string) => writeTrialFile(trial, name)?.text
	expect(read('classes.csv')).toContain('C0,1,before,help,9,5,0')
	expect(read('classes-2.csv')).toBe(read('classes.csv'))
	expect(read('classes-1.csv')).toContain('C0,1,before,help,9,2,0')
	expect(read('classes-3.csv')).toBeUndefined()
	expect(read('codebook.csv')).toContain('not validated: pilot first')
})

test('a study that was stopped before what decides was measured has no script: it would find nothing to compare', () => {
	const stopped = make({
		results: [{ version: 1, report: { ...report, verdict: undefined }, tallies: measure(12, 2) }],
	})
	expect(listNames(stopped)).toEqual(['classes.csv', 'codebook.csv', 'classes-1.csv'])
	expect(listFiles(stopped)).toEqual(['classes.csv', 'codebook.csv'])
	expect(listFiles(make({}))).toEqual([])
})

test('nothing is given out of a result whose sheets nobody kept, or with fewer than six measured classes on a side', () => {
	for (const tallies of [undefined, measure(11, 2)])
		expect(listNames(make({ results: [{ version: 1, report, tallies }] }))).toEqual([])
})
