import { afterAll, beforeAll, expect, test } from 'vitest'
import { locales } from '../../../base/index.ts'
import { startRendering, type Rendering } from '../../../../../tests/support/rendered.ts'
import { createWords } from '../../../ui/words/index.ts'
import { toFigures, type CountRow } from '../figures/figures.ts'

let rendering: Rendering
beforeAll(async () => {
	rendering = await startRendering()
})
afterAll(() => rendering.close())

const span = { from: '2026-07', to: '2026-09' }
const row = (kind: string, grouped: string, count: number): CountRow => ({ kind, grouped, count })
const figures = toFigures(
	[
		row('outcome', 'open', 9),
		row('outcome', 'police', 117),
		row('lane', 'normal', 126),
		row('category', 'grooming', 126),
		row('hours:first-answer', '7', 120),
	],
	span,
)

test.each(locales)('figures in %s stand in tens, and small ones in words', async (locale) => {
	const show = await rendering.load('/src/lib/domains/cases/ui/FiguresOf.svelte')
	const words = createWords(locale)
	const html = show({ words, figures })
	expect(html.match(/<bdi dir="ltr">[^<]+/gu)?.map((text) => text.slice(15))).toEqual([
		'120–129',
		'120–129',
		'120–129',
		'120–129',
		'110–119',
	])
	expect(html.split(words.t('figures.few', { n: 10 })).length - 1).toBe(12 + 5 + 1 + 7)
	expect(html).toContain(words.t('figures.hours', { n: 7 }))
	expect(html).not.toMatch(/undefined|NaN|\{n\}|117|126/u)
	const none = show({ words, figures: toFigures([row('outcome', 'open', 9)], span) })
	expect(none).not.toContain('<table')
	expect(none).toContain(words.t('figures.too-few', { n: 10 }))
})
