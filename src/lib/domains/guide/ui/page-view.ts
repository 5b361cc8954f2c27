import type { Language } from '#base'
import type { Words } from '#ui/words'
import type { Audience } from '../audience.ts'
import type { Contact } from '../contact.ts'
import { findPageOrFallback, type Library } from '../library.ts'
import { isStale } from '../source.ts'
import { sectionIds, type ReviewKind, type SectionId } from '../topic-page.ts'

type Link = { href: string; title: string; picture: string }

/** A page of advice made ready for one locale: texts shaped, Markdown rendered, doors and links found. */
export type PageView = {
	topic: string
	audience: Audience
	picture: string
	topicTitle: string
	/** Language of the words below; another than the locale's when the page is borrowed. */
	language: Language
	isBorrowed: boolean
	title: string
	summary: string
	now: string[]
	sections: { id: SectionId; heading: string; html: string }[]
	raisesHelpPanel: boolean
	situation: string | undefined
	doors: Contact[]
	emergency: Contact[]
	related: Link[]
	others: { audience: Audience; href: string }[]
	provisions: string[]
	sources: { title: string; publisher: string; date: string; url: string | undefined }[]
	checked: string
	isStale: boolean
	missingReviews: ReviewKind[]
}

const getDoors = (library: Library, ids: readonly string[]): Contact[] =>
	ids
		.map((id) => library.contacts.find((contact) => contact.id === id))
		.filter((contact) => contact !== undefined)
		.filter((contact) => contact.status === 'active' && contact.confidence !== 'unverified')

/** Contacts for danger, suspended ones left out. */
export const getEmergency = (library: Library): Contact[] =>
	library.contacts.filter((contact) => contact.kind === 'emergency' && contact.status === 'active')

/** Shows `pc-503-1-2` as the article it names: `503-1-2`. */
const toArticle = (id: string): string => id.replace(/^[a-z]+\d*-/u, '')

/**
 * The page of a topic for an audience, ready for `words`' locale; `undefined` when no language has it.
 *
 * @param at - the day on which staleness is judged
 */
export const findPageView = (
	library: Library,
	topicId: string,
	audience: Audience,
	words: Words,
	at: Date,
): PageView | undefined => {
	const page = findPageOrFallback(library, topicId, audience, words.language)
	const topic = library.topics.find((candidate) => candidate.id === topicId)
	if (!page || !topic) return undefined
	const own = page.language
	const titleOf = (id: string): { title: string; language: Language } | undefined =>
		findPageOrFallback(library, id, audience, words.language)
	return {
		topic: topicId,
		audience,
		picture: topic.picture,
		topicTitle: words.text(topic.title[words.language]),
		language: own,
		isBorrowed: own !== words.language,
		title: words.text(page.title, own),
		summary: words.text(page.summary, own),
		now: page.now.map((step) => words.text(step, own)),
		sections: sectionIds.map((id) => ({
			id,
			heading: words.text(page.sections[id].heading, own),
			html: words.html(page.sections[id].markdown, own),
		})),
		raisesHelpPanel: topic.raisesHelpPanel,
		situation: library.situations.find((situation) => situation.topic === topicId)?.id,
		doors: getDoors(library, topic.doors),
		emergency: getEmergency(library),
		related: page.related.flatMap((id) => {
			const found = titleOf(id)
			const picture = library.topics.find((candidate) => candidate.id === id)?.picture ?? 'question'
			return found
				? [{ href: `/${words.locale}/${audience}/${id}`, title: words.text(found.title, found.language), picture }]
				: []
		}),
		others: topic.audiences
			.filter((other) => other !== audience)
			.map((other) => ({ audience: other, href: `/${words.locale}/${other}/${topicId}` })),
		provisions: page.law.map((id) => words.text(toArticle(id))),
		sources: page.sources.flatMap((id) => {
			const source = library.sources[id]
			return source
				? [{ title: source.title, publisher: source.publisher, date: words.date(source.date), url: source.url }]
				: []
		}),
		checked: words.date(page.checked),
		isStale: isStale(page.checked, at),
		missingReviews: (['native', 'specialist', 'jurist'] as const).filter((kind) => page.review[kind] === 'none'),
	}
}
