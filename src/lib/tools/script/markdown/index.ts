/** The small Markdown of our pages (a subset of CommonMark, https://spec.commonmark.org/) to HTML and plain text. */
export { renderMarkdown, splitSections, toPlainText, type Section } from './markdown.ts'
