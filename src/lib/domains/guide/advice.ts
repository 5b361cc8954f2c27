import { fallbacks, type Language } from '#base'
import type { Answer } from './answer.ts'
import type { Audience } from './audience.ts'
import type { Asker } from './contact.ts'
import { getAudience, getTopicId, type Situation } from './help-finder.ts'
import { findPageOrFallback, type Library } from './library.ts'

/** One thing to do now; `how` is a sentence under it. */
type AdviceStep = { do: string; how?: string }

/** What a person is told first in a situation. Texts are as written, in `language`; `say` is Markdown. */
export type Advice = {
	language: Language
	now: readonly AdviceStep[]
	say: string
	/** The page of a topic that these words are of; none where the situation has words of its own. */
	page?: { topic: string; audience: Audience; title: string }
}

const findAnswer = (
	{ answers }: Library,
	situation: string,
	asker: Asker,
	language: Language,
): Answer | undefined =>
	[language, ...fallbacks[language]]
		.map((candidate) =>
			answers.find((one) => one.situation === situation && one.asker === asker && one.language === candidate),
		)
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
	if (answer) return { language: answer.language, now: answer.now, say: answer.say }
	const topic = library.topics.find(({ id }) => id === getTopicId(situation, asker))
	const audience = getAudience(asker, topic)
	const page = topic && findPageOrFallback(library, topic.id, audience, language)
	if (!page) return undefined
	return {
		language: page.language,
		now: page.now.map((text) => ({ do: text })),
		say: page.sections.say.markdown,
		page: { topic: topic.id, audience, title: topic.title[language] },
	}
}
