import { afterAll, beforeAll, expect, test } from 'vitest'
import { createWords } from '#ui/words'
import { patience } from '../../../../../../tests/support/patience.ts'
import { startRendering, type Rendering } from '../../../../../../tests/support/rendered.ts'

let rendering: Rendering
beforeAll(async () => {
	rendering = await startRendering()
}, patience)
afterAll(() => rendering.close())

const languages = ['ar', 'fr', 'zgh', 'en'] as const
const show = async (language: (typeof languages)[number], answers: unknown) => {
	const render = await rendering.load('/src/lib/domains/exchange/figures/ui/PartnerAnswers.svelte')
	return render({ words: createWords(language), answers })
}
const last = new Date('2026-11-30T09:00:00Z')
const referrals = {
	agreed: 6,
	sent: 5,
	receipts: 3,
	refused: 1,
	answered: 2,
	medianDays: 3,
	lastAnswer: last,
	outcomes: [{ code: 'actioned', count: 2 }],
}
const reports = [
	{ code: 'sighting', count: 41, last },
	{ code: 'stix.pattern', count: 1, last },
	{ code: 'NotBlocked', count: 2, last },
]

test('a partner that was sent nothing is not said to have answered nothing', async () => {
	const html = await show('en', { referrals: undefined, reports: [] })
	expect(html).toContain('Nothing sent yet.')
	expect(html).toContain('Nothing reported yet.')
	expect(html.replaceAll(/<[^>]*>/gu, '')).not.toMatch(/\d/u)
})

test('what is agreed and has not reached it is told apart from what was sent', async () => {
	const nothing = { sent: 0, receipts: 0, refused: 0, answered: 0, outcomes: [] }
	const html = await show('en', {
		referrals: { ...nothing, agreed: 2, medianDays: undefined, lastAnswer: undefined },
		reports,
	})
	for (const shown of ['Nothing has reached them yet', 'Agreed, not with them yet: 2', '41', 'NotBlocked'])
		expect(html).toContain(shown)
	for (const hidden of ['Receipts', 'Last answer']) expect(html).not.toContain(hidden)
})

test.each(languages)('every word is there in %s', async (language) => {
	const html = await show(language, { referrals, reports })
	for (const key of ['partner.', 'refer.']) expect(html).not.toContain(key)
	expect(html).toContain('41')
})
