import type { Language } from '#base'
import { findTopicHelp, getReader, type AdviceStep } from '../advice.ts'
import { readers, type Audience } from '../audience.ts'
import type { ChildCard } from '../cards/child-cards.ts'
import type { Contact } from '../contact.ts'
import { findPageOrFallback, type Library } from '../library.ts'
import type { Picture } from '../picture.ts'
import { isStale, type Sources } from './source.ts'
import type { InLanguages, Topic } from '../topic.ts'
import type { ReviewKind, TopicPage } from './topic-page.ts'

/** A link to another page of advice, with its own title in the language that it is written in. */
export type PageLink = {
	topic: string
	audience: Audience
	title: string
	language: Language
	picture: Picture
}

/** A page of advice with all that stands round it. Texts are as written: the component gives them their typography. */
export type PageView = {
	page: TopicPage
	picture: Picture
	topicTitle: InLanguages
	raisesHelpPanel: boolean
	/** Address of the help finder for these readers, behind `/help/`; `undefined` when the topic is about no situation. */
	situation: string | undefined
	/** Three things to do now: the answer of that situation for these readers, else the page's own. */
	now: readonly AdviceStep[]
	doors: Contact[]
	emergency: Contact[]
	related: PageLink[]
	/** Audiences that have a page on this topic too, but for those whose page names means where these readers may be at risk. */
	otherAudiences: Audience[]
	sources: Sources[string][]
	isStale: boolean
	missingReviews: ReviewKind[]
	/** Six pictures with a sentence each, which a child sees first; none on all other pages. */
	cards: readonly ChildCard[]
	/** Notes for an adult beside a child's page; `undefined` on all other pages. */
	grownUp: GrownUp | undefined
}

/** For the grown-up beside a child: the law as the page for parents says it, and the doors that are not for children. */
export type GrownUp = { law: { markdown: string; language: Language } | undefined; doors: Contact[] }

const isOffered = (contact: Contact): boolean =>
	contact.status === 'active' && contact.confidence !== 'unverified'

/** True when a page for an audience offers a door: pages for citizens are read by people of age to whom it happened, too. */
const isOfferedTo = ({ who }: Contact, audience: Audience): boolean =>
	who.includes(readers[audience]) || (audience === 'citizens' && who.includes('adult'))

/** Doors by id, in the order of the ids; suspended and unverified ones are left out. */
export const getDoors = (library: Library, ids: readonly string[]): Contact[] =>
	ids
		.map((id) => library.contacts.find((contact) => contact.id === id))
		.filter((contact) => contact !== undefined)
		.filter(isOffered)

/** A door as a child is shown it: somebody who answers by voice or message, no portal. Empty when nobody does. */
export const toSpokenDoor = (contact: Contact): Contact[] => {
	const channels = contact.channels.filter(({ type }) => type === 'phone' || type === 'whatsapp')
	return channels.length > 0 ? [{ ...contact, channels }] : []
}

const getGrownUp = (library: Library, topic: Topic, language: Language): GrownUp => {
	const page = findPageOrFallback(library, { topic: topic.id, audience: 'parents', language })
	const isShownToChild = ({ who, channels }: Contact, spoken: Contact[]): boolean =>
		who.includes('child') && spoken[0]?.channels.length === channels.length
	return {
		law: page && { markdown: page.sections.law.markdown, language: page.language },
		doors: getDoors(library, topic.doors).filter(
			(door) => isOfferedTo(door, 'parents') && !isShownToChild(door, toSpokenDoor(door)),
		),
	}
}

/** Readers who guard others and keep means out of reach: pages for them alone name means. */
const guards: ReadonlySet<Audience> = new Set(['parents', 'teachers'])

const isEmergency = ({ kind }: Contact): boolean => kind === 'emergency'

/**
 * Doors to call where danger may be: the emergency numbers, and beside them the helpline for children. Suspended ones are left out.
 *
 * @param doors - ids in the order of a topic or a situation. Where the first is an emergency number, the numbers stand in this order,
 * and every line that listens by phone among them: to a person who wants to die a rescuer and a listener come before the police.
 */
export const getEmergency = (library: Library, doors: readonly string[] = []): Contact[] => {
	const numbers = (['emergency', 'child-helpline'] as const).flatMap((kind) =>
		library.contacts.filter((contact) => contact.kind === kind && isOffered(contact)),
	)
	const placed = getDoors(library, doors).filter(({ channels }) =>
		channels.some(({ type }) => type === 'phone'),
	)
	const [first] = placed
	if (!first || first.id !== doors[0] || !isEmergency(first)) return numbers
	return [...new Set([...placed, ...numbers])]
}

/** The number of the line that listens to children, of the doors to call; `undefined` while none is offered. */
export const getListener = (emergency: readonly Contact[]): string | undefined =>
	emergency.find(({ kind }) => kind === 'child-helpline')?.channels.find(({ type }) => type === 'phone')
		?.value

/** Links to every page for an audience, in the order of the topics, each in `language` or the nearest one. */
export const getPageLinks = (library: Library, audience: Audience, language: Language): PageLink[] =>
	library.topics.flatMap((topic) => getPageLink(library, { id: topic.id, audience, language }))

const getPageLink = (
	library: Library,
	{ id, audience, language }: { id: string; audience: Audience; language: Language },
): PageLink[] => {
	const topic = library.topics.find((candidate) => candidate.id === id)
	const page = findPageOrFallback(library, { topic: id, audience, language })
	if (!topic || !page) return []
	return [{ topic: id, audience, title: page.title, language: page.language, picture: topic.picture }]
}

/**
 * The page of a topic for an audience, in `language` or the nearest one; `undefined` when no language has it.
 *
 * @param at - the day on which staleness is judged
 */
export const findPageView = (
	library: Library,
	{ topicId, audience, language, at }: { topicId: string; audience: Audience; language: Language; at: Date },
): PageView | undefined => {
	const page = findPageOrFallback(library, { topic: topicId, audience, language })
	const topic: Topic | undefined = library.topics.find((candidate) => candidate.id === topicId)
	if (!page || !topic) return undefined
	const help = findTopicHelp(library, { topic: topicId, audience, language: page.language })
	// Words in another language than the page's would be read aloud in the wrong one.
	const advice = help?.advice?.language === page.language ? help.advice : undefined
	// A line for children would turn away the adult whom a page speaks to.
	const isForReader = ({ who }: Contact): boolean =>
		getReader(topic, audience) !== 'adult' || who.includes('adult')
	const doors = getDoors(library, topic.doors).filter(
		(door) => isOfferedTo(door, audience) && isForReader(door),
	)
	const isForChild = audience === 'children'
	return {
		page,
		picture: topic.picture,
		topicTitle: topic.title,
		raisesHelpPanel: topic.raisesHelpPanel,
		situation: help?.situation,
		now: advice?.now ?? page.now.map((text) => ({ do: text })),
		doors: isForChild ? doors.flatMap(toSpokenDoor) : doors,
		emergency: getEmergency(library, topic.doors).filter(isForReader),
		related: page.related.flatMap((id) => getPageLink(library, { id, audience, language })),
		otherAudiences: topic.audiences.filter(
			(other) => other !== audience && (guards.has(audience) || !topic.namesMeans.includes(other)),
		),
		sources: page.sources.flatMap((id) => library.sources[id] ?? []),
		isStale: isStale(page.checked, at),
		missingReviews: (['native', 'specialist', 'jurist'] as const).filter(
			(kind) => page.review[kind] === 'none',
		),
		cards: isForChild ? (library.cards.find(({ topic: id }) => id === topicId)?.cards ?? []) : [],
		grownUp: isForChild ? getGrownUp(library, topic, language) : undefined,
	}
}
