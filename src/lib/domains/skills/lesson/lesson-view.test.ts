import { expect, test } from 'vitest'
import {
	makeDisclosure,
	makeLesson,
	makeLessonWords,
	makePlan,
	makeScenario,
	makeScenarioWords,
	makeSkills,
} from '../../../../../tests/support/skills.ts'
import { findLessonView, getDisclosure } from './lesson-view.ts'
import type { Lesson } from './lesson.ts'

const withLesson = (changes: Partial<Lesson>) => makeSkills({ lessons: [makeLesson(changes)] })

test('findLessonView() gives a lesson with the words of each part of its plan, in order', () => {
	const view = findLessonView(makeSkills(), 'class-without-harm', 'fr')
	expect(view).toMatchObject({
		id: 'class-without-harm',
		language: 'fr',
		words: { title: 'Lesson fr' },
		quiz: 'bullying',
		topics: ['bullying'],
		readers: 'teens',
	})
	expect(view?.plan.map(({ id, minutes, kind, title }) => [id, minutes, kind, title])).toEqual([
		['before', 8, 'listening', 'Part before'],
		['scene', 30, 'practice', 'Part scene'],
		['after', 7, 'talk', 'Part after'],
	])
})

test.each([
	[27, 60],
	[30, 67],
	[45, 100],
])('findLessonView() says that %i minutes of practice are %i per cent', (minutes, share) => {
	const plan = makePlan(45 - minutes, minutes, 0)
	expect(findLessonView(withLesson({ plan }), 'class-without-harm', 'fr')?.practiceShare).toBe(share)
})

test('findLessonView() brings the scenarios of the lesson, each in the nearest language', () => {
	const onlyFrench = makeScenario({ id: 'left-out', words: { fr: makeScenarioWords(makeScenario()) } })
	const lesson = makeLesson({ scenarios: ['left-out', 'class-group'] })
	const skills = makeSkills({ lessons: [lesson], scenarios: [makeScenario(), onlyFrench] })
	const view = findLessonView(skills, 'class-without-harm', 'en')
	expect(view?.scenarios.map(({ id, language }) => [id, language])).toEqual([
		['left-out', 'fr'],
		['class-group', 'en'],
	])
})

test('findLessonView() falls back to the nearest language and says which it is', () => {
	expect(findLessonView(makeSkills(), 'class-without-harm', 'zgh')?.language).toBe('ar')
	const inFrench = withLesson({ words: { fr: makeLessonWords() } })
	expect(findLessonView(inFrench, 'class-without-harm', 'en')?.language).toBe('fr')
	expect(findLessonView(withLesson({ words: {} }), 'class-without-harm', 'ar')).toBeUndefined()
})

test.each(['', 'unknown', 'constructor', '__proto__', 'toString'])(
	'findLessonView() gives nothing for the lesson `%s`',
	(id) => {
		expect(findLessonView(makeSkills(), id, 'fr')).toBeUndefined()
	},
)

test('getDisclosure() gives the card in the nearest language, and says aloud when there is none', () => {
	const inFrench = makeSkills({ disclosure: { fr: makeDisclosure({ title: 'Carte' }) } })
	expect(getDisclosure(inFrench, 'zgh')).toMatchObject({ language: 'fr', words: { title: 'Carte' } })
	expect(() => getDisclosure(makeSkills({ disclosure: {} }), 'ar')).toThrow('no language has it')
})
