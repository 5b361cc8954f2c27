import { expect, test } from 'vitest'
import { messages } from '#messages'
import { onPage, phone, withAndWithoutScript } from '../support/browser.ts'

test.each(withAndWithoutScript)(
	'a 15-year-old threatened with pictures types Arabizi and meets help first, $script',
	async ({ javaScriptEnabled }) => {
		await onPage(
			'/ar',
			async (page) => {
				await page.getByRole('searchbox').fill('wa7ed kayhddni b tsawri w bgha lflous')
				await page.getByRole('button', { name: 'بحث' }).click()
				const panel = page.getByRole('complementary', { name: messages.ar['panel.title'] })
				await panel.waitFor()
				expect(await panel.getByRole('link', { name: /19/u }).getAttribute('href')).toBe('tel:19')
				const first = page.locator('main h3 a').first()
				const panelTop = (await panel.boundingBox())?.y ?? Infinity
				expect(panelTop).toBeLessThan((await first.boundingBox())?.y ?? 0)
				expect(await page.title()).toBe('صفحة')
				await first.click()
				await page.waitForURL(/\/ar\/teens\/sexual-extortion$/u)
				expect(await page.locator('.now li').count()).toBe(3)
				expect(await page.locator('blockquote').count()).toBeGreaterThanOrEqual(2)
			},
			{ ...phone, javaScriptEnabled },
		)
	},
)

test.each(withAndWithoutScript)(
	'four taps lead from "I need help" to words and doors, $script',
	async ({ javaScriptEnabled }) => {
		await onPage(
			'/ar',
			async (page) => {
				await page.getByRole('link', { name: 'أحتاج مساعدة' }).click()
				await page.waitForURL('**/ar/help')
				await page.getByRole('link', { name: /كيهددني بتصاوري/u }).click()
				await page.waitForURL('**/ar/help/threatened')
				await page.getByRole('link', { name: 'شاب أو شابة' }).click()
				await page.waitForURL('**/threatened/teen')
				await page.getByRole('link', { name: /اليوم/u }).click()
				await page.waitForURL('**/threatened/teen/today')
				expect(await page.locator('blockquote').count()).toBeGreaterThanOrEqual(2)
				expect(await page.locator('article.door').count()).toBeGreaterThanOrEqual(5)
				expect(await page.getByText('هل سيعرف والداي؟').count()).toBeGreaterThan(0)
				await page.getByRole('link', { name: messages.ar['result.stay-unnamed'] }).click()
				await page.waitForURL('**/today/no-name')
				const names = await page.locator('article.door').evaluateAll((doors) => doors.map(({ id }) => id))
				expect(names.indexOf('emc-helpline')).toBeLessThan(names.indexOf('pmp-plaintes'))
			},
			{ ...phone, javaScriptEnabled },
		)
	},
)

test('the words to say are copied as they stand', async () => {
	await onPage('/fr/help/threatened/teen/today', async (page) => {
		await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
		await page.locator('[data-copy=say]').click()
		await page.getByRole('status').filter({ hasText: 'copié' }).waitFor()
		expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
			await page.locator('#say').innerText(),
		)
	})
})

test('in danger, numbers to call stand before everything else', async () => {
	await onPage(
		'/ar/help/threatened/teen/now',
		async (page) => {
			const calls = page.locator('main .numbers a')
			const numbers = await calls.evaluateAll((all) => all.map((one) => one.getAttribute('href')))
			expect(numbers).toEqual(['tel:19', 'tel:177', 'tel:15', 'tel:2511'])
			const advice = await page.locator('#now + div').boundingBox()
			const last = await calls.last().boundingBox()
			expect((last?.y ?? Infinity) + (last?.height ?? 0)).toBeLessThan(advice?.y ?? 0)
			const doors = await page.locator('article.door').evaluateAll((all) => all.map(({ id }) => id))
			expect(doors.slice(0, 3)).toEqual(['police', 'gendarmerie', 'civil-protection'])
		},
		{ ...phone, javaScriptEnabled: false },
	)
})
