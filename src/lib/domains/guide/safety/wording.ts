import type { Language } from '#base'
import { isAbout } from './is-about.ts'
import { compile, read } from './read-text.ts'
import type { SafetyMessage } from './safety-message.ts'
import type { SafetyText } from './safety-text.ts'
import { findHits, lineEnd } from './scope.ts'

/** The sentences with which an answer says a message, as patterns read them: vowel marks and marks of emphasis do not count. */
export type Wording = {
	row: string
	language: Language
	file: string
	/** Name of the answer: situation and who reads. */
	text: string
	sentences: string
}

const sentence = new RegExp(`[^.!?؟${lineEnd}]+[.!?؟]?`, 'gu')

/** Sentences of a text that hold the first place where each pattern is found and not denied. */
const findSentences = (
	{ must, urgent }: SafetyMessage,
	language: Language,
	words: string,
): string[] | undefined => {
	const places = (must?.[language] ?? []).map((pattern) =>
		findHits(compile(pattern), { words, language, urgent }).find(({ denied }) => !denied),
	)
	const holds = (start: number, end: number): boolean =>
		places.some((hit) => hit && hit.index < end && hit.index + Math.max(1, hit.found.length) > start)
	if (places.length === 0 || places.includes(undefined)) return undefined
	return [...words.matchAll(sentence)]
		.filter(({ 0: found, index }) => holds(index, index + found.length))
		.map(([found]) => found.trim())
}

/** Finds with which sentences each answer says the messages that it says. */
export const findWordings = (messages: readonly SafetyMessage[], texts: readonly SafetyText[]): Wording[] => {
	const answers = texts.filter(({ file }) => file.startsWith('content/answers/')).map(read)
	return messages.flatMap((message) =>
		message.need === 'free'
			? []
			: answers
					.filter(({ text }) => isAbout(message, text))
					.flatMap(({ text, words }) => {
						const [found] = message.where.flatMap((place) => {
							const sentences = findSentences(message, text.language, words[place] ?? '')
							return sentences === undefined ? [] : [sentences]
						})
						if (found === undefined) return []
						const name = [...text.situations, ...text.askers].join('/')
						return [
							{
								row: message.id,
								language: text.language,
								file: text.file,
								text: name,
								sentences: found.join(' '),
							},
						]
					}),
	)
}
