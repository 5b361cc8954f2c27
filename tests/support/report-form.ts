/** How a child fills the report in, question by question, with and without script. */
import type { Page } from 'playwright-core'

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
