import type { Language } from '#base'
import { type InLanguage, pickWords } from '#domains/guide'
import type { DisclosureWords, Lesson, LessonWords } from './lesson.ts'
import { toScenarioCard, type ScenarioCard } from '../scenario/scenario-view.ts'
import type { Skills } from '../skills-library.ts'

/** A lesson with all that belongs to it. Texts are as written; `language` says whose they are. */
export type LessonView = InLanguage<LessonWords> & {
	id: string
	topics: Lesson['topics']
	quiz: string
	readers: Lesson['readers']
	joins: Lesson['joins']
	levels: Lesson['levels']
	print: Lesson['print']
	/** Minutes of the whole lesson. */
	minutes: number
	picture: Lesson['picture']
	paper: Lesson['paper']
	plan: ({
		id: string
		minutes: number
		kind: Lesson['plan'][number]['kind']
	} & LessonWords['plan'][string])[]
	/** Per cent of the minutes that are practice. */
	practiceShare: number
	scenarios: ScenarioCard[]
}

/** Parts of a lesson that can be printed. */
export const lessonParts = ['teacher', 'sheet', 'talk', 'poster', 'slides'] as const
export type LessonPart = (typeof lessonParts)[number]

/** A lesson in `language` or the nearest one that has it; `undefined` when there is none. */
export const findLessonView = (skills: Skills, id: string, language: Language): LessonView | undefined => {
	const lesson = skills.lessons.find((candidate) => candidate.id === id)
	const picked = lesson && pickWords(lesson.words, language)
	if (!lesson || !picked) return undefined
	const minutes = (kind?: string): number =>
		lesson.plan.reduce((sum, part) => sum + (kind === undefined || part.kind === kind ? part.minutes : 0), 0)
	const { topics, quiz, readers, joins, levels, print, picture, paper } = lesson
	return {
		...picked,
		id,
		topics,
		quiz,
		readers,
		joins,
		levels,
		print,
		picture,
		paper,
		minutes: minutes(),
		plan: lesson.plan.flatMap((part) => {
			const words = picked.words.plan[part.id]
			return words ? [{ ...part, ...words }] : []
		}),
		practiceShare: Math.round((100 * minutes('practice')) / minutes()),
		scenarios: lesson.scenarios.flatMap((scenarioId) => {
			const scenario = skills.scenarios.find((candidate) => candidate.id === scenarioId)
			return scenario ? toScenarioCard(scenario, language) : []
		}),
	}
}

/** The card for disclosures in `language` or the nearest one that has it. Throws when no language has it. */
export const getDisclosure = (skills: Skills, language: Language): InLanguage<DisclosureWords> => {
	const picked = pickWords(skills.disclosure, language)
	if (!picked) throw new Error('getting the card for disclosures: no language has it')
	return picked
}
