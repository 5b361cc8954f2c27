import { afterAll, beforeAll, expect, test } from 'vitest'
import { locales, getLanguage } from '#base'
import { readLibrary } from '../../../../../tests/support/content.ts'
import { startRendering, type Rendering } from '../../../../../tests/support/rendered.ts'
import { createWords } from '#ui/words'
import { findPageView } from '../page/page-view.ts'
import { toWords } from '../page/reading-level.ts'

const library = readLibrary()
const today = new Date('2026-11-28T12:00:00Z')

type Shown = { place: string; child: string; grownUp: string }
let rendering: Rendering
let shown: Shown[] = []
let plain = ''
beforeAll(async () => {
	rendering = await startRendering()
	const article = await rendering.load('/src/lib/domains/guide/ui/child/ChildPage.svelte')
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
})
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
	const [article = ''] = /<ol class="cards[\s\S]*<\/article>/u.exec(plain) ?? []
	expect(article.length).toBeGreaterThan(1000)
	expect(article).not.toMatch(/[\u064b-\u0652]/u)
})

test('a child reads at most 120 words before the fold, numbers for danger among them', () => {
	const counts = shown.map(({ place, child }) => ({
		place,
		words: toWords(child.replaceAll(/<[^>]*>/gu, ' ')).length,
	}))
	console.info(`most words: ${JSON.stringify(counts.sort((a, b) => b.words - a.words)[0])}`)
	for (const { place, words } of counts) expect(words, place).toBeLessThanOrEqual(120)
})

test('an ear stands only where somebody has recorded the card', async () => {
	const page = await rendering.load('/src/lib/domains/guide/ui/child/ChildPage.svelte')
	const view = findPageView(library, { topicId: 'scams', audience: 'children', language: 'fr', at: today })
	const words = createWords('fr')
	expect(page({ words, view })).not.toContain('data-ear')
	const voices = [undefined, '/fr-2.opus', undefined, undefined, undefined, '/fr-6.opus']
	const ears = [...page({ words, view, voices }).matchAll(/href="([^"]+)" data-ear/gu)].map(
		([, href]) => href,
	)
	expect(ears).toEqual(['/fr-2.opus', '/fr-6.opus'])
})
