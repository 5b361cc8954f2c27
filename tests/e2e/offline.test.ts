import { expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { asVisitor, phone } from '../support/browser.ts'

type Kept = { caches: string[]; workers: number }

const getKept = (page: Page): Promise<Kept> =>
	page.evaluate(async () => ({
		caches: await caches.keys(),
		workers: (await navigator.serviceWorker.getRegistrations()).length,
	}))

const nothing: Kept = { caches: [], workers: 0 }

/** The panel of the pages of advice; what is practised has one of its own. */
const shelf = (page: Page) => page.locator('[data-offline^="thiqa-pages"]')

const state = (page: Page) => shelf(page).locator('[data-state]')

const keep = async (page: Page, locale: 'ar' | 'fr'): Promise<void> => {
	await page.goto(`/${locale}/offline`)
	await shelf(page).locator('[data-keep]').click()
	await state(page).filter({ hasText: /\d/u }).waitFor()
	await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
}

const cutNetwork = (page: Page): Promise<void> => page.context().setOffline(true)

test('nothing is kept before the visitor asks for it', async () => {
	await asVisitor(async (page) => {
		await page.goto('/fr')
		await page.goto('/fr/offline')
		await state(page).filter({ hasText: 'Rien' }).waitFor()
		expect(await getKept(page)).toEqual(nothing)
	})
})

test('kept pages open without a network: front door, topic, numbers, help, search that raises the help panel', async () => {
	await asVisitor(async (page) => {
		await keep(page, 'ar')
		expect(await state(page).innerText()).toMatch(/\d{2,3}.*\d/u)
		await cutNetwork(page)
		await page.goto('/ar')
		await page.getByRole('link', { name: 'أحتاج مساعدة' }).click()
		await page.waitForURL('**/ar/help')
		await page.getByRole('link', { name: /كيهددني بتصاوري/u }).click()
		await page.getByRole('link', { name: 'شاب أو شابة' }).click()
		await page.waitForURL('**/threatened/teen')
		await page.goto('/ar/teens/sexual-extortion')
		expect(await page.locator('.now li').count()).toBe(3)
		await page.goto('/ar/contacts')
		expect(await page.locator('a[href="tel:19"]').count()).toBeGreaterThan(0)
		await page.goto('/ar')
		await page.getByRole('searchbox').fill('wa7ed kayhddni b tsawri')
		await page.keyboard.press('Enter')
		await page.waitForURL('**/ar/search?q=*')
		const first = page.locator('[data-found-here] a').first()
		await first.waitFor()
		expect(await first.getAttribute('href')).toContain('/sexual-extortion')
		expect(await page.locator('[data-kept-panel]').isVisible()).toBe(true)
		await first.click()
		await page.waitForURL('**/sexual-extortion')
	}, phone)
})

test('what is made for each request is answered without a network by numbers to call', async () => {
	await asVisitor(async (page) => {
		await keep(page, 'fr')
		await cutNetwork(page)
		for (const path of [
			'/fr/help/threatened/teen/now',
			'/fr/help/threatened/teen/today/no-name',
			'/en/help',
			'/fr/children/no',
		])
			await expectNumbers(page, path)
		await page.goto('/fr/parents/games/print')
		expect(await page.locator('.now li').count()).toBe(3)
		await page.goto('/')
		expect(await page.locator('html').getAttribute('lang')).toBe('fr')
		expect(await page.getByRole('searchbox').count()).toBe(1)
	})
})

const expectNumbers = async (page: Page, path: string): Promise<void> => {
	await page.goto(path)
	expect(await page.locator('html').getAttribute('lang'), path).toBe('fr')
	expect(await page.locator('a[href="tel:19"]').count(), path).toBeGreaterThan(0)
	expect(await page.locator('article.fold').count(), path).toBeGreaterThan(5)
}

test('a search on the kept page stays on the phone even with a network', async () => {
	await asVisitor(async (page) => {
		await keep(page, 'fr')
		const asked: string[] = []
		page.context().on('request', (request) => asked.push(request.url()))
		await page.goto('/fr')
		await page.getByRole('searchbox').fill('zzmotsecret menace photos')
		await page.keyboard.press('Enter')
		await page.locator('[data-search-results] a').first().waitFor()
		const sent = asked.filter((url) => url.includes('zzmotsecret'))
		expect(sent.length).toBeLessThanOrEqual(1) // the browser's own request to the worker
		const answer = await page.evaluate(async () => (await fetch(location.href)).text())
		expect(answer).not.toContain('zzmotsecret')
	})
})

test('erasing leaves nothing and no worker', async () => {
	await asVisitor(async (page) => {
		await keep(page, 'fr')
		await shelf(page).locator('[data-forget]').click()
		await state(page).filter({ hasText: 'Rien' }).waitFor()
		expect(await getKept(page)).toEqual(nothing)
		await page.goto('/fr/privacy', { waitUntil: 'networkidle' })
		expect(await page.locator('[data-count="storage"]').innerText()).toBe('0')
	})
})

test('when the network breaks while pages are being kept, nothing is left and the page says so', async () => {
	await asVisitor(async (page) => {
		await page.goto('/fr/offline')
		await page.route('**/fr/teens/scams', (route) => route.abort())
		await shelf(page).locator('[data-keep]').click()
		await state(page).filter({ hasText: 'pas' }).waitFor()
		expect(await getKept(page)).toEqual(nothing)
	})
})

test('when keeping a second language fails, the first one stays', async () => {
	await asVisitor(async (page) => {
		await keep(page, 'ar')
		await page.goto('/fr/offline')
		await page.context().route('**/fr/teens/scams', (route) => route.abort())
		await shelf(page).locator('[data-keep]').click()
		await state(page).filter({ hasText: 'pas' }).waitFor()
		expect(await getKept(page)).toEqual({ caches: ['thiqa-pages-ar'], workers: 1 })
	})
})
