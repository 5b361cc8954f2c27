import { languages } from '#base'
import { answerFile, type Answer } from './answer.ts'
import type { Situation } from './help-finder.ts'
import {
	checkSafety,
	toSafetyText,
	toSafetyTextOfAnswer,
	type SafetyMessage,
	type SafetyText,
} from './safety/index.ts'
import type { Sources } from './page/source.ts'
import type { Topic } from './topic.ts'
import type { TopicPage } from './page/topic-page.ts'

/** The parts of the library that answers and messages speak of. */
type Parts = {
	topics: readonly Topic[]
	situations: readonly Situation[]
	sources: Sources
	pages: readonly TopicPage[]
	answers: readonly Answer[]
	safety: readonly SafetyMessage[]
}

const fileOf = ({ situation, asker, language }: Answer): string => answerFile(situation, asker, language)

/** A situation that has words of its own has them for everyone who can live it, in every language. */
export const checkAnswers = ({ situations, answers, sources }: Parts): string[] => {
	const have = new Set(answers.map(fileOf))
	const wanted = situations
		.filter(({ id }) => answers.some(({ situation }) => situation === id))
		.flatMap(({ id, who }) =>
			who.flatMap((asker) => languages.map((language) => answerFile(id, asker, language))),
		)
	return [
		...wanted.filter((file) => !have.has(file)).map((file) => `${file}:1: is missing`),
		...[...have]
			.filter((file) => !wanted.includes(file))
			.map((file) => `${file}:1: situations.yaml does not list this situation for this asker`),
		...answers.flatMap((answer) =>
			answer.sources
				.filter((id) => !sources[id])
				.map((id) => `${fileOf(answer)}:1: source ${id} is not in content/sources.yaml`),
		),
		...answers
			.filter(({ situation, doorOf }) => {
				const doors = situations.find(({ id }) => id === situation)?.doors
				return doorOf !== undefined && doors?.includes(doorOf) === false
			})
			.map((answer) => `${fileOf(answer)}:1: ${answer.doorOf ?? ''} is no door of this situation`),
	]
}

/** Every text of pages and answers that is held against the messages. */
export const getSafetyTexts = ({
	pages,
	answers,
	topics,
}: Pick<Parts, 'pages' | 'answers' | 'topics'>): SafetyText[] => [
	...pages.map((page) => toSafetyText(page, topics)),
	...answers.map(toSafetyTextOfAnswer),
]

/** Finds what pages and answers lack or may not say, and messages that speak of nothing. */
export const checkMessages = ({ safety, topics, situations, sources, pages, answers }: Parts): string[] => {
	const ids = safety.map(({ id }) => id)
	const strangers = (what: string, named: readonly string[], known: readonly string[]): string[] =>
		named.filter((id) => !known.includes(id)).map((id) => `${id} is not ${what}`)
	return [
		...safety
			.filter(({ id }, index) => ids.indexOf(id) !== index)
			.map(({ id, at }) => `${at}: ${id} stands twice`),
		...safety.flatMap((message) =>
			[
				...strangers('a topic', message.topics, ['*', ...topics.map(({ id }) => id)]),
				...strangers(
					'a situation',
					message.situations,
					situations.map(({ id }) => id),
				),
				...strangers(
					'a message with must',
					message.opposes,
					safety.filter(({ must }) => must !== undefined).map(({ id }) => id),
				),
				...strangers('a source of content/sources.yaml', message.sources, Object.keys(sources)),
			].map((fault) => `${message.at}: ${message.id}: ${fault}`),
		),
		...checkSafety(safety, getSafetyTexts({ pages, answers, topics }), ['first', 'now', 'page']),
	]
}
