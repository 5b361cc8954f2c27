import type { Language } from '#base'
import * as v from 'valibot'
import { toAnswerTexts, answerFile, type Answer } from './answer.ts'
import { readers } from './audience.ts'
import { askers, type Asker } from './contact.ts'
import { toPageTexts, toPlainLetters } from './page-check.ts'
import { slug } from './topic.ts'
import type { TopicPage } from './topic-page.ts'

export const safetyPath = 'content/safety/messages.yaml'

const isPattern = (text: string): boolean => {
	try {
		return new RegExp(text, 'iu').source !== ''
	} catch {
		return false
	}
}

const pattern = v.pipe(v.string(), v.nonEmpty(), v.check(isPattern, 'must be a regular expression'))
const patterns = v.pipe(v.array(pattern), v.nonEmpty())
const inEvery = v.strictObject({ ar: patterns, fr: patterns, zgh: patterns, en: patterns })

/**
 * Schema of `content/safety/messages.yaml`: what pages and answers have to say to whom, and what they may not. A message holds for the
 * topics and situations that it names, read by the people that it names.
 */
export const safetyFile = v.array(
	v.pipe(
		v.strictObject({
			id: slug,
			/** The sentence in plain words: what the patterns look for. */
			says: v.pipe(v.string(), v.nonEmpty()),
			sources: v.pipe(v.array(slug), v.nonEmpty()),
			topics: v.optional(v.array(slug), () => []),
			situations: v.optional(v.array(slug), () => []),
			askers: v.pipe(v.array(v.picklist(askers)), v.nonEmpty()),
			/** `first`: the first thing to do now. `now`: the three things. `page`: all that is said. */
			where: v.picklist(['first', 'now', 'page']),
			/** Regular expressions that all have to be found, in every language. */
			must: v.optional(inEvery),
			/** Regular expressions of which none may be found. */
			never: v.optional(inEvery),
		}),
		v.check(({ must, never }) => must !== undefined || never !== undefined, 'wants must or never'),
	),
)

/** Something that has to be said, or may not be. */
export type SafetyMessage = v.InferOutput<typeof safetyFile>[number]

/** A text that is held against the messages: what it is about, who reads it, and its words by place. */
export type SafetyText = {
	file: string
	topic?: string
	situation?: string
	asker: Asker
	language: Language
	words: Readonly<Record<SafetyMessage['where'], string>>
}

const isAbout = (message: SafetyMessage, { topic, situation, asker }: SafetyText): boolean =>
	message.askers.includes(asker) &&
	((topic !== undefined && message.topics.includes(topic)) ||
		(situation !== undefined && message.situations.includes(situation)))

const isFound = (source: string, text: string): boolean =>
	new RegExp(toPlainLetters(source), 'iu').test(toPlainLetters(text).replace(/\s+/gu, ' '))

/** What a text lacks, and what it says and may not, a line each: `file:1: reason`. */
export const checkSafety = (messages: readonly SafetyMessage[], text: SafetyText): string[] =>
	messages
		.filter((message) => isAbout(message, text))
		.flatMap(({ id, says, where, must, never }) => {
			const words = text.words[where]
			return [
				...(must?.[text.language] ?? [])
					.filter((source) => !isFound(source, words))
					.map((source) => `${text.file}:1: lacks "${id}" in ${where} (/${source}/): ${says}`),
				...(never?.[text.language] ?? [])
					.filter((source) => isFound(source, words))
					.map((source) => `${text.file}:1: says what "${id}" forbids (/${source}/): ${says}`),
			]
		})

/** A page of advice as the messages see it. */
export const toSafetyText = (page: TopicPage): SafetyText => ({
	file: `content/topics/${page.topic}/${page.audience}/${page.language}.md`,
	topic: page.topic,
	asker: readers[page.audience],
	language: page.language,
	words: { first: page.now[0] ?? '', now: page.now.join('\n'), page: toPageTexts(page).join('\n') },
})

/** An answer as the messages see it. */
export const toSafetyTextOfAnswer = (answer: Answer): SafetyText => {
	const cards = answer.now.map((one) => `${one.do} ${one.how}`)
	const { situation, asker, language } = answer
	return {
		file: answerFile(situation, asker, language),
		situation,
		asker,
		language,
		words: { first: cards[0] ?? '', now: cards.join('\n'), page: toAnswerTexts(answer).join('\n') },
	}
}

/** Short texts about a topic (what a quiz calls right): they need not say everything, and may not say what is forbidden. */
export const checkForbidden = (
	messages: readonly SafetyMessage[],
	{ text, ...about }: Omit<SafetyText, 'words'> & { text: string },
): string[] =>
	checkSafety(
		messages.map((message) => ({ ...message, must: undefined })),
		{ ...about, words: { first: text, now: text, page: text } },
	)
