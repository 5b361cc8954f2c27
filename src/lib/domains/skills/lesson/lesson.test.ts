import fc from 'fast-check'
import * as v from 'valibot'
import { expect, test } from 'vitest'
import {
	makeDisclosure,
	makeLessonFrame,
	makeLessonWords,
	makePlan,
} from '../../../../../tests/support/skills.ts'
import { disclosureWords, findLessonFaults, lessonFrame, lessonMinutes, lessonWords } from './lesson.ts'

const words = makeLessonWords()
const issuesOf = (schema: v.GenericSchema, value: unknown): string[] =>
	v.safeParse(schema, value).issues?.map(({ message }) => message) ?? []
const planIssuesOf = (...minutes: [listening: number, practice: number, talk: number]): string[] =>
	issuesOf(lessonFrame, makeLessonFrame({ plan: makePlan(...minutes) }))

test('lessonFrame takes a lesson of 45 minutes with 27 of practice, and not one minute less of it', () => {
	expect(lessonMinutes).toBe(45)
	expect(planIssuesOf(9, 27, 9)).toEqual([])
	expect(planIssuesOf(9, 26, 10)).toEqual(['must give at least 60 % of its minutes to practice'])
})

test('lessonFrame refuses a lesson of 44 or 46 minutes', () => {
	expect(planIssuesOf(8, 30, 6)).toEqual(['must add up to 45 minutes'])
	expect(planIssuesOf(8, 30, 8)).toEqual(['must add up to 45 minutes'])
})

test('lessonFrame counts the minutes of practice over all parts', () => {
	const plan = [...makePlan(9, 20, 9), { id: 'again', minutes: 7, kind: 'practice' as const }]
	expect(issuesOf(lessonFrame, makeLessonFrame({ plan }))).toEqual([])
})

test.each<[string, [listening: number, practice: number, talk: number]]>([
	['no minutes', [8, 37, 0]],
	['half a minute', [7.5, 30, 7.5]],
	['minutes before it begins', [-5, 45, 5]],
])('lessonFrame refuses a part of %s', (_, minutes) => {
	expect(planIssuesOf(...minutes)).not.toEqual([])
})

test('lessonFrame takes a plan exactly when it lasts 45 minutes and 60 % of them are practice', () => {
	const part = fc.record({
		id: fc.constant('part'),
		minutes: fc.integer({ min: 1, max: 45 }),
		kind: fc.constantFrom('listening' as const, 'practice' as const, 'talk' as const),
	})
	/** Half of the plans are filled up to 45 minutes, so that the second rule is tried too. */
	const plans = fc
		.tuple(fc.array(part, { maxLength: 8 }), part, fc.boolean())
		.map(([parts, last, isFilled]) => {
			const rest = 45 - parts.reduce((sum, { minutes }) => sum + minutes, 0)
			const all = isFilled && rest > 0 ? [...parts, { ...last, minutes: rest }] : parts
			return all.map((one, index) => ({ ...one, id: `part-${index}` }))
		})
	fc.assert(
		fc.property(plans, (plan) => {
			const count = (kinds: string[]): number =>
				plan.filter(({ kind }) => kinds.includes(kind)).reduce((sum, { minutes }) => sum + minutes, 0)
			const isSound = count(['listening', 'practice', 'talk']) === 45 && count(['practice']) >= 27
			expect(v.safeParse(lessonFrame, makeLessonFrame({ plan })).success).toBe(isSound)
		}),
		{ numRuns: 500 },
	)
})

test.each<[string, object]>([
	['no topic', { topics: [] }],
	['no scenario', { scenarios: [] }],
	['nothing of the programme that it joins', { joins: [] }],
	[
		'a kind of part that is neither listening, practice nor talk',
		{ plan: [{ id: 'x', minutes: 45, kind: 'test' }] },
	],
	['no level of school', { levels: [] }],
	['a level that no school has', { levels: ['university'] }],
	['no word on printing', { print: 'perhaps' }],
	['a picture that is not drawn', { picture: 'dragon' }],
	['a key that is unknown', { minutes: 45 }],
])('lessonFrame refuses %s', (_, changes) => {
	expect(issuesOf(lessonFrame, { ...makeLessonFrame(), ...changes })).not.toEqual([])
})

test('lessonWords and disclosureWords take the words that are asked for', () => {
	expect(issuesOf(lessonWords, words)).toEqual([])
	expect(issuesOf(disclosureWords, makeDisclosure())).toEqual([])
})

test.each<[string, object, string]>([
	['one aim', { aims: ['x'] }, 'must have 2 entries at least'],
	[
		'two tasks',
		{ sheet: { ...words.sheet, tasks: words.sheet.tasks.slice(1) } },
		'must have 3 entries at least',
	],
	[
		'five questions to talk about',
		{ talk: { ...words.talk, questions: ['1', '2', '3', '4', '5'] } },
		'must have 4 entries at most',
	],
	[
		'a line of a poster that no wall holds',
		{ poster: { title: 'x', lines: ['x', 'x'.repeat(45)] } },
		'44 characters',
	],
	['nine slides', { slides: Array(9).fill({ title: 'x', lines: ['x'] }) }, 'must have 8 entries at most'],
])('lessonWords refuses %s', (_, changes, reason) => {
	expect(issuesOf(lessonWords, { ...words, ...changes }).join()).toContain(reason)
})

test('disclosureWords refuses a card that says fewer than four things not to do', () => {
	expect(issuesOf(disclosureWords, makeDisclosure({ dont: ['1', '2', '3'] }))).toEqual([
		'must have 4 entries at least',
	])
})

test('findLessonFaults() finds where the plan and its words do not meet', () => {
	expect(findLessonFaults(makeLessonFrame(), words)).toEqual([])
	const { scene, ...plan } = words.plan
	expect(scene).toBeDefined()
	const other = makeLessonWords({ plan: { ...plan, game: { title: 'x', teacher: 'x', pupils: 'x' } } })
	expect(findLessonFaults(makeLessonFrame(), other)).toEqual([
		'plan.scene: is missing',
		'plan.game: is not in lesson.yaml',
	])
})

test('findLessonFaults() wants a scene for each slide', () => {
	const paper = { ...makeLessonFrame().paper, slides: ['a', 'b'] }
	expect(findLessonFaults(makeLessonFrame({ paper }), words)).toEqual([
		'slides: 5 of them, with 2 scenes in lesson.yaml',
	])
})

test('findLessonFaults() finds a level that does not read what is written for these readers', () => {
	expect(findLessonFaults(makeLessonFrame({ levels: ['primary', 'lycee'] }), words)).toEqual([
		'levels: primary does not read what is written for teens',
	])
})

test('findLessonFaults() does not take `constructor` for a part that has words', () => {
	const plan = [...makePlan(8, 30, 6), { id: 'constructor', minutes: 1, kind: 'talk' as const }]
	expect(findLessonFaults(makeLessonFrame({ plan }), words)).toEqual(['plan.constructor: is missing'])
})
