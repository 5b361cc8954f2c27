import { languages } from '#base'
import { answerFile, type Answer } from './answer.ts'
import type { Situation } from './help-finder.ts'
import { checkSafety, safetyPath, toSafetyText, toSafetyTextOfAnswer, type SafetyMessage } from './safety.ts'
import type { Sources } from './source.ts'
import type { Topic } from './topic.ts'
import type { TopicPage } from './topic-page.ts'

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
	]
}

/** What pages and answers lack or may not say, and messages that speak of nothing. */
export const checkMessages = ({ safety, topics, situations, sources, pages, answers }: Parts): string[] => {
	const known = new Set([...topics, ...situations].map(({ id }) => id))
	const ids = safety.map(({ id }) => id)
	return [
		...ids
			.filter((id, index) => ids.indexOf(id) !== index)
			.map((id) => `${safetyPath}:1: ${id} stands twice`),
		...safety.flatMap((message) => [
			...[...message.topics, ...message.situations]
				.filter((id) => !known.has(id))
				.map((id) => `${safetyPath}:1: ${message.id}: ${id} is neither a topic nor a situation`),
			...message.sources
				.filter((id) => !sources[id])
				.map((id) => `${safetyPath}:1: ${message.id}: source ${id} is not in content/sources.yaml`),
		]),
		...[...pages.map(toSafetyText), ...answers.map(toSafetyTextOfAnswer)].flatMap((text) =>
			checkSafety(safety, text),
		),
	]
}
