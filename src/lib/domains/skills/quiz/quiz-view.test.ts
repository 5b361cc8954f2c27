import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countCalls } from '../../../../../tests/support/work.ts'
import { languages } from '#base'
import { makeQuiz, makeQuizWords, makeSkills } from '../../../../../tests/support/skills.ts'
import { findQuizResult, findQuizView, getQuizCards, type QuizResult } from './quiz-view.ts'
import type { Quiz } from './quiz.ts'

const skills = makeSkills()
const allRight = 'q1=a&q2=b&q3=c&q4=a&q5=b'

/** Result of answers to form a, in French. */
const resultOf = (answers: string, changes: Partial<Quiz> = {}): QuizResult => {
	const of = makeSkills({ quizzes: [makeQuiz(changes)] })
	const result = findQuizResult(of, {
		topic: 'bullying',
		form: 'a',
		language: 'fr',
		answers: new URLSearchParams(answers),
	})
	if (!result) throw new Error('cannot grade bullying/a: there is no such form')
	return result
}

test('findQuizView() shows the items of a form, what is right, and why', () => {
	const view = findQuizView(skills, { topic: 'bullying', form: 'b', language: 'fr' })
	expect(view).toMatchObject({ topic: 'bullying', form: 'b', title: 'Quiz fr', language: 'fr', counts: true })
	expect(view?.items).toHaveLength(5)
	expect(view?.items[0]).toEqual({
		ask: 'Ask b1',
		choices: [
			{ letter: 'a', text: 'Ask b1 A', because: 'Ask b1 why A', isRight: false },
			{ letter: 'b', text: 'Ask b1 B', because: 'Ask b1 why B', isRight: true },
			{ letter: 'c', text: 'Ask b1 C', because: 'Ask b1 why C', isRight: false },
		],
	})
	for (const { choices } of view?.items ?? [])
		expect(choices.filter(({ isRight }) => isRight)).toHaveLength(1)
})

test('findQuizView() falls back to the nearest language and says which it is', () => {
	expect(findQuizView(skills, { topic: 'bullying', form: 'a', language: 'zgh' })?.language).toBe('ar')
	const inFrench = makeSkills({ quizzes: [makeQuiz({ words: { fr: makeQuizWords() } })] })
	for (const language of languages)
		expect(findQuizView(inFrench, { topic: 'bullying', form: 'a', language })?.language).toBe('fr')
})

test.each(['', 'c', 'A', 'ab', 'constructor', '__proto__', 'toString'])(
	'findQuizView() and findQuizResult() give nothing for the form or the topic `%s`',
	(name) => {
		const answers = new URLSearchParams(allRight)
		expect(findQuizView(skills, { topic: 'bullying', form: name, language: 'fr' })).toBeUndefined()
		expect(findQuizView(skills, { topic: name, form: 'a', language: 'fr' })).toBeUndefined()
		expect(findQuizResult(skills, { topic: 'bullying', form: name, language: 'fr', answers })).toBeUndefined()
		expect(findQuizResult(skills, { topic: name, form: 'a', language: 'fr', answers })).toBeUndefined()
	},
)

test('findQuizView() and findQuizResult() give nothing for a quiz that no language has', () => {
	const empty = makeSkills({ quizzes: [makeQuiz({ words: {} })] })
	expect(findQuizView(empty, { topic: 'bullying', form: 'a', language: 'ar' })).toBeUndefined()
	expect(
		findQuizResult(empty, {
			topic: 'bullying',
			form: 'a',
			language: 'ar',
			answers: new URLSearchParams(allRight),
		}),
	).toBeUndefined()
	expect(getQuizCards(empty, 'ar')).toEqual([])
})

test('findQuizResult() grades the form that was asked, not the other one', () => {
	const answers = new URLSearchParams(allRight)
	expect(findQuizResult(skills, { topic: 'bullying', form: 'a', language: 'fr', answers })).toMatchObject({
		form: 'a',
		right: 5,
		of: 5,
	})
	expect(findQuizResult(skills, { topic: 'bullying', form: 'b', language: 'fr', answers })).toMatchObject({
		form: 'b',
		right: 0,
		of: 5,
	})
})

test('findQuizResult() says mastered from four right answers of five', () => {
	expect(resultOf(allRight)).toMatchObject({ right: 5, isMastered: true })
	expect(resultOf('q1=a&q2=b&q3=c&q4=a&q5=c')).toMatchObject({ right: 4, isMastered: true })
	expect(resultOf('q1=a&q2=b&q3=c&q4=a')).toMatchObject({ right: 4, isMastered: true })
	expect(resultOf('q1=a&q2=b&q3=c')).toMatchObject({ right: 3, isMastered: false })
	expect(resultOf('')).toMatchObject({ right: 0, isMastered: false, sure: 0, sureOf: 3 })
})

test('findQuizResult() says for each skill whether it is there, in words', () => {
	const { skills: shown } = resultOf('q1=a&q3=c&q4=b')
	expect(shown.map(({ isMastered }) => isMastered)).toEqual([true, false, true, false, false])
	expect(shown[0]).toEqual({ id: 'one', text: 'Skill one', isMastered: true })
})

test('findQuizResult() gives no certificate where counts is false, however much is right', () => {
	const result = resultOf(allRight, { counts: false })
	expect(result.counts).toBe(false)
	expect(result.isMastered).toBe(false)
	const view = findQuizView(makeSkills({ quizzes: [makeQuiz({ counts: false })] }), {
		topic: 'bullying',
		form: 'a',
		language: 'fr',
	})
	expect(view?.counts).toBe(false)
})

test.each(['A', 'd', ' a', 'a ', 'ab', '', 'constructor', '__proto__', '\u0000', 'а'])(
	'findQuizResult() counts the letter %j as no answer',
	(letter) => {
		const answers = new URLSearchParams({ q1: letter, q2: letter, q3: letter, q4: letter, q5: letter })
		expect(resultOf(answers.toString()).right).toBe(0)
	},
)

test('findQuizResult() takes the first of repeated fields, so that sending every letter masters nothing', () => {
	const every = [1, 2, 3, 4, 5].flatMap((n) => ['c', 'a', 'b'].map((letter) => `q${n}=${letter}`)).join('&')
	expect(resultOf(every)).toMatchObject({ right: 1, isMastered: false })
	expect(resultOf('s1=no&s1=yes').sure).toBe(0)
	expect(resultOf('s1=yes&s1=yes&s1=yes').sure).toBe(1)
})

test('findQuizResult() counts sentences of self-efficacy that were answered with yes', () => {
	expect(resultOf('s1=yes&s2=some&s3=yes')).toMatchObject({ sure: 2, sureOf: 3 })
	expect(resultOf('s1=YES&s2=true&s3=&s4=yes')).toMatchObject({ sure: 0, sureOf: 3 })
})

test('findQuizResult() leaves out fields that it does not know', () => {
	expect(
		resultOf(`${allRight}&q0=a&q6=a&Q1=c&right=99&isMastered=true&of=1&__proto__=x&counts=false`),
	).toEqual(resultOf(allRight))
})

test('findQuizResult() keeps nothing that was sent, whatever was sent', () => {
	const name = fc.oneof(fc.string(), fc.constantFrom('q1', 'q5', 's1', 'title', 'topic', '__proto__'))
	const known = new Set([
		'bullying',
		'a',
		'teens',
		'Quiz fr',
		'fr',
		...makeQuiz().skills.flatMap((id) => [id, `Skill ${id}`]),
	])
	fc.assert(
		fc.property(fc.array(fc.tuple(name, fc.string())), (fields) => {
			const result = resultOf(new URLSearchParams(fields).toString())
			JSON.stringify(result, (_, value: unknown) => {
				if (typeof value === 'string') expect(known).toContain(value)
				return value
			})
			expect(result.right).toBeLessThanOrEqual(result.of)
			expect(result.right).toBe(result.skills.filter(({ isMastered }) => isMastered).length)
			expect(result.isMastered).toBe(result.right >= 4)
		}),
	)
})

test('findQuizResult() does no more for a hundred thousand fields than for one', async () => {
	const ask = (count: number) => {
		const answers = new URLSearchParams('q1=d&'.repeat(count))
		return countCalls(() => findQuizResult(skills, { topic: 'bullying', form: 'a', language: 'fr', answers }))
	}
	expect(await ask(100_000)).toBeLessThanOrEqual(2 * (await ask(1)))
})

test('getQuizCards() lists quizzes in the language of the reader or the nearest', () => {
	expect(getQuizCards(skills, 'zgh')).toEqual([
		{ topic: 'bullying', readers: 'teens', title: 'Quiz ar', language: 'ar' },
	])
})
