import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { fallbacks, type Language } from '../../src/lib/base/index.ts'
import { audiences } from '../../src/lib/domains/guide/audience.ts'
import type { SearchDocument } from '../../src/lib/domains/guide/search/search-index.ts'
import { readDangerBook } from './danger-queries.ts'
import { keep } from './keep.ts'
import type { Lexicon } from '../../src/lib/domains/guide/search/lexicon.ts'

const root = new URL('../../', import.meta.url)
const topicsFolder = new URL('content/topics/', root)

/** Topics whose pages show the emergency panel first. */
const readTopicsWithPanel = keep((): Set<string> => {
	const topics = parse(readFileSync(new URL('topics.yaml', topicsFolder), 'utf8')) as {
		id: string
		raisesHelpPanel: boolean
	}[]
	return new Set(topics.flatMap(({ id, raisesHelpPanel }) => (raisesHelpPanel ? [id] : [])))
})

/** The lexicon with the danger list as they stand in `content/search`. */
export const readLexicon = keep((): Lexicon => ({
	...(parse(readFileSync(new URL('content/search/lexicon.yaml', root), 'utf8')) as Lexicon),
	danger: readDangerBook(),
}))

const readPage = (topic: string, audience: (typeof audiences)[number], lang: Language): SearchDocument[] => {
	const file = new URL(`${topic}/${audience}/${lang}.md`, topicsFolder)
	if (!existsSync(file)) return []
	const [, front = '', text = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(readFileSync(file, 'utf8')) ?? []
	const { title, summary } = parse(front) as { title?: string; summary?: string }
	const page = { topic, audience, lang, title: title ?? '', summary: summary ?? '', text }
	return [{ ...page, raisesHelpPanel: readTopicsWithPanel().has(topic) }]
}

const readTopic = (topic: string, lang: Language): SearchDocument[] =>
	audiences.flatMap((audience) => readPage(topic, audience, lang))

/**
 * The pages of one language for tests and benches, each topic without any in the nearest language that has some,
 * as the site shows it. Empty while no page is written.
 */
export const readDocuments = (lang: Language): SearchDocument[] => {
	if (!existsSync(topicsFolder)) return []
	return readdirSync(topicsFolder).flatMap(
		(topic) =>
			[lang, ...fallbacks[lang]].map((one) => readTopic(topic, one)).find((pages) => pages.length > 0) ?? [],
	)
}
