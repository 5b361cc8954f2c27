import { expect, test } from 'vitest'
import type { Issue } from '#base'
import { makePage } from '../../../../../tests/support/library.ts'
import { parseTopicPage, sectionIds, toIssueLine } from './topic-page.ts'

const path = 'content/topics/bullying/teens/en.md'
const page = makePage('en', 'teens')
const issuesOf = (text: string, at = path): Issue[] => {
	const parsed = parseTopicPage(at, text)
	return parsed.ok ? [] : parsed.issues
}
const lineIn = (text: string, words: string): string =>
	String(text.split('\n').findIndex((line) => line.includes(words)) + 1)

test('parseTopicPage() gives topic, audience and language from the path and all five sections', () => {
	const parsed = parseTopicPage(path, page)
	if (!parsed.ok) throw new Error(parsed.issues.map((issue) => toIssueLine(path, issue)).join('\n'))
	expect(parsed.value).toMatchObject({
		topic: 'bullying',
		audience: 'teens',
		language: 'en',
		checked: '2026-11-24',
	})
	expect(parsed.value.now).toHaveLength(3)
	expect(Object.keys(parsed.value.sections)).toEqual([...sectionIds])
	expect(parsed.value.sections.do.markdown).toMatch(/^1\. /)
})

test('parseTopicPage() keeps a reviewer with the day of the review', () => {
	const review = { native: { by: 'Amal', on: '2026-11-20' }, specialist: 'none', jurist: 'none' }
	const parsed = parseTopicPage(path, makePage('en', 'teens', { review }))
	expect(parsed.ok && parsed.value.review).toEqual(review)
})

test.each([
	'content/topics/bullying/adults/en.md',
	'content/topics/bullying/teens/es.md',
	'content/bullying/en.md',
	'content/topics/Bullying/teens/en.md',
])('parseTopicPage() refuses a page that stands at %s', (at) => {
	expect(issuesOf(page, at)).toEqual([
		{ path: '1', message: 'does not stand at topics/<topic>/<audience>/<lang>.md' },
	])
})

const change = (front: Record<string, unknown>): string => makePage('en', 'teens', front)

test.each([
	['no title', { title: '' }, 'title:', 'title'],
	['a title of 71 characters', { title: 'a'.repeat(71) }, 'title:', '70 characters'],
	['a summary of 201 characters', { summary: 'a'.repeat(201) }, 'summary:', '200 characters'],
	['two things to do now', { now: ['a', 'b'] }, 'now:', 'exactly three'],
	['four things to do now', { now: ['a', 'b', 'c', 'd'] }, 'now:', 'exactly three'],
	['an empty thing to do now', { now: ['a', '', 'c'] }, 'now:', 'now.1'],
	['a thing to do now of 111 characters', { now: ['a', 'b', 'c'.repeat(111)] }, 'now:', '110 characters'],
	['no source', { sources: [] }, 'sources:', 'at least one source'],
	['no law', { law: [] }, 'law:', 'at least one provision'],
	['a related topic that is no id', { related: ['Some words'] }, 'related:', 'lower-case words'],
	[
		'a review that nobody signed',
		{ review: { native: 'done', specialist: 'none', jurist: 'none' } },
		'review:',
		'review.native',
	],
	[
		'a review without the jurist',
		{ review: { native: 'none', specialist: 'none' } },
		'review:',
		'review.jurist',
	],
	['a day in a form of its own', { checked: '24/11/2026' }, 'checked:', 'such as 2026-11-24'],
	['a key that nobody reads', { author: 'me' }, 'author:', 'author'],
])('parseTopicPage() refuses %s and names its line', (_, front, key, reason) => {
	const text = change(front)
	const [issue] = issuesOf(text)
	expect(issue?.message).toContain(reason)
	expect(issue?.path).toBe(lineIn(text, key))
})

test.each(['title', 'summary', 'now', 'sources', 'law', 'related', 'review', 'checked'])(
	'parseTopicPage() refuses a page without %s',
	(key) => {
		const [issue] = issuesOf(change({ [key]: undefined }))
		expect(issue?.message).toMatch(new RegExp(`^${key}: `))
	},
)

test('parseTopicPage() refuses text without front matter, with an open one, and with one that is not YAML', () => {
	for (const text of ['', '# Hello', '---\ntitle: x\n'])
		expect(issuesOf(text)[0]?.message).toContain('no front matter')
	expect(issuesOf('---\ntitle: [a\n---\n')[0]?.message).toContain('not YAML')
	expect(issuesOf('---\ntitle: a\ntitle: b\n---\n')[0]?.message).toContain('not YAML')
})

test('parseTopicPage() names every wrong key, not only the first', () => {
	expect(issuesOf(change({ title: '', law: [], checked: 'today' }))).toHaveLength(3)
})

const refusedSections: [string, (text: string) => string][] = [
	['a missing section', (text) => text.replace(/## [^\n]+\{#say\}/u, '')],
	[
		'sections in another order',
		(text) => text.replace('{#not}', '{#x}').replace('{#law}', '{#not}').replace('{#x}', '{#law}'),
	],
	['a section twice', (text) => text.replace('{#not}', '{#say}')],
	['a section of its own', (text) => `${text}\n## More {#more}\n\nWords.\n`],
	['words before the first heading', (text) => text.replace(/\n## /u, '\nSome words.\n\n## ')],
	['a heading without an id', (text) => text.replace(' {#what}', '')],
]
test.each(refusedSections)('parseTopicPage() refuses %s', (_, breakPage) => {
	const [issue] = issuesOf(breakPage(page))
	expect(issue?.message).toContain('sections must be what, do, say, not, law in this order')
	expect(issue?.path).toBe(String(page.split('\n').indexOf('---', 1) + 1))
})

test('parseTopicPage() refuses an empty section at the line of its heading', () => {
	const text = page.replace(/(\{#not\}\n)[^#]+/u, '$1\n')
	expect(issuesOf(text)).toEqual([{ path: lineIn(text, '{#not}'), message: 'section not is empty' }])
})

test('toIssueLine() writes file, line and reason as an editor can jump to', () => {
	expect(toIssueLine(path, { path: '4', message: 'no' })).toBe(`${path}:4: no`)
})
