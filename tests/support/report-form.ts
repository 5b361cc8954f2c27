/** How a child fills the report in, question by question, with and without script. */
import { setTimeout as wait } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { asVisitor, phone } from './browser.ts'

/** What a 15-year-old tells, invented: `words` stands nowhere else, so that it can be looked for. */
export const story = {
	words: 'wahd l3ayl kayhddedni b tsawri w bgha lflous, ma3reftch chno ndir CANARY-7f3a',
	app: 'Instagram',
	nickname: 'canary.account.7f3a',
}

const press = (page: Page, name: string): Promise<void> =>
	page.locator('.step:visible').getByRole('link', { name, exact: true }).click()

/** Waits until the script has taken the form over. */
export const waitForSteps = (page: Page): Promise<void> => page.locator('form.live').waitFor()

/** From the start to the last question, in Arabic; `alsoTell` does more where the words are. Leaves the page there. */
export const fillReport = async (
	page: Page,
	alsoTell: (page: Page) => Promise<void> = async () => {},
): Promise<void> => {
	const on = (): Promise<void> => press(page, 'التالي')
	await press(page, 'البداية')
	await page.getByRole('radio', { name: 'لا', exact: true }).check()
	await on()
	await page.getByRole('radio', { name: /شاب أو شابة/u }).check()
	await on()
	await page.getByRole('checkbox', { name: 'شي واحد كيهددني بتصاوري' }).check()
	await on()
	await page.getByLabel(/التطبيق أو اللعبة/u).fill(story.app)
	await page.getByLabel(/اسم الحساب/u).fill(story.nickname)
	await on()
	await page.getByRole('textbox', { name: 'الحكاية بكلماتي' }).fill(story.words)
	await alsoTell(page)
	await on()
	await page.getByRole('checkbox', { name: 'أن يتوقف هذا الشخص' }).check()
	await on()
}

/** Seals where the script can, and sends. */
export const sendReport = async (page: Page, isSealed: boolean): Promise<void> => {
	if (isSealed) await page.getByRole('button', { name: 'إغلاق الرسالة ورؤية ما سيخرج' }).click()
	await page.getByRole('button', { name: 'إرسال', exact: true }).click()
	await page.getByRole('heading', { name: /وصلت رسالتك/u }).waitFor()
}

/** The digits of the receipt that the page shows. */
export const readDigits = async (page: Page): Promise<string> =>
	(await page.locator('[data-digits] span').allInnerTexts()).join(' ')

/**
 * Reports from beginning to end on a phone without script. A page that is sent within ten seconds of being shown is sent back: `meanwhile` others do
 * their work. Answer: the digits of the receipt. `visit`: in which browser.
 */
export const fileWithoutScript = (
	origin: string,
	meanwhile: () => Promise<unknown>,
	visit: typeof asVisitor = asVisitor,
): Promise<string> =>
	visit(
		async (page) => {
			await page.goto('/ar/report')
			const tenSeconds = wait(10_500)
			await fillReport(page)
			await Promise.all([tenSeconds, meanwhile()])
			await sendReport(page, false)
			return readDigits(page)
		},
		{ ...phone, javaScriptEnabled: false, baseURL: origin },
	)

/** The receipt in digits, on a page as the server makes it; empty when there is none. */
export const readReceipt = (html: string): string => {
	const shown = /data-digits[^>]*>(.*?)<\/p>/su.exec(html)?.[1] ?? ''
	return Array.from(shown.matchAll(/>(\d{2,4})</gu), ([, group]) => group).join(' ')
}
