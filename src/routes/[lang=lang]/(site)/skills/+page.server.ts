import { getLanguage, locales } from '#base'
import { library } from '#domains/guide/server'
import { getCard } from '#domains/scenes/server'
import { getQuizCards, getScenarioCards } from '#domains/skills'
import { isFor, readers } from '#domains/skills/scenario'
import { skills } from '#domains/skills/server'
import type { EntryGenerator, PageServerLoad } from './$types'

export const prerender = true

export const entries: EntryGenerator = () => locales.map((lang) => ({ lang }))

export const load: PageServerLoad = ({ params }) => {
	const language = getLanguage(params.lang)
	const quizzes = getQuizCards(skills, language)
	const pictures = new Map(library.topics.map(({ id, picture }) => [id, picture]))
	return {
		groups: readers.map((reader) => ({
			reader,
			cards: getScenarioCards(skills, language, isFor(reader)).map((card) => ({
				...card,
				scene: getCard({ story: card.id }, params.lang, reader === 'teens'),
			})),
		})),
		quizzes: readers
			.map((reader) => ({
				reader,
				quizzes: quizzes
					.filter((quiz) => quiz.readers === reader)
					.map((quiz) => ({
						...quiz,
						picture: pictures.get(quiz.topic) ?? (reader === 'teachers' ? reader : ('practice' as const)),
					})),
			}))
			.filter(({ quizzes: some }) => some.length > 0),
	}
}
