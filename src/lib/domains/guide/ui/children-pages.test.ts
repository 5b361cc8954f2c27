import { afterAll, beforeAll, expect, test } from 'vitest'
import { locales, getLanguage } from '#base'
import { readLibrary } from '../../../../../tests/support/content.ts'
import { startRendering, type Rendering } from '../../../../../tests/support/rendered.ts'
import { createWords } from '#ui/words'
import { findPageView } from '../page/page-view.ts'

const library = readLibrary()
const today = new Date('2026-11-28T12:00:00Z')

type Shown = { place: string; child: string; grownUp: string }
let rendering: Rendering
let shown: Shown[] = []
let plain = ''
beforeAll(async () => {
	rendering = await startRendering()
	const article = await rendering.load('/src/lib/domains/guide/ui/PageArticle.svelte')
	shown = library.topics.flatMap(({ id, audiences }) =>
		locales.flatMap((locale) => {
			const view = audiences.includes('children')
				? findPageView(library, {
						topicId: id,
						audience: 'children',
						language: getLanguage(locale),
						at: today,
					})
				: undefined
			if (!view) return []
			const html = article({ words: createWords(locale), view }).replaceAll(/<style[\s\S]*?<\/style>/gu, '')
			const fold = html.indexOf('<details class="grown-up')
			return [{ place: `${locale} ${id}`, child: html.slice(0, fold), grownUp: html.slice(fold) }]
		}),
	)
	const view = findPageView(library, { topicId: 'scams', audience: 'children', language: 'ar', at: today })
	plain = article({ words: createWords('ar'), view, isPlain: true })
}, 60_000)
afterAll(() => rendering.close())

test('a child meets no weight, article, portal, source or door for adults; the grown-up does', () => {
	expect(shown.length).toBeGreaterThan(50)
	for (const { place, child, grownUp } of shown) {
		expect(child, place).not.toMatch(
			/%weight%|\/law\/provisions\/|href="https:(?!\/\/wa\.me\/)|\/contacts"|\/(?:parents|teachers)\//u,
		)
		expect(grownUp, place).toContain('%weight%')
		expect(grownUp, place).toContain('/law/provisions/')
		expect(grownUp, place).toContain('/contacts"')
	}
})

test('only a page in Arabic leads to the same page without vowel marks, and back', () => {
	for (const { place, child } of shown) expect(child.includes('/plain"'), place).toBe(place.startsWith('ar '))
	expect(plain).toContain('href="/ar/children/scams"')
	expect(plain).not.toContain('/plain"')
	const [article = ''] = /<article[\s\S]*<\/article>/u.exec(plain) ?? []
	expect(article.length).toBeGreaterThan(1000)
	expect(article).not.toMatch(/[\u064b-\u0652]/u)
})
