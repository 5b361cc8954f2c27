import { fallbacks, languages, type Issue, type Language } from '#base'
import { parseTypedYaml } from '#tools/files/typed-yaml'
import * as v from 'valibot'
import { checkAnswer, parseAnswer, type Answer } from './answer.ts'
import { checkAnswers, checkMessages } from './answer-references.ts'
import type { Audience } from './audience.ts'
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
const checkWholeness = ({ topics, situations, contacts }: Library): string[] => {
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
		...twice(
			contactsPath,
			'',
			contacts.map(({ id }) => id),
		),
		...twice(
			topicsPath,
			'',
			topics.map(({ id }) => id),
		),
		...twice(
			situationsPath,
			'',
			situations.map(({ id }) => id),
		),
		...topics.flatMap(({ id, doors }) => twice(topicsPath, `${id}: door `, doors)),
		...situations.flatMap(({ id, doors }) => twice(situationsPath, `${id}: door `, doors)),
		...(hasEmergency ? [] : [`${contactsPath}:1: no emergency number is active at every hour`]),
	]
}

const checkReferences = (library: Library): string[] => {
	const wrong: string[] = []
	const want = (exists: boolean, line: string): void => {
		if (!exists) wrong.push(line)
	}
	const topicIds = new Set(library.topics.map((topic) => topic.id))
	const contactIds = new Set(library.contacts.map((contact) => contact.id))
	const have = new Set(library.pages.map((page) => pageFile(page.topic, page.audience, page.language)))
	for (const topic of library.topics) {
		for (const id of topic.doors)
			want(contactIds.has(id), `${topicsPath}:1: ${topic.id}: door ${id} is not in contacts.yaml`)
		for (const language of topic.raisesHelpPanel ? languages : complete)
			for (const audience of topic.audiences) {
				const file = pageFile(topic.id, audience, language)
				want(have.has(file), `${file}:1: is missing`)
			}
	}
	for (const situation of library.situations) {
		const place = `${situationsPath}:1: ${situation.id}`
		for (const topic of [situation.topic, ...Object.values(situation.topicOf ?? {})])
			want(topic === undefined || topicIds.has(topic), `${place}: topic ${topic} is not in topics.yaml`)
		const { leads } = situation
		want(
			leads === undefined || situation.doors.includes(leads),
			`${place}: ${leads} leads and is no door of it`,
		)
		for (const id of situation.doors) want(contactIds.has(id), `${place}: door ${id} is not in contacts.yaml`)
	}
	for (const page of library.pages) {
		const file = pageFile(page.topic, page.audience, page.language)
		const topic = library.topics.find((candidate) => candidate.id === page.topic)
		want(
			topic?.audiences.includes(page.audience) === true,
			`${file}:1: topics.yaml does not list this topic for this audience`,
		)
		for (const id of page.related)
			want(
				have.has(pageFile(id, page.audience, 'ar')),
				`${file}:1: related page ${id} does not exist for this audience`,
			)
		for (const id of page.sources) {
			const source = library.sources[id]
			want(source !== undefined, `${file}:1: source ${id} is not in content/sources.yaml`)
			if (source)
				want(
					!isStale(source.seen, new Date(`${page.checked}T00:00:00Z`)),
					`${file}:1: was checked ${page.checked}, but its source ${id} was last seen ${source.seen}`,
				)
		}
	}
	return wrong
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
		answers: reader.answers(terms),
		safety: reader.safety(),
		terms,
	}
	const { calendar } = library
	const isWhole = calendar && !reader.wrong.some((line) => /\.yaml:\d/u.test(line))
	const crossed = isWhole
		? [checkReferences, checkWholeness, checkAnswers, checkMessages].flatMap((check) =>
				check({ ...library, calendar }),
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
