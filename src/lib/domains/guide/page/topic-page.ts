import { languages, type Issue, type Language, type Result } from '#base'
import { splitSections, type Section } from '#tools/script/markdown'
import * as v from 'valibot'
import { parse } from 'yaml'
import { audiences, type Audience } from '../audience.ts'
import { checkedOn, line, reviewState } from './reviewed.ts'
import { slug } from '../topic.ts'

/** The five parts of a page of advice, in the order in which they are written. */
export const sectionIds = ['what', 'do', 'say', 'not', 'law'] as const
export type SectionId = (typeof sectionIds)[number]

/** The order in which a page shows its parts: steps and words come before the story, for whoever is shaken reads little. */
export const shownSections: readonly SectionId[] = ['do', 'say', 'not', 'what', 'law']

const frontMatter = v.strictObject({
	title: line(70),
	summary: line(200),
	now: v.pipe(v.array(line(110)), v.length(3, 'must hold exactly three things to do now')),
	sources: v.pipe(v.array(slug), v.nonEmpty('must name at least one source')),
	law: v.pipe(v.array(slug), v.nonEmpty('must name at least one provision')),
	related: v.array(slug),
	review: v.strictObject({ native: reviewState, specialist: reviewState, jurist: reviewState }),
	checked: checkedOn,
})

/** The kinds of reader who review a page before it counts as reviewed. */
export type ReviewKind = 'native' | 'specialist' | 'jurist'

/** One page of advice: a topic for an audience in a language. Texts are as written, before typography. */
export type TopicPage = v.InferOutput<typeof frontMatter> & {
	topic: string
	audience: Audience
	language: Language
	sections: Record<SectionId, Omit<Section, 'html'>>
}

const filePath = new RegExp(`topics/([a-z-]+)/(${audiences.join('|')})/(${languages.join('|')})\\.md$`, 'u')

/** The line of a front matter key, 1 when it is not there. */
const lineOf = (text: string, key: string): number => {
	const index = text.split('\n').findIndex((line) => line.startsWith(`${key}:`))
	return index < 0 ? 1 : index + 1
}

const parseFrontMatter = (text: string): Result<v.InferOutput<typeof frontMatter>> => {
	const end = text.indexOf('\n---', 3)
	if (!text.startsWith('---\n') || end < 0) {
		return { ok: false, issues: [{ path: '1', message: 'has no front matter between two lines of ---' }] }
	}
	let raw: unknown
	try {
		raw = parse(text.slice(4, end), { schema: 'failsafe' })
	} catch (error) {
		return {
			ok: false,
			issues: [{ path: '1', message: `front matter is not YAML: ${String(error).split('\n')[0]}` }],
		}
	}
	const parsed = v.safeParse(frontMatter, raw)
	if (parsed.success) return { ok: true, value: parsed.output }
	return {
		ok: false,
		issues: parsed.issues.map((issue) => ({
			path: String(lineOf(text, v.getDotPath(issue)?.split('.')[0] ?? '')),
			message: `${v.getDotPath(issue) ?? 'front matter'}: ${issue.message}`,
		})),
	}
}

const parseSections = (text: string): Result<TopicPage['sections']> => {
	const bodyStart = text.indexOf('\n---', 3) + 4
	const found = splitSections(text.slice(bodyStart))
	const ids = found.map((section) => section.id)
	if (ids.join() !== sectionIds.join()) {
		const message = `sections must be ${sectionIds.join(', ')} in this order, found ${ids.map((id) => id || '(text before the first heading)').join(', ')}`
		return { ok: false, issues: [{ path: String(text.slice(0, bodyStart).split('\n').length), message }] }
	}
	const empty = found.find((section) => section.markdown === '')
	if (empty) {
		const line = text.split('\n').findIndex((candidate) => candidate.includes(`{#${empty.id}}`)) + 1
		return { ok: false, issues: [{ path: String(line), message: `section ${empty.id} is empty` }] }
	}
	return {
		ok: true,
		value: Object.fromEntries(found.map((section) => [section.id, section])) as TopicPage['sections'],
	}
}

/**
 * Parses a file `content/topics/<topic>/<audience>/<lang>.md`.
 *
 * @param path - its path, which says topic, audience and language
 * @returns the page, or every issue with its line as `path`
 */
export const parseTopicPage = (path: string, text: string): Result<TopicPage> => {
	const match = filePath.exec(path)
	if (!match)
		return {
			ok: false,
			issues: [{ path: '1', message: 'does not stand at topics/<topic>/<audience>/<lang>.md' }],
		}
	const matter = parseFrontMatter(text)
	if (!matter.ok) return matter
	const sections = parseSections(text)
	if (!sections.ok) return sections
	const [, topic = '', audience = '', language = ''] = match
	return {
		ok: true,
		value: {
			...matter.value,
			topic,
			audience: audience as Audience,
			language: language as Language,
			sections: sections.value,
		},
	}
}

/** Writes an issue as `path:line: message`. */
export const toIssueLine = (file: string, issue: Issue): string => `${file}:${issue.path}: ${issue.message}`
