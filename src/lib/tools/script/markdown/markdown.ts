import { escapeMarkup } from '#base'
import { Marked, type Tokens } from 'marked'

/** One section of a page: `## Heading {#id}` and what stands under it, as HTML. */
export type Section = { id: string; heading: string; html: string; markdown: string }

/** Changes each run of text before it is escaped, for example typography. */
export type TextChange = (text: string) => string

const headingLine = /^## (.+?) \{#([a-z-]+)\}\s*$/u

/** Cuts Markdown into its `## Heading {#id}` sections. Text before the first heading is a section with id ``. */
export const splitSections = (markdown: string): Omit<Section, 'html'>[] => {
	const sections: Omit<Section, 'html'>[] = []
	let current = { id: '', heading: '', markdown: '' }
	for (const line of markdown.split('\n')) {
		const match = headingLine.exec(line)
		if (!match) {
			current.markdown += line + '\n'
			continue
		}
		if (current.id !== '' || current.markdown.trim() !== '') sections.push(current)
		current = { id: match[2] ?? '', heading: match[1] ?? '', markdown: '' }
	}
	sections.push(current)
	return sections.map((section) => ({ ...section, markdown: section.markdown.trim() }))
}

/**
 * Renders the small Markdown that pages are written in: paragraphs, lists, quotes, bold and emphasis.
 * Anything else (HTML, links, images, tables, code, headings) throws with its source, since writers must not use it:
 * a page can then hold no foreign address and no script.
 *
 * @param change - applied to every run of text, then escaped
 * @throws Error that names the element that is not allowed
 */
export const renderMarkdown = (markdown: string, change: TextChange = (text) => text): string => {
	const refuse = (token: { raw: string }): never => {
		throw new Error(
			`cannot render "${token.raw.trim().slice(0, 60)}": only paragraphs, lists, quotes and bold are allowed`,
		)
	}
	const marked = new Marked({
		gfm: true,
		renderer: {
			text: (token: Tokens.Text | Tokens.Escape) =>
				'tokens' in token
					? (new Marked({ renderer: { text: (inner) => escapeMarkup(change(inner.text)) } }).parseInline(
							token.raw,
						) as string)
					: escapeMarkup(change(token.text)),
			html: refuse,
			link: refuse,
			image: refuse,
			table: refuse,
			code: refuse,
			codespan: refuse,
			heading: refuse,
			hr: refuse,
			del: refuse,
		},
	})
	return (marked.parse(markdown) as string).trim()
}

/** The words of Markdown as plain text: what a reading aloud, a search index or a word count takes. */
export const toPlainText = (markdown: string): string =>
	markdown
		.replace(/^\s*(?:[-*]|\d+\.|>)\s+/gmu, '')
		.replace(/(\*\*|__|\*|_)(.+?)\1/gu, '$2')
		.replace(/\n{2,}/gu, '\n')
		.trim()
