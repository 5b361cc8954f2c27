import { languages, type Language } from '#base'
import { pickWords, type Topic } from '#domains/guide'
import type { Skills } from '../skills-library.ts'
import { staffQuizId } from './staff-quiz.ts'

/** Subject of a quiz, as its pages and its certificate name it. */
export type QuizSubject = Pick<Topic, 'id' | 'raisesHelpPanel'> & {
	picture: Topic['picture'] | 'teachers'
	title: Readonly<Record<Language, string>>
}

/** The topic of a quiz, or the path of the staff room; `undefined` when there is no such quiz. */
export const findQuizSubject = (
	{ quizzes }: Pick<Skills, 'quizzes'>,
	topics: readonly Topic[],
	id: string,
): QuizSubject | undefined => {
	const quiz = quizzes.find(({ topic }) => topic === id)
	if (id !== staffQuizId) return topics.find((topic) => topic.id === id)
	if (!quiz) return undefined
	const titles = languages.map((language) => [language, pickWords(quiz.words, language)?.words.title ?? ''])
	return {
		id,
		raisesHelpPanel: false,
		picture: 'teachers',
		title: Object.fromEntries(titles) as QuizSubject['title'],
	}
}
