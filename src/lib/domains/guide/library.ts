import { fallbacks, languages, type Issue, type Language } from '#base'
import { parseTypedYaml } from '#tools/files/typed-yaml'
import * as v from 'valibot'
import { checkAnswer, parseAnswer, type Answer } from './answer.ts'
import { checkAnswers, checkMessages } from './answer-references.ts'
import type { Audience } from './audience.ts'
import { checkCards, findTwoMeanings, isCardsFile, parseCards, type ChildCards } from './cards/child-cards.ts'
import { contactsFile, type Contact } from './contact.ts'
import { situationsFile, type Situation } from './help-finder.ts'
import { calendarFile, type Calendar } from './opening-hours.ts'
import { checkPage, type DiscouragedTerm } from './page/page-check.ts'
import { regionsFile, type Region } from './region.ts'
import { parseSafety, safetyFolder, type SafetyMessage } from './safety/index.ts'
import { isStale, sourcesFile, type Sources } from './page/source.ts'
import { topicsFile, type Topic } from './topic.ts'
import { parseTopicPage, toIssueLine, type TopicPage } from './page/topic-page.ts'

/** Everything the website says, checked: topics, pages, doors, situations, sources. */
export type Library = {
	topics: readonly Topic[]
	situations: readonly Situation[]
	contacts: readonly Contact[]
	calendar: Calendar
	regions: readonly Region[]
	sources: Sources
	pages: readonly TopicPage[]
	/** Seen by a child of a topic before all words for others: six pictures with a sentence each. */
	cards: readonly ChildCards[]
	/** Answers for one person in one situation, where it is not the page of a topic. */
	answers: readonly Answer[]
	/** Safety messages: what has to be said to whom, and what may not be. */
	safety: readonly SafetyMessage[]
	/** Words that pages do not print, by language. */
	terms: Terms
}

/** Content that cannot be shown: its message lists every place as `file:line: reason`, one a line. */
export class ContentError extends Error {
	override name = 'ContentError'
}

const isPattern = (text: string): boolean => {
	try {
		return new RegExp(text, 'iu').source !== ''
	} catch {
		return false
	}
}

/** Words to avoid in each language, and what to write instead. */
export type Terms = Partial<Record<Language, readonly DiscouragedTerm[]>>

const termsFile = v.record(
	v.picklist(languages),
	v.array(
		v.strictObject({
			avoid: v.pipe(v.string(), v.nonEmpty(), v.check(isPattern, 'must be a regular expression')),
			use: v.string(),
		}),
	),
)

/** Languages in which every topic page must exist; Tamazight must have the topics that raise the help panel. */
const complete: readonly Language[] = ['ar', 'fr', 'en']

/** Collects what is wrong in the files of a tree while reading them. */
class Reader {
	readonly wrong: string[] = []
	readonly #files: ReadonlyMap<string, string>

	constructor(files: ReadonlyMap<string, string>) {
		this.#files = files
	}

	yaml<Schema extends v.GenericSchema>(file: string, schema: Schema): v.InferOutput<Schema> | undefined {
		const text = this.#files.get(file)
		if (text === undefined) return this.#refuse(`${file}:1: is missing`)
		const parsed = parseTypedYaml(text, schema)
		if (parsed.ok) return parsed.value
		for (const issue of parsed.issues) this.#refuse(toIssueLine(file, issue))
		return undefined
	}

	pages(terms: Terms): TopicPage[] {
		const pages: TopicPage[] = []
		for (const [file, text] of this.#files) {
			if (file.startsWith('content/answers/') || !file.endsWith('.md')) continue
			const parsed = parseTopicPage(file, text)
			const issues: Issue[] = parsed.ok
				? checkPage(parsed.value, terms[parsed.value.language] ?? [])
				: parsed.issues
			for (const issue of issues) this.#refuse(toIssueLine(file, issue))
			if (parsed.ok) pages.push(parsed.value)
		}
		return pages
	}

	cards(terms: Terms): ChildCards[] {
		return [...this.#files].flatMap(([file, text]) => {
			if (!isCardsFile(file)) return []
			const parsed = parseCards(file, text)
			const issues = parsed.ok ? checkCards(parsed.value, terms) : parsed.issues
			for (const issue of issues) this.#refuse(toIssueLine(file, issue))
			return parsed.ok ? [parsed.value] : []
		})
	}

	answers(terms: Terms): Answer[] {
		return [...this.#files].flatMap(([file, text]) => {
			if (!file.startsWith('content/answers/')) return []
			const parsed = parseAnswer(file, text)
			const issues = parsed.ok ? checkAnswer(parsed.value, terms[parsed.value.language] ?? []) : parsed.issues
			for (const issue of issues) this.#refuse(toIssueLine(file, issue))
			return parsed.ok ? [parsed.value] : []
		})
	}

	safety(): SafetyMessage[] {
		return [...this.#files].flatMap(([file, text]) => {
			if (!file.startsWith(safetyFolder)) return []
			const parsed = parseSafety(file, text)
			if (parsed.ok) return parsed.value
			for (const issue of parsed.issues) this.#refuse(toIssueLine(file, issue))
			return []
		})
	}

	#refuse(line: string): undefined {
		this.wrong.push(line)
		return undefined
	}
}

const contactsPath = 'content/country/contacts.yaml'
const topicsPath = 'content/topics/topics.yaml'
const situationsPath = 'content/help/situations.yaml'

const pageFile = (topic: string, audience: string, language: string): string =>
	`content/topics/${topic}/${audience}/${language}.md`

const findTwice = (ids: readonly string[]): string[] => ids.filter((id, index) => ids.indexOf(id) !== index)

/** Ids that stand twice (a suspended door would come back under its second entry), and help that would end nowhere. */
const checkWholeness = ({ topics, situations, contacts, cards }: Library): string[] => {
	const twice = (file: string, place: string, ids: readonly string[]): string[] =>
		findTwice(ids).map((id) => `${file}:1: ${place}${id} stands twice`)
	const hasEmergency = contacts.some(
		({ kind, status, confidence, channels }) =>
			kind === 'emergency' &&
			status === 'active' &&
			confidence !== 'unverified' &&
			channels.some(({ type, hours }) => type === 'phone' && hours === 'always'),
	)
	return [
		...twice(contactsPath, '', idsOf(contacts)),
		...twice(topicsPath, '', idsOf(topics)),
		...twice(situationsPath, '', idsOf(situations)),
		...topics.flatMap(({ id, doors }) => twice(topicsPath, `${id}: door `, doors)),
		...situations.flatMap(({ id, doors }) => twice(situationsPath, `${id}: door `, doors)),
		...findTwoMeanings(cards).map((fault) => `content/topics/topics.yaml:1: card: ${fault}`),
		...(hasEmergency ? [] : [`${contactsPath}:1: no emergency number is active at every hour`]),
	]
}

const idsOf = (all: readonly { id: string }[]): string[] => all.map(({ id }) => id)

/** Lists the fault where `exists` is false. */
const want = (exists: boolean, line: string): string[] => (exists ? [] : [line])

const listPageFiles = ({ pages }: Library): ReadonlySet<string> =>
	new Set(pages.map((page) => pageFile(page.topic, page.audience, page.language)))

const findUnknownDoors = ({ contacts }: Library, doors: readonly string[], place: string): string[] => {
	const known = new Set(contacts.map(({ id }) => id))
	return doors.flatMap((id) => want(known.has(id), `${place}: door ${id} is not in contacts.yaml`))
}

const checkTopics = (library: Library): string[] => {
	const have = listPageFiles(library)
	return library.topics.flatMap((topic) => [
		...findUnknownDoors(library, topic.doors, `${topicsPath}:1: ${topic.id}`),
		...(topic.raisesHelpPanel ? languages : complete).flatMap((language) =>
			topic.audiences.flatMap((audience) => {
				const file = pageFile(topic.id, audience, language)
				return want(have.has(file), `${file}:1: is missing`)
			}),
		),
		...want(
			!topic.audiences.includes('children') || library.cards.some(({ topic: id }) => id === topic.id),
			`content/topics/${topic.id}/children/cards.yaml:1: is missing`,
		),
	])
}

const checkSituations = (library: Library): string[] => {
	const topicIds = new Set(library.topics.map(({ id }) => id))
	return library.situations.flatMap((situation) => {
		const place = `${situationsPath}:1: ${situation.id}`
		const { topic, topicOf, leads, doors, nearby } = situation
		const isDoorOf = (id: string | undefined, asker: string): boolean =>
			doors.some((door) => door === id) &&
			library.contacts.some((one) => one.id === id && one.who.some((who) => who === asker))
		return [
			...[topic, ...Object.values(topicOf ?? {})].flatMap((id) =>
				want(id === undefined || topicIds.has(id), `${place}: topic ${id} is not in topics.yaml`),
			),
			...Object.entries(leads ?? {}).flatMap(([asker, id]) =>
				want(isDoorOf(id, asker), `${place}: ${id} leads for ${asker} and is no door of theirs`),
			),
			...nearby.flatMap((near) =>
				want(
					near !== situation.id && library.situations.some(({ id }) => id === near),
					`${place}: ${near} is no other situation`,
				),
			),
			...findUnknownDoors(library, doors, place),
		]
	})
}

const checkPages = (library: Library): string[] => {
	const have = listPageFiles(library)
	const audiences = new Map(library.topics.map((topic) => [topic.id, topic.audiences] as const))
	return library.pages.flatMap((page) => {
		const file = pageFile(page.topic, page.audience, page.language)
		return [
			...want(
				audiences.get(page.topic)?.includes(page.audience) === true,
				`${file}:1: topics.yaml does not list this topic for this audience`,
			),
			...page.related.flatMap((id) =>
				want(
					have.has(pageFile(id, page.audience, 'ar')),
					`${file}:1: related page ${id} does not exist for this audience`,
				),
			),
			...page.sources.flatMap((id) => {
				const source = library.sources[id]
				if (!source) return [`${file}:1: source ${id} is not in content/sources.yaml`]
				return want(
					!isStale(source.seen, new Date(`${page.checked}T00:00:00Z`)),
					`${file}:1: was checked ${page.checked}, but its source ${id} was last seen ${source.seen}`,
				)
			}),
		]
	})
}

/**
 * Reads the whole content tree.
 *
 * @param files - path from the project's root (`content/topics/…`) to text
 * @throws ContentError that names every wrong or missing file with line and reason
 */
export const buildLibrary = (files: ReadonlyMap<string, string>): Library => {
	const reader = new Reader(files)
	const terms = reader.yaml('content/terms.yaml', termsFile) ?? {}
	const library = {
		topics: reader.yaml(topicsPath, topicsFile) ?? [],
		situations: reader.yaml(situationsPath, situationsFile) ?? [],
		contacts: reader.yaml(contactsPath, contactsFile) ?? [],
		calendar: reader.yaml('content/country/calendar.yaml', calendarFile),
		regions: reader.yaml('content/country/regions.yaml', regionsFile) ?? [],
		sources: reader.yaml('content/sources.yaml', sourcesFile) ?? {},
		pages: reader.pages(terms),
		cards: reader.cards(terms),
		answers: reader.answers(terms),
		safety: reader.safety(),
		terms,
	}
	const { calendar } = library
	const isWhole = calendar && !reader.wrong.some((line) => /\.yaml:\d/u.test(line))
	const crossed = isWhole
		? [checkTopics, checkSituations, checkPages, checkWholeness, checkAnswers, checkMessages].flatMap(
				(check) => check({ ...library, calendar }),
			)
		: []
	const wrong = [...reader.wrong, ...crossed]
	if (wrong.length > 0 || !calendar) throw new ContentError(`content cannot be shown:\n${wrong.join('\n')}`)
	return { ...library, calendar }
}

/** The page of a topic for an audience in exactly this language; `undefined` when there is none. */
export const findPage = (
	library: Library,
	{ topic, audience, language }: { topic: string; audience: Audience; language: Language },
): TopicPage | undefined =>
	library.pages.find(
		(page) => page.topic === topic && page.audience === audience && page.language === language,
	)

/** As {@link findPage}, or the page in the nearest language that has it: its `language` says which it is. */
export const findPageOrFallback = (
	library: Library,
	{ topic, audience, language }: { topic: string; audience: Audience; language: Language },
): TopicPage | undefined =>
	[language, ...fallbacks[language]]
		.map((candidate) => findPage(library, { topic, audience, language: candidate }))
		.find((page) => page !== undefined)
