/** The walk of an officer of a ministry: what is this, what exists, what may I take into a meeting. */
import { expect, test } from 'vitest'
import { onPage, phone } from '../support/browser.ts'

const withoutScript = { ...phone, javaScriptEnabled: false }

test('the overview is one tap from the page of the programme, and one from the last lines of any page where nobody needs help', async () => {
	for (const from of ['/fr/programme', '/fr', '/fr/law/gaps'])
		await onPage(
			from,
			async (page) => {
				const link = page.locator('a[href="/fr/programme/ten-minutes"]')
				await link.first().click()
				await page.waitForURL('**/fr/programme/ten-minutes')
				expect(await page.locator('h1').innerText()).toBe('Thiqa en dix minutes')
			},
			withoutScript,
		)
})

test('the brochure is one tap from the overview, and the overview claims no figure that is not published', async () => {
	for (const [lang, edition, none] of [
		['fr', 'fr', /Aucun chiffre n’est publié/u],
		['ar', 'ar', /لم يُنشر أي رقم/u],
	] as const)
		await onPage(
			`/${lang}/programme/ten-minutes`,
			async (page) => {
				const link = page.locator(`a[href="/${lang}/programme/ten-minutes/thiqa-${edition}.pdf"]`)
				const paper = await page.request.get((await link.getAttribute('href')) ?? '')
				expect(paper.headers()['content-type']).toBe('application/pdf')
				expect((await paper.body()).subarray(0, 5).toString()).toBe('%PDF-')
				expect(await page.locator('section[aria-labelledby="reached"]').innerText()).toMatch(none)
				expect(await page.locator('table tbody tr').count()).toBeGreaterThan(10)
			},
			withoutScript,
		)
})
