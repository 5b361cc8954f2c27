import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { parse } from 'yaml'
import type { Language } from '../../src/lib/base/index.ts'
import { audiences } from '../../src/lib/domains/guide/audience.ts'
import type { SearchDocument } from '../../src/lib/domains/guide/search-index.ts'
import type { Lexicon } from '../../src/lib/domains/guide/search-lexicon.ts'

const root = new URL('../../', import.meta.url)
const topicsFolder = new URL('content/topics/', root)

/** Topics whose pages show the emergency panel first, as `content/topics` means them. */
const withPanel = new Set(['bullying', 'grooming', 'sexual-extortion', 'intimate-images', 'self-harm'])

/** The lexicon as it stands in `content/search`. */
export const readLexicon = (): Lexicon =>
	parse(readFileSync(new URL('content/search/lexicon.yaml', root), 'utf8')) as Lexicon

const readPage = (topic: string, audience: (typeof audiences)[number], lang: Language): SearchDocument[] => {
	const file = new URL(`${topic}/${audience}/${lang}.md`, topicsFolder)
	if (!existsSync(file)) return []
	const [, front = '', text = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(readFileSync(file, 'utf8')) ?? []
	const { title, summary } = parse(front) as { title?: string; summary?: string }
	const page = { topic, audience, lang, title: title ?? '', summary: summary ?? '', text }
	return [{ ...page, raisesHelpPanel: withPanel.has(topic) }]
}

/** The pages of one language for tests and benches; empty while none is written. */
export const readDocuments = (lang: Language): SearchDocument[] =>
	existsSync(topicsFolder)
		? readdirSync(topicsFolder).flatMap((topic) =>
				audiences.flatMap((audience) => readPage(topic, audience, lang)),
			)
		: []
