import { expect, test } from 'vitest'
import { readClassList } from './class-list.ts'
import { hashProtocol } from './protocol.ts'
import { findNextSteps } from './next-step.ts'
import { judgeTrial } from './report.ts'
import { readTallySheet } from './tally-sheet.ts'
import { isOverdue, type Protocol } from './trial.ts'

const protocol: Protocol = {
	topic: 'bullying',
	audience: 'teens',
	question: 'Do pupils know better what to do?',
	questionLanguage: 'en',
	primary: 'knowledge',
	primaryAt: 'w8',
	classesAnArm: 14,
	pupils: 30,
	icc: 0.063,
	sizeVariation: 0.3,
	effect: 0.3,
	valueSource: 'drand round 1',
	drawOn: '2026-12-01',
	publishOn: '2027-06-01',
	ethics: 'CE-1',
	region: undefined,
}

test('a result that was promised is overdue after 90 days, however little anybody does', () => {
	expect(isOverdue({ state: 'drawn', protocol }, '2027-08-30')).toBe(false)
	expect(isOverdue({ state: 'drawn', protocol }, '2027-08-31')).toBe(true)
	for (const state of ['open', 'listed', 'drawn', 'reported', 'stopping'] as const)
		expect(isOverdue({ state, protocol }, '2030-01-01'), state).toBe(true)
	for (const state of ['published', 'correcting', 'stopped'] as const)
		expect(isOverdue({ state, protocol }, '2030-01-01'), state).toBe(false)
})

test('once it is drawn, a study is stopped by two persons; once it is reported, by nobody', () => {
	const [first, second] = [
		{ isOwn: true, isSecond: false },
		{ isOwn: false, isSecond: true },
	]
	expect(findNextSteps('listed', first)).toContain('stop')
	expect(findNextSteps('drawn', first)).toContain('ask-stop')
	expect(findNextSteps('drawn', second)).toEqual([])
	expect(findNextSteps('stopping', first)).toEqual(['go-on'])
	expect(findNextSteps('stopping', second)).toEqual(['agree-stop'])
	for (const state of ['reported', 'correcting'] as const) {
		expect(findNextSteps(state, first)).toEqual([])
		expect(findNextSteps(state, second)).toEqual(['publish'])
	}
})

test('the digest of a protocol changes with any of its fields, and not with their order', () => {
	const { topic, ...rest } = protocol
	expect(hashProtocol({ ...rest, topic })).toBe(hashProtocol(protocol))
	for (const [key, other] of Object.entries({ icc: 0.1, primary: 'help', region: 'MA-08', ethics: '' }))
		expect(hashProtocol({ ...protocol, [key]: other })).not.toBe(hashProtocol(protocol))
})

test('classes are listed by region and setting; the note is for whoever lists, and one fault takes all', () => {
	expect(readClassList('MA-08 college Class 3, B\n\nMA-09\tlycee\n', ['MA-08', 'MA-09'])).toEqual({
		classes: [
			{ region: 'MA-08', setting: 'college', note: 'Class 3 B' },
			{ region: 'MA-09', setting: 'lycee', note: '' },
		],
		faults: [],
	})
	expect(readClassList('MA-99 college\nMA-08 school', ['MA-08']).faults).toEqual([
		{ line: 1, code: 'region' },
		{ line: 2, code: 'setting' },
	])
})

test.each([
	['clas,moment,outcome\n', { line: 1, code: 'head' }],
	['class,moment,outcome,0\nB,before,help,9', { line: 2, code: 'class' }],
	['class,moment,outcome,0\nA,later,help,9', { line: 2, code: 'moment' }],
	['class,moment,outcome,0\nA,before,hope,9', { line: 2, code: 'outcome' }],
	['class,moment,outcome,0\nA,before,help,-9', { line: 2, code: 'counts' }],
	['class,moment,outcome,0\nA,before,help,1,1,1,1,1,1,1,9', { line: 2, code: 'counts' }],
	['class,moment,outcome,0\nA,before,help,201', { line: 2, code: 'counts' }],
	['class,moment,outcome,0\nA,before,help,3,4', { line: 2, code: 'few' }],
	['class,moment,outcome,0\nA,before,help,9\nA,before,help,9', { line: 3, code: 'twice' }],
])('%j has a fault that is told by its line', (text, fault) => {
	expect(readTallySheet(text, new Set(['A'])).faults).toEqual([fault])
})

test('a sheet of counts is read with places behind the highest score left out', () => {
	const { tallies, faults } = readTallySheet(
		'\uFEFFclass,moment,outcome,0,1\r\nA, w8 ,help,3,,5,,\r\n',
		new Set(['A']),
	)
	expect(faults).toEqual([])
	expect(tallies).toEqual([{ label: 'A', moment: 'w8', outcome: 'help', counts: [3, 0, 5, 0, 0, 0, 0] }])
})

const classes = Array.from({ length: 14 }, (_, index) => ({
	label: `C${index}`,
	stratum: 's',
	hasLesson: index % 2 === 0,
}))

/** Sheets around a score; the score of a class differs a little from its neighbour's. */
const around = (score: number, index: number): number[] =>
	Array.from({ length: 13 }, (_, at) => Math.max(0, 8 - 2 * Math.abs(at - score)) + ((index + at) % 3))

const measure = (gain: number) =>
	classes.flatMap(({ label, hasLesson }, index) => [
		{
			label,
			moment: 'before' as const,
			outcome: 'knowledge' as const,
			counts: around(4 + (index % 3), index),
		},
		{
			label,
			moment: 'w8' as const,
			outcome: 'knowledge' as const,
			counts: around(4 + (index % 3) + (hasLesson ? gain : 0), index + 1),
		},
	])

test('an effect is told as one, and none as none: with what the trial could have seen', () => {
	const helped = judgeTrial({ protocol, classes, tallies: measure(3) }, [])
	expect(helped?.verdict).toBe('higher')
	const none = judgeTrial({ protocol, classes, tallies: measure(0) }, [])
	expect(none?.verdict).toBe('none-seen')
	expect(none?.couldSee).toBeGreaterThan(0.2)
	expect(judgeTrial({ protocol, classes, tallies: measure(-3) }, [])?.verdict).toBe('lower')
})

test('classes that were drawn and did not hand in are named, and fear that was not measured is not called held', () => {
	const tallies = measure(0).filter(({ label, moment }) => label !== 'C3' || moment === 'before')
	const report = judgeTrial({ protocol, classes, tallies }, [])
	expect(report?.missing).toEqual(['C3'])
	expect(report?.fearHeld).toBeUndefined()
	expect(report?.outcomes[0]?.effect.classes).toBe(13)
})

test('fear that rises does not hold, and one that cannot be told from a rise does not either', () => {
	const fear = (gain: number) =>
		classes.flatMap(({ label, hasLesson }, index) =>
			(['before', 'after'] as const).map((moment) => ({
				label,
				moment,
				outcome: 'fear' as const,
				counts: around(moment === 'after' && hasLesson ? 3 + gain : 3, index).slice(0, 10),
			})),
		)
	const judge = (gain: number) =>
		judgeTrial({ protocol, classes, tallies: [...measure(0), ...fear(gain)] }, [])
	expect(judge(3)?.fearHeld).toBe(false)
	expect(judge(-3)?.fearHeld).toBe(true)
})

test('nothing is judged before two classes an arm are measured', () => {
	expect(judgeTrial({ protocol, classes, tallies: [] }, [])).toBeUndefined()
})

test('a lesson after which every class is as it was has no effect, whatever the draw and however fractions are rounded', () => {
	for (const seed of [3, 5, 9, 11, 13]) {
		const drawn = Array.from({ length: 28 }, (_, index) => ({
			label: `C${index}`,
			stratum: 's',
			hasLesson: (index * seed) % 28 < 14,
		}))
		const tallies = drawn.flatMap(({ label }, index) =>
			(['before', 'w8'] as const).map((moment) => ({
				label,
				moment,
				outcome: 'knowledge' as const,
				counts: around(3 + (index % 5), index),
			})),
		)
		expect(judgeTrial({ protocol, classes: drawn, tallies }, [])?.verdict, String(seed)).toBe('none-seen')
	}
})
