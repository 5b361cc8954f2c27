import { expect, inject, test } from 'vitest'
import type { Page } from 'playwright-core'
import { asVisitor } from '../support/browser.ts'
import { templateList } from '../support/templates.ts'

/** What a browser holds for the site: every kind of place in which a site can keep something. */
const countKept = (page: Page): Promise<Record<string, number>> =>
	page.evaluate(async () => ({
		cookies: document.cookie.length,
		local: localStorage.length,
		session: sessionStorage.length,
		databases: (await indexedDB.databases()).length,
		caches: (await caches.keys()).length,
		workers: (await navigator.serviceWorker.getRegistrations()).length,
	}))

const nothing = { cookies: 0, local: 0, session: 0, databases: 0, caches: 0, workers: 0 }

/** Opens every page, listening to what it asks for and to what the content policy stops. */
const visitAll = async (page: Page, locale: string): Promise<{ strangers: string[]; stopped: string[] }> => {
	const strangers: string[] = []
	const stopped: string[] = []
	page.context().on('request', (request) => {
		const { protocol, origin } = new URL(request.url())
		if (protocol !== 'data:' && origin !== inject('origin')) strangers.push(request.url())
	})
	page.on('console', (message) => {
		if (message.type() === 'error' && !message.text().includes('404')) stopped.push(message.text())
	})
	page.on('pageerror', (error) => stopped.push(error.message))
	await page.addInitScript(() =>
		addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile }) =>
			console.error(`policy: ${violatedDirective} ${blockedURI} ${sourceFile}`),
		),
	)
	for (const [, path] of templateList) await page.goto(`/${locale}${path}`)
	await page.waitForLoadState('networkidle')
	return { strangers, stopped }
}

test.each(['ar', 'fr', 'zgh'])(
	'a visit to every page in %s asks nobody else and leaves nothing behind',
	async (locale) => {
		await asVisitor(async (page) => {
			expect(await visitAll(page, locale)).toEqual({ strangers: [], stopped: [] })
			expect(await countKept(page)).toEqual(nothing)
			expect(await page.context().cookies()).toEqual([])
		})
	},
)

test('searching and asking for help leaves nothing behind', async () => {
	await asVisitor(async (page) => {
		await page.goto('/fr')
		await page.getByRole('searchbox').fill('on me menace')
		await page.keyboard.press('Enter')
		await page.waitForURL('**/search?q=*')
		await page.locator('main h3 a').first().click()
		await page.goto('/fr/help/threatened/teen/today/no-name')
		expect(await countKept(page)).toEqual(nothing)
		expect(await page.context().cookies()).toEqual([])
	})
})

test('the privacy page counts 0 strangers, 0 cookies, 0 things kept, and says how often it asked us', async () => {
	await asVisitor(async (page) => {
		await page.goto('/fr')
		await page.goto('/fr/search?q=photos')
		await page.goto('/fr/privacy', { waitUntil: 'networkidle' })
		const count = (name: string): Promise<string> => page.locator(`[data-count="${name}"]`).innerText()
		await page.waitForFunction(() =>
			/\d/u.test(document.querySelector('[data-count="own"]')?.textContent ?? ''),
		)
		expect([await count('requests'), await count('cookies'), await count('storage')]).toEqual(['0', '0', '0'])
		expect(Number(await count('own'))).toBeGreaterThan(1)
	})
})

test('the privacy page would show what it claims is not there', async () => {
	await asVisitor(async (page) => {
		await page.route('https://stranger.example/**', (route) => route.fulfill({ body: '' }))
		await page.goto('/fr/privacy', { waitUntil: 'networkidle' })
		await page.evaluate(async () => {
			document.cookie = 'mark=1'
			localStorage.setItem('mark', '1')
			await caches.open('mark')
		})
		await page.getByRole('button', { name: 'Recompter' }).click()
		await page.waitForFunction(() => document.querySelector('[data-count="storage"]')?.textContent === '2')
		expect(await page.locator('[data-count="cookies"]').innerText()).toBe('1')
	})
})
