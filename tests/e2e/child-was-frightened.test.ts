import { expect, test } from 'vitest'
import { onPage, phone, withAndWithoutScript } from '../support/browser.ts'

test.each(withAndWithoutScript)(
	'a 9-year-old who saw something frightening follows pictures, $script',
	async ({ javaScriptEnabled }) => {
		await onPage(
			'/ar',
			async (page) => {
				await page.getByRole('link', { name: 'أطفال', exact: true }).click()
				await page.waitForURL('**/ar/children')
				const card = page.locator('a[href="/ar/children/frightening-content"]')
				expect(await card.locator('img').count()).toBe(1)
				await card.click()
				await page.waitForURL('**/ar/children/frightening-content')
				expect(await page.locator('.cards > li img').count()).toBe(6)
				expect(await page.locator('article').isVisible()).toBe(false)
				const title = page.getByRole('heading', { level: 1 })
				expect(await title.textContent()).toContain('مُخِيفٌ')
				await page.getByRole('link', { name: 'بلا شكل' }).click()
				await page.waitForURL('**/frightening-content/plain')
				expect(await page.locator('.cards').textContent()).not.toMatch(/[\u064b-\u0652]/u)
				await page.getByRole('link', { name: 'بالشكل' }).click()
				await page.waitForURL('**/ar/children/frightening-content')
				expect(await title.textContent()).toContain('مُخِيفٌ')
				await page.getByText('للكبير الذي بجانبك').click()
				expect(await page.locator('.now li').count()).toBe(3)
				expect(await page.locator('.body section svg').count()).toBe(5)
				await page.goto('/ar/help')
				await page.getByRole('link', { name: /شفت شي حاجة خلعاتني/u }).click()
				await page.waitForURL('**/help/frightened')
				await page.getByRole('link', { name: 'طفل أو طفلة' }).click()
				await page.waitForURL('**/frightened/child')
				await page.getByRole('link', { name: /اليوم/u }).click()
				await page.waitForURL('**/frightened/child/today')
				const call = page.getByRole('link', { name: /^اتصال .*2511/u }).first()
				expect(await call.getAttribute('href')).toBe('tel:2511')
			},
			{ ...phone, javaScriptEnabled },
		)
	},
)
