import fc from 'fast-check'
import * as v from 'valibot'
import { expect, test } from 'vitest'
import { makeQuizKey, makeQuizWords } from '../../../../../tests/support/skills.ts'
import { forms } from './form.ts'
import { findKeyFaults, findQuizFaults, gradeQuiz, itemCount, letters, quizKey, quizWords } from './quiz.ts'

const key = makeQuizKey()
const words = makeQuizWords()
const issuesOf = (schema: v.GenericSchema, value: unknown): string[] =>
	v.safeParse(schema, value).issues?.map(({ message }) => message) ?? []

test('gradeQuiz() counts the answers that are right, by form', () => {
	expect(gradeQuiz(key, 'a', key.right.a)).toBe(5)
	expect(gradeQuiz(key, 'b', key.right.b)).toBe(5)
	expect(gradeQuiz(key, 'a', ['a', 'b', 'c', 'a', 'c'])).toBe(4)
	expect(gradeQuiz(key, 'a', ['b', 'c', 'a', 'b', 'c'])).toBe(0)
})

test('gradeQuiz() counts an answer that is missing, unknown or written differently as not right', () => {
	expect(gradeQuiz(key, 'a', [])).toBe(0)
	expect(gradeQuiz(key, 'a', [undefined, 'b'])).toBe(1)
	expect(gradeQuiz(key, 'a', ['A', ' b', 'c ', 'abc', ''])).toBe(0)
	expect(gradeQuiz(key, 'a', ['constructor', '__proto__', 'd', '1', 'true'])).toBe(0)
})

test('gradeQuiz() counts no answer to an item that is not there', () => {
	expect(gradeQuiz(key, 'a', [...key.right.a, 'a', 'b', 'c'])).toBe(itemCount)
	expect(gradeQuiz(key, 'a', ['x', ...key.right.a])).toBeLessThan(itemCount)
})

test('gradeQuiz() gives for any answers the number of items whose letter is the right one', () => {
	const answer = fc.option(fc.oneof(fc.constantFrom(...letters), fc.string()), { nil: undefined })
	fc.assert(
		fc.property(fc.constantFrom(...forms), fc.array(answer, { maxLength: 9 }), (form, answers) => {
			let right = 0
			for (let item = 0; item < itemCount; item++) if (answers[item] === key.right[form][item]) right++
			expect(gradeQuiz(key, form, answers)).toBe(right)
		}),
	)
})

test('findKeyFaults() finds a letter that is never right or right four times', () => {
	expect(findKeyFaults(key)).toEqual([])
	const right = { a: ['a', 'a', 'a', 'a', 'b'], b: ['a', 'b', 'c', 'c', 'c'] } satisfies typeof key.right
	expect(findKeyFaults(makeQuizKey({ right }))).toEqual([
		'right.a: a must be right once at least and three times at most',
		'right.a: c must be right once at least and three times at most',
	])
})

test('findKeyFaults() takes no key with which one letter everywhere would be a mastered form', () => {
	const five = fc.array(fc.constantFrom(...letters), { minLength: itemCount, maxLength: itemCount })
	fc.assert(
		fc.property(five, five, (a, b) => {
			const guessed = makeQuizKey({ right: { a, b } })
			if (findKeyFaults(guessed).length > 0) return
			for (const form of forms)
				for (const letter of letters)
					expect(gradeQuiz(guessed, form, Array<string>(itemCount).fill(letter))).toBeLessThan(4)
		}),
	)
})

test('findQuizFaults() finds where skills and their words do not meet', () => {
	expect(findQuizFaults(key, words)).toEqual([])
	expect(findQuizFaults(makeQuizKey({ skills: ['one', 'two', 'three', 'four', 'six'] }), words)).toEqual([
		'skills.six: is missing',
		'skills.five: is not in quiz.yaml',
	])
})

test('findQuizFaults() does not take `constructor` for a skill that has words', () => {
	const skills = ['one', 'two', 'three', 'four', 'constructor']
	expect(findQuizFaults(makeQuizKey({ skills }), words)).toContain('skills.constructor: is missing')
})

test.each<[string, object, string]>([
	['four skills', { skills: ['one', 'two', 'three', 'four'] }, 'must have 5 entries'],
	['four right letters', { right: { ...key.right, a: ['a', 'b', 'c', 'a'] } }, 'must have 5 entries'],
	['a letter d', { right: { ...key.right, a: ['a', 'b', 'c', 'a', 'd'] } }, '"d"'],
	['a third form', { right: { ...key.right, c: key.right.a } }, '"c"'],
	['readers that nobody is', { readers: 'citizens' }, '"citizens"'],
])('quizKey refuses %s', (_, changes, reason) => {
	expect(issuesOf(quizKey, { ...key, ...changes }).join()).toContain(reason)
})

test('quizKey lets a quiz count unless it says no', () => {
	const { counts, ...silent } = key
	expect(counts).toBe(true)
	expect(v.parse(quizKey, silent).counts).toBe(true)
	expect(v.parse(quizKey, { ...key, counts: false }).counts).toBe(false)
})

test.each<[string, object, string]>([
	['two sentences on being sure', { sure: ['one', 'two'] }, 'must have 3 sentences'],
	['a form of four items', { forms: { ...words.forms, a: words.forms.a.slice(1) } }, 'must have 5 entries'],
	['a title of 71 characters', { title: 'x'.repeat(71) }, 'must be 70 characters at most'],
	['a day that is none', { checked: 'yesterday' }, 'must be a date such as 2026-11-24'],
])('quizWords refuses %s', (_, changes, reason) => {
	expect(issuesOf(quizWords, { ...words, ...changes }).join()).toContain(reason)
})
