/** Copies that a phone kept in an hour in which the server was not ours: report, mailbox and desk take none of them, and no code out of them. */
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { asVisitor, phone } from '../support/browser.ts'
import { fillReport, waitForSteps } from '../support/report-form.ts'

const mark = 'x-copy-of-a-bad-hour'

const keepPages = async (page: Page): Promise<void> => {
	await page.goto('/ar/offline')
	const shelf = page.locator('[data-offline^="thiqa-pages"]')
	await shelf.locator('[data-keep]').click()
	await shelf.locator('[data-state]').filter({ hasText: /\d/u }).waitFor()
	await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
}

/** Everything that the three ask for while they are used, their own addresses too. */
const usePlaces = async (page: Page): Promise<{ asked: string[]; copied: string[] }> => {
	const asked = new Set<string>()
	const copied = new Set<string>()
	page.on('response', (answer) => {
		const { pathname } = new URL(answer.url())
		if (answer.request().method() !== 'GET') return
		asked.add(pathname)
		if (answer.headers()[mark] !== undefined) copied.add(pathname)
	})
	await page.goto('/ar/report')
	await waitForSteps(page)
	await fillReport(page)
	await page.getByRole('button', { name: 'إغلاق الرسالة ورؤية ما سيخرج' }).click()
	await page.getByRole('heading', { name: 'هذا كل ما سيخرج من هاتفك' }).waitFor()
	await page.goto('/ar/mailbox')
	await page.getByText('الرقم يبقى في هاتفك', { exact: false }).waitFor()
	await page.getByRole('textbox', { name: 'الرقم السري' }).fill('0000 0000 0000 0000 0000 0000 98')
	await page.getByRole('button', { name: 'فتح الصندوق' }).click()
	await page.getByRole('heading', { name: /لا يوجد جواب بعد/u }).waitFor()
	await page.goto('/desk/sign-in', { waitUntil: 'networkidle' })
	page.removeAllListeners('response')
	return { asked: [...asked], copied: [...copied] }
}

/** A false copy in the place of each; beside them one of a page that may be kept, which shows that the worker does answer from there. */
const poison = (page: Page, addresses: readonly string[]): Promise<void> =>
	page.evaluate(
		async ({ paths, name }) => {
			const cache = await caches.open('thiqa-pages-ar')
			for (const path of paths) {
				const isCode = path.endsWith('.js')
				const body = isCode ? 'globalThis.isPoisoned = true' : '<title>poisoned</title>'
				const type = isCode ? 'text/javascript' : 'text/html'
				await cache.delete(path, { ignoreVary: true })
				await cache.put(path, new Response(body, { headers: { 'content-type': type, [name]: '1' } }))
			}
		},
		{ paths: addresses, name: mark },
	)

test('report, mailbox and desk take no page and no code from what was kept', async () => {
	const asked = await asVisitor(async (page) => (await usePlaces(page)).asked, phone)
	const code = asked.filter((path) => path.endsWith('.js'))
	expect(code.length).toBeGreaterThan(10)
	await asVisitor(async (page) => {
		await keepPages(page)
		await poison(page, [...asked, '/ar/search'])
		const { copied } = await usePlaces(page)
		expect(copied).toEqual([])
		expect(await page.evaluate(() => 'isPoisoned' in globalThis)).toBe(false)
		const kept = await page.goto('/ar/search')
		expect(kept?.headers()[mark]).toBe('1')
	}, phone)
})
