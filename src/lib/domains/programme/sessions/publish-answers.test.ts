import { expect, test } from 'vitest'
import { messages } from '#messages'
import { listAnswerFigures, toScoreBands, type ClassScores } from './publish-answers.ts'

const make = (session: string, scores: readonly number[], more: Partial<ClassScores> = {}): ClassScores => ({
	session,
	moment: 'before',
	scores,
	...more,
})
const five = ['a', 'b', 'c', 'd', 'e'].map((session) => make(session, [2, 2, 2, 2, 1, 1]))
const find = (classes: readonly ClassScores[], indicator = 'answers-right-before') =>
	listAnswerFigures(classes, '2026-Q4').find((row) => row.indicator === indicator)

test('of five sessions the share of sheets with four of five right comes out, with its sheets', () => {
	expect(find(five)).toMatchObject({ place: 'MA', status: 'shown', value: 0.2, n: 50 })
	expect(find(five, 'answers-right-after')).toMatchObject({ status: 'not-counted', value: undefined })
})

test('of fewer sessions nothing comes out, and a class of a few is in no number', () => {
	expect(find(five.slice(1))).toMatchObject({ status: 'too-few', value: undefined })
	// Two quizzes of one session are one session, seven sheets are none.
	expect(find([...five.slice(1), make('b', [9, 0, 0, 0, 0, 0])])).toMatchObject({ status: 'too-few' })
	expect(find([...five, make('f', [0, 0, 0, 0, 0, 7])])).toMatchObject({ value: 0.2, n: 50 })
	expect(find([...five.slice(1), make('f', [0, 0, 0, 0, 0, 7])])).toMatchObject({ status: 'too-few' })
})

test('a class is told in three bands, and nothing of a class of a few', () => {
	expect(toScoreBands([1, 2, 3, 4, 5, 6])).toEqual({ few: 6, some: 4, most: 11 })
	expect(toScoreBands([0, 0, 0, 0, 0, 7])).toBeUndefined()
})

test('every number of classes has its words at the desk', () => {
	for (const { indicator } of listAnswerFigures(five, '2026-Q4'))
		for (const [language, own] of Object.entries(messages))
			expect(own, language).toHaveProperty([`session.figures.${indicator}`])
})
