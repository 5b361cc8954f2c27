import { expect, test } from 'vitest'
import { onPage, phone, withAndWithoutScript } from '../support/browser.ts'

test.each(withAndWithoutScript)(
	'a mother asks in French for controls on an Android phone and gets steps, $script',
	async ({ javaScriptEnabled }) => {
		await onPage(
			'/fr',
			async (page) => {
				await page.getByRole('searchbox').fill('controle parental telephone android de mon fils')
				await page.getByRole('button', { name: 'Chercher' }).click()
				await page.locator('main h3 a').first().click()
				await page.waitForURL('**/fr/parents/parental-controls')
				expect(await page.locator('main').innerText()).toContain('Family Link')
				expect(await page.locator('.do ol > li').count()).toBeGreaterThanOrEqual(4)
				expect(await page.getByText(/Poids de cette page/u).innerText()).toMatch(/\d+\s*Ko/u)
				expect(await page.getByText(/pas encore relue/u).count()).toBe(1)
			},
			{ ...phone, javaScriptEnabled },
		)
	},
)
