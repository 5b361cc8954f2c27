/** What to do first stands under the picture that was chosen, in the words of the help finder's answer; nobody is told which. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import type { Page } from 'playwright-core'
import { asVisitor, onPage, phone } from '../../support/browser.ts'
import { waitForSteps } from '../../support/report-form.ts'

/** What the answer for this situation and this person says first, in the order in which it is read. */
const getThings = (situation: string, asker: string): string[] => {
	const text = readFileSync(`content/answers/${situation}/${asker}/ar.md`, 'utf8')
	const { now } = parse(text.split('\n---')[0]?.slice(4) ?? '') as { now: { do: string; how: string }[] }
	return now.flatMap((card) => [card.do, card.how])
}

const press = (page: Page, name: string): Promise<void> =>
	page.locator('.step:visible').getByRole('link', { name, exact: true }).click()

/** From the start to the pictures, as a child who says that they are one. */
const goToPictures = async (page: Page): Promise<void> => {
	await press(page, 'البداية')
	await page.getByRole('radio', { name: 'لا', exact: true }).check()
	await press(page, 'التالي')
	await page.getByRole('radio', { name: /شاب أو شابة/u }).check()
	await press(page, 'التالي')
	await page.getByRole('checkbox', { name: 'شي واحد كيهددني بتصاوري' }).check()
}

const read = async (page: Page, card: string): Promise<string[]> =>
	(await page.locator(`#ask-what [data-fits~="${card}"] li [data-say]`).allInnerTexts()).map((text) =>
		text.replace(/[\u2066-\u2069]/gu, ''),
	)

test('with script the three things stand there, and nothing that is asked for tells what was chosen', async () => {
	await asVisitor(async (page) => {
		await page.goto('/ar/report')
		await waitForSteps(page)
		const asked: string[] = []
		page.on('request', (request) =>
			asked.push(new URL(request.url()).pathname + new URL(request.url()).search),
		)
		await goToPictures(page)
		await page.locator('#ask-what [data-fits]').first().waitFor()
		expect(await read(page, 'sexual-extortion.teen')).toEqual(getThings('threatened', 'teen'))
		await page.getByRole('checkbox', { name: 'عييت وكيجيوني أفكار خايبة' }).check()
		expect(await read(page, 'self-harm.teen')).toEqual(getThings('dark-thoughts', 'teen'))
		expect(await page.locator('#ask-what [data-fits]').first().getAttribute('data-fits')).toContain(
			'self-harm',
		)
		expect(await page.locator('#ask-what [data-fits~="self-harm.teen"] a[href="tel:19"]').isVisible()).toBe(
			true,
		)
		expect(asked.filter((path) => !/^\/(?:_app|intake)\//u.test(path))).toEqual([
			'/ar/report/first-minutes.json',
		])
	}, phone)
})

test('the page behind it opens beside the report, and who leaves there leaves the report too', async () => {
	await asVisitor(async (page) => {
		await page
			.context()
			.route(/wikipedia\.org/u, (route) =>
				route.fulfill({ body: '<title>encyclopedia</title>', contentType: 'text/html' }),
			)
		await page.goto('/ar/report')
		await waitForSteps(page)
		await goToPictures(page)
		const opened = page.context().waitForEvent('page')
		await page.locator('#ask-what [data-fits]').getByRole('link', { name: 'الصفحة كاملة' }).click()
		const beside = await opened
		await beside.waitForURL('**/ar/help/threatened/teen')
		expect(await page.getByRole('checkbox', { name: 'شي واحد كيهددني بتصاوري' }).isChecked()).toBe(true)
		await beside.getByRole('link', { name: 'خروج سريع', exact: true }).click()
		await page.waitForURL(/wikipedia\.org/u)
	})
})

test('without script the way to the page stands under the picture that was chosen, and keeps the report', async () => {
	await onPage(
		'/ar/report',
		async (page) => {
			await goToPictures(page)
			const links = page.locator('#ask-what [data-minutes] a:visible')
			expect(await links.count()).toBe(1)
			const opened = page.context().waitForEvent('page')
			await links.click()
			await (await opened).waitForURL('**/ar/teens/sexual-extortion')
			expect(await page.getByRole('checkbox', { name: 'شي واحد كيهددني بتصاوري' }).isChecked()).toBe(true)
		},
		{ ...phone, javaScriptEnabled: false },
	)
})
