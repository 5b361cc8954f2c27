import { expect, test } from 'vitest'
import { onPage, withAndWithoutScript } from '../support/browser.ts'

test.each(withAndWithoutScript)(
	'a teacher finds a page in Arabic and prints it, $script',
	async ({ javaScriptEnabled }) => {
		await onPage(
			'/ar',
			async (page) => {
				await page.getByRole('link', { name: 'أساتذة', exact: true }).click()
				await page.waitForURL('**/ar/teachers')
				await page.locator('a[href="/ar/teachers/bullying"]').click()
				await page.waitForURL('**/ar/teachers/bullying')
				await page.getByRole('link', { name: 'نسخة للطباعة' }).click()
				await page.waitForURL('**/bullying/print')
				await page.emulateMedia({ media: 'print' })
				expect(await page.locator('header').count()).toBe(0)
				expect(await page.getByRole('link', { name: 'خروج سريع' }).count()).toBe(0)
				expect(await page.locator('h1').count()).toBe(1)
				const paper = await page.pdf({ format: 'A4' })
				const sheets = paper.toString('latin1').match(/\/Type\s*\/Page[^s]/gu)?.length ?? 0
				expect(sheets).toBeGreaterThanOrEqual(1)
				expect(sheets).toBeLessThanOrEqual(5)
			},
			{ javaScriptEnabled },
		)
	},
)
