import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startRendering, type Rendering } from '../../../../../../tests/support/rendered.ts'
import { createWords } from '../../../../ui/words/index.ts'
import { makeRequestForm, requestLanguages } from '../request-form.ts'
import type { RequestFacts } from '../sheet.ts'

let rendering: Rendering
beforeAll(async () => {
	rendering = await startRendering()
})
afterAll(() => rendering.close())

const facts: RequestFacts = {
	reference: 'P-2026-0007',
	state: 'authority-review',
	instrument: 'budapest-29',
	urgency: 'normal',
	provider: 'Example Corp',
	country: 'FR',
	after: undefined,
	drafted: '2026-11-29',
	transmitted: undefined,
	authority: { ar: 'سلطة مخترعة', fr: 'Autorité inventée', en: 'An invented authority' },
	clocks: [],
}
const words = createWords('fr')

describe('the paper of a request', () => {
	test.each(requestLanguages)(
		'written in %s: its own direction, 17 blocks, hostile words as text, and what is a draft says so twice',
		async (language) => {
			const show = await rendering.load('/src/lib/domains/exchange/preservation/ui/RequestPaper.svelte')
			const form = { ...makeRequestForm(language), facts: '<img src=x onerror=alert(1)>' }
			const draft = show({ words, form, facts })
			const direction = language === 'ar' ? 'rtl' : 'ltr'
			expect(draft).toMatch(new RegExp(`<article[^>]* dir="${direction}"`, 'u'))
			expect(draft.match(/<h3/gu)).toHaveLength(17)
			expect(draft).not.toContain('<img')
			expect(draft.match(/class="notice alarming/gu)).toHaveLength(2)
			const sent = show({ words, form, facts: { ...facts, state: 'transmitted', transmitted: '2026-11-30' } })
			expect(sent).not.toContain('notice alarming')
		},
	)
	test('nothing but the paper is printed: buttons and choices stay on the screen', async () => {
		const show = await rendering.load('/src/lib/domains/exchange/preservation/ui/RequestPaper.svelte')
		const html = show({ words, form: makeRequestForm('fr'), facts })
		expect(html.replace(/<article[\s\S]*<\/article>/u, '')).toMatch(/^(?:<[^>]+>)*<div class="no-print">/u)
	})
})

test('what ends first says how near it is in words, in every language', async () => {
	const show = await rendering.load('/src/lib/domains/exchange/preservation/ui/ClockDue.svelte')
	for (const locale of ['ar', 'fr', 'zgh', 'en'] as const) {
		const own = createWords(locale)
		for (const [today, mark] of [
			['2027-01-16', 't-14'],
			['2027-01-23', 't-7'],
			['2027-01-28', 't-2'],
			['2027-01-30', 't-0'],
			['2027-01-31', 'over'],
		] as const)
			expect(show({ words: own, due: '2027-01-30', today })).toContain(own.t(`preservation.mark.${mark}`))
		expect(show({ words: own, due: '2027-01-30', today: '2026-12-01' })).not.toContain('<b')
	}
})
