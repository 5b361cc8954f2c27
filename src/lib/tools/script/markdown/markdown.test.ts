import { expect, test } from 'vitest'
import { renderMarkdown, splitSections, toPlainText } from './index.ts'

test('splitSections() gives id, heading and text of each section', () => {
	expect(splitSections('## What is going on {#what}\n\nOne.\n\n## Words {#say}\n> Hi')).toEqual([
		{ id: 'what', heading: 'What is going on', markdown: 'One.' },
		{ id: 'say', heading: 'Words', markdown: '> Hi' },
	])
})

test('renderMarkdown() renders lists, quotes and bold, and escapes the rest', () => {
	expect(renderMarkdown('1. Breathe & **look**\n2. Tell')).toBe(
		'<ol>\n<li>Breathe &#38; <strong>look</strong></li>\n<li>Tell</li>\n</ol>',
	)
	expect(renderMarkdown('> "Mum"')).toBe('<blockquote>\n<p>&#34;Mum&#34;</p>\n</blockquote>')
})

test('renderMarkdown() changes every run of text once, inside lists too', () => {
	expect(renderMarkdown('- a **b** c\n\nd', (text) => text.toUpperCase())).toBe(
		'<ul>\n<li>A <strong>B</strong> C</li>\n</ul>\n<p>D</p>',
	)
})

test.each(['<b>x</b>', '[a](b)', '![a](b)', '# x', '`x`', '---\n', '~~x~~', 'see https://x.ma now'])(
	'renderMarkdown() refuses %j',
	(source) => {
		expect(() => renderMarkdown(source)).toThrow('only paragraphs')
	},
)

test('toPlainText() keeps the words and drops the marks', () => {
	expect(toPlainText('1. **Stop.** Look\n\n> "Hi"\n- _x_')).toBe('Stop. Look\n"Hi"\nx')
})
