import { afterAll, beforeAll, expect, test } from 'vitest'
import { createWords } from '#ui/words'
import { patience } from '../../../../../../tests/support/patience.ts'
import { startRendering, type Rendering } from '../../../../../../tests/support/rendered.ts'
import { toExchangeFigures, type CountedReferral } from '../exchange-figures.ts'

let rendering: Rendering
beforeAll(async () => {
	rendering = await startRendering()
}, patience)
afterAll(() => rendering.close())

const referrals = Array.from({ length: 24 }, (_, at): CountedReferral => ({
	flow: 'out',
	country: at < 21 ? 'FR' : 'MC',
	outcome: 'gone',
	hours: 30,
}))
const span = { from: '2026-10', to: '2026-12' }
const show = async (language: 'ar' | 'fr' | 'zgh' | 'en', all: readonly CountedReferral[]) => {
	const render = await rendering.load('/src/lib/domains/exchange/figures/ui/ExchangeFigures.svelte')
	const figures = toExchangeFigures(
		{ referrals: all, requests: Array<string>(11).fill('kept'), indicators: [] },
		span,
	)
	return render({ words: createWords(language), figures })
}

test('a country with ten referrals is named, one with three is not, and what is empty is left out', async () => {
	const html = await show('en', referrals)
	for (const shown of ['France', '20–29', 'Other countries', 'fewer than 10', 'Taken down', '2 days'])
		expect(html).toContain(shown)
	for (const hidden of ['Monaco', 'MC', 'Referrals from partners', 'Addresses and digests'])
		expect(html).not.toContain(hidden)
})

test.each(['ar', 'fr', 'zgh', 'en'] as const)('every word is there in %s', async (language) => {
	const html = await show(language, referrals)
	for (const key of ['cooperation.', 'figures.']) expect(html).not.toContain(key)
})
