import { afterAll, beforeAll, expect, test } from 'vitest'
import { createWords } from '#ui/words'
import { patience } from '../../../../../../tests/support/patience.ts'
import { startRendering, type Rendering } from '../../../../../../tests/support/rendered.ts'
import { clockMarks } from '../run-clocks.ts'

let rendering: Rendering
beforeAll(async () => {
	rendering = await startRendering()
}, patience)
afterAll(() => rendering.close())

const show = async (language: 'ar' | 'fr' | 'zgh' | 'en', changes: object) => {
	const render = await rendering.load('/src/lib/domains/exchange/preservation/ui/NearDeadline.svelte')
	const words = createWords(language)
	const near = { request: 'r-1', reference: 'P-2026-0007', due: '2027-01-26', mark: 't-7', hasMore: false }
	return { words, html: render({ words, ...near, ...changes }) }
}

test.each(['ar', 'fr', 'zgh', 'en'] as const)(
	'says how near the deadline is, its day and its request in %s',
	async (language) => {
		for (const mark of clockMarks) {
			const { words, html } = await show(language, { mark })
			const shown = html.replaceAll(/<[^>]*>/gu, '')
			for (const wanted of [words.t(`preservation.mark.${mark}`), words.date('2027-01-26'), 'P-2026-0007'])
				expect(shown).toContain(wanted)
			expect(html).toContain('href="/desk/preservation/r-1"')
		}
	},
)

test('leads to the others where more are near, and stands out from two days on', async () => {
	const near = await show('en', {})
	expect(near.html).not.toContain('href="/desk/preservation"')
	expect(near.html).not.toContain('urgent')
	const last = await show('en', { mark: 't-2', hasMore: true })
	expect(last.html).toContain('href="/desk/preservation"')
	expect(last.html).toContain('urgent')
})
