import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Quiz } from './quiz.ts'
import { addSheet, getRightShares, isTallyList, toTallyTable, type Tally } from './tally.ts'

const quiz: Quiz = {
	topic: 'bullying',
	readers: 'teens',
	counts: true,
	skills: ['one', 'two', 'three', 'four', 'five'],
	right: { a: ['a', 'b', 'c', 'a', 'b'], b: ['b', 'c', 'a', 'b', 'c'] },
	words: {},
}

test('addSheet() counts a sheet, its choices and how sure one is', () => {
	const [tally] = addSheet([], {
		topic: 'bullying',
		form: 'a',
		answers: new URLSearchParams('q1=a&q2=c&s1=yes&s3=no'),
	})
	expect(tally?.sheets).toBe(1)
	expect(tally?.items[0]).toEqual({ a: 1, b: 0, c: 0 })
	expect(tally?.items[1]).toEqual({ a: 0, b: 0, c: 1 })
	expect(tally?.items[4]).toEqual({ a: 0, b: 0, c: 0 })
	expect(tally?.sure).toEqual([
		{ no: 0, some: 0, yes: 1 },
		{ no: 0, some: 0, yes: 0 },
		{ no: 1, some: 0, yes: 0 },
	])
})

test('addSheet() keeps nothing of a sheet but counts: no name, no text, whatever is sent', () => {
	fc.assert(
		fc.property(fc.array(fc.tuple(fc.string(), fc.string())), (fields) => {
			const tallies = addSheet([], { topic: 'bullying', form: 'b', answers: new URLSearchParams(fields) })
			const strings = new Set<unknown>()
			JSON.stringify(tallies, (key, value: unknown) => {
				if (typeof value === 'string') strings.add(value)
				return value
			})
			expect([...strings].sort()).toEqual(['b', 'bullying'])
			expect(isTallyList(tallies)).toBe(true)
		}),
	)
})

test('addSheet() gives the same tallies in whatever order sheets come', () => {
	const sheet = fc.record({
		topic: fc.constantFrom('bullying', 'scams'),
		form: fc.constantFrom('a' as const, 'b' as const),
		q1: fc.constantFrom('a', 'b', 'c', 'x'),
	})
	const addAll = (sheets: { topic: string; form: 'a' | 'b'; q1: string }[]): Tally[] =>
		sheets.reduce<Tally[]>(
			(tallies, { topic, form, q1 }) =>
				addSheet(tallies, { topic, form, answers: new URLSearchParams({ q1 }) }),
			[],
		)
	fc.assert(
		fc.property(fc.array(sheet), (sheets) => {
			expect(addAll(sheets.toReversed())).toEqual(addAll(sheets))
		}),
	)
})

test('addSheet() counts sheets by score, so that a spread is known; an older tally has none until then', () => {
	const hand = (tallies: readonly Tally[], answers: string) =>
		addSheet(tallies, { topic: 'bullying', form: 'a', answers: new URLSearchParams(answers) }, quiz)
	const older = addSheet([], { topic: 'bullying', form: 'a', answers: new URLSearchParams('q1=a') })
	expect(older[0]?.scores).toBeUndefined()
	const [tally] = hand(hand(hand(older, 'q1=a&q2=b&q3=c&q4=a&q5=b'), 'q1=a&q2=c'), '')
	expect(tally).toMatchObject({ sheets: 4, scores: [1, 1, 0, 0, 0, 1] })
	expect(isTallyList([tally])).toBe(true)
	expect(isTallyList([{ ...tally, scores: [1] }])).toBe(false)
	expect(toTallyTable(tally ? [tally] : [], [quiz])).toContain('bullying,a,4,score,5,,1,,,')
})

test('getRightShares() is the share of answers that are right, and says nothing where nobody answered', () => {
	let tallies = addSheet([], { topic: 'bullying', form: 'a', answers: new URLSearchParams('q1=a&q2=a') })
	tallies = addSheet(tallies, { topic: 'bullying', form: 'a', answers: new URLSearchParams('q1=b&q2=b') })
	tallies = addSheet(tallies, { topic: 'bullying', form: 'a', answers: new URLSearchParams('q1=a') })
	expect(tallies[0] && getRightShares(quiz, tallies[0])).toEqual([67, 50, undefined, undefined, undefined])
})

test('toTallyTable() has a line for each item and each sentence', () => {
	const table = toTallyTable(
		addSheet([], { topic: 'bullying', form: 'a', answers: new URLSearchParams('q1=a') }),
		[quiz],
	)
	const lines = table.trimEnd().split('\r\n')
	expect(lines).toHaveLength(1 + 5 + 3)
	expect(lines[1]).toBe('bullying,a,1,item,1,one,1,0,0,a')
})

test.each([null, {}, [null], [{ topic: 'x', form: 'c' }], [{ topic: 1 }]])(
	'isTallyList() refuses %j',
	(value) => {
		expect(isTallyList(value)).toBe(false)
	},
)
