import { languages, type Language } from '#base'
import { toPlainText } from '#tools/script/markdown'
import { answerFile, toAnswerTexts, type Answer } from '../answer.ts'
import { readers } from '../audience.ts'
import type { Asker } from '../contact.ts'
import { toPageTexts } from '../page/page-check.ts'
import type { TopicPage } from '../page/topic-page.ts'
import type { Topic } from '../topic.ts'
import type { Place } from './safety-message.ts'

/** A text that is held against the messages: what it is about, who reads it, and its words. */
export type SafetyText = {
	file: string
	/** Name of the set that the languages of a text belong to. */
	set: string
	topics: readonly string[]
	situations: readonly string[]
	template?: string
	askers: readonly Asker[]
	language: Language
	/** Its words by place. A short text that has to say nothing has none. */
	words: Readonly<Partial<Record<Place, string>>>
	/** Everything it says. */
	all: string
}

const withoutLanguage = new RegExp(`/(?:${languages.join('|')})\\.`, 'u')

/** A text whose languages stand side by side in a folder; `part` names it where a file holds several. */
export const makeSafetyText = ({
	part = '',
	...text
}: Omit<SafetyText, 'set' | 'topics' | 'situations'> &
	Partial<Pick<SafetyText, 'topics' | 'situations'>> & { part?: string }): SafetyText => ({
	topics: [],
	situations: [],
	...text,
	set: `${text.file.replace(withoutLanguage, '/*.')} ${part}`.trim(),
})

/** Who reads a page: where its topic speaks to adults whom it has happened to, they read the page for citizens too. */
const getAskers = ({ topic, audience }: TopicPage, topics: readonly Topic[]): SafetyText['askers'] => {
	const speaksToAdults = topics.some((one) => one.id === topic && one.speaksToAdults)
	return audience === 'citizens' && speaksToAdults ? [readers.citizens, 'adult'] : [readers[audience]]
}

/** A page of advice as the messages see it. */
export const toSafetyText = (page: TopicPage, topics: readonly Topic[]): SafetyText => {
	const all = toPageTexts(page).join('\n')
	const { heading, markdown } = page.sections.not
	const advice = all.replace(toPlainText(markdown), '').replace(heading, '')
	return makeSafetyText({
		file: `content/topics/${page.topic}/${page.audience}/${page.language}.md`,
		topics: [page.topic],
		askers: getAskers(page, topics),
		language: page.language,
		words: { first: page.now[0] ?? '', now: page.now.join('\n'), advice, page: all },
		all,
	})
}

/** An answer as the messages see it. */
export const toSafetyTextOfAnswer = (answer: Answer): SafetyText => {
	const cards = answer.now.map((one) => `${one.do} ${one.how}`)
	const all = toAnswerTexts(answer).join('\n')
	return makeSafetyText({
		file: answerFile(answer.situation, answer.asker, answer.language),
		situations: [answer.situation],
		askers: [answer.asker],
		language: answer.language,
		words: { first: cards[0] ?? '', now: cards.join('\n'), advice: all, page: all },
		all,
	})
}
