import { fallbacks, type Language } from '#base'
import type { Answer, CardPicture } from './answer.ts'
import { readers, type Audience } from './audience.ts'
import type { Asker } from './contact.ts'
import { getAudience, getTopicId, type Situation } from './help-finder.ts'
import { findPageOrFallback, type Library } from './library.ts'
import type { Topic } from './topic.ts'

/** One thing to do now; `how` is a sentence under it, `picture` shows what is done. */
export type AdviceStep = { do: string; how?: string; picture?: CardPicture | undefined }

/**
 * First advice to a person in a situation. Texts are as written, in `language`; `say` is Markdown. `why`: why these things. `door`: why
 * the first door stands first.
 */
export type Advice = {
	language: Language
	now: readonly AdviceStep[]
	say: string
	why?: string
	door?: string
	/** The door that the reason is true of; of whoever stands first, where it is not said. */
	doorOf?: string
	/** The page of a topic that these words are of; none where the situation has words of its own. */
	page?: { topic: string; audience: Audience; title: string }
}

/** Answers by where they stand: a page asks for one of hundreds. */
const indexes = new WeakMap<readonly Answer[], ReadonlyMap<string, Answer>>()

const toKey = (situation: string, asker: Asker, language: Language): string =>
	`${situation}/${asker}/${language}`

const getIndex = (answers: readonly Answer[]): ReadonlyMap<string, Answer> => {
	const known = indexes.get(answers)
	if (known) return known
	const made = new Map(answers.map((one) => [toKey(one.situation, one.asker, one.language), one]))
	indexes.set(answers, made)
	return made
}

const findAnswer = (
	{ answers }: Library,
	situation: string,
	asker: Asker,
	language: Language,
): Answer | undefined =>
	[language, ...fallbacks[language]]
		.map((candidate) => getIndex(answers).get(toKey(situation, asker, candidate)))
		.find((one) => one !== undefined)

/**
 * First things to do and words to say: the situation's own for this asker, else those of the page of its topic; `undefined` when there
 * is neither. A page speaks of a subject, and what fits one situation of that subject can harm in another.
 */
export const findAdvice = (
	library: Library,
	{ situation, asker, language }: { situation: Situation; asker: Asker; language: Language },
): Advice | undefined => {
	const answer = findAnswer(library, situation.id, asker, language)
	if (answer) {
		const { now, say, why, door, doorOf } = answer
		return {
			language: answer.language,
			now,
			say,
			...(why && { why }),
			...(door && { door }),
			...(doorOf && { doorOf }),
		}
	}
	const topic = library.topics.find(({ id }) => id === getTopicId(situation, asker))
	const audience = getAudience(asker, topic)
	const page = topic && findPageOrFallback(library, { topic: topic.id, audience, language })
	if (!page) return undefined
	return {
		language: page.language,
		now: page.now.map((text) => ({ do: text })),
		say: page.sections.say.markdown,
		page: { topic: topic.id, audience, title: topic.title[language] },
	}
}

/** The situation that a topic is about: both are shown by one picture. A topic such as the law is about none, though many lead to it. */
export const findSituationOf = (
	{ situations, topics }: Pick<Library, 'situations' | 'topics'>,
	topicId: string,
): Situation | undefined => {
	const topic = topics.find(({ id }) => id === topicId)
	return situations.find(({ topic: of, picture }) => of === topicId && picture === topic?.picture)
}

/** Address of the help finder for the readers of a topic, behind `/help/`, and its first words where it has words of its own. */
export type TopicHelp = { situation: string; advice?: Advice }

/** Who reads the page of a topic for an audience: a page for citizens speaks to a witness, or to the adult whom it happened to. */
export const getReader = (topic: Topic | undefined, audience: Audience): Asker =>
	audience === 'citizens' && topic?.speaksToAdults === true ? 'adult' : readers[audience]

/** The help for the readers of a topic; `undefined` for a topic that is about no situation. */
export const findTopicHelp = (
	library: Library,
	{ topic, audience, language }: { topic: string; audience: Audience; language: Language },
): TopicHelp | undefined => {
	const situation = findSituationOf(library, topic)
	if (!situation) return undefined
	const asker = getReader(
		library.topics.find(({ id }) => id === topic),
		audience,
	)
	if (!situation.who.includes(asker)) return { situation: situation.id }
	const advice = findAdvice(library, { situation, asker, language })
	return { situation: `${situation.id}/${asker}`, ...(advice && !advice.page && { advice }) }
}
