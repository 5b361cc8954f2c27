import { expect, inject, test } from 'vitest'
import type { Page } from 'playwright-core'
import { asVisitor, onPage, phone } from '../support/browser.ts'

/** The encyclopedia is not ours to call from a test: a local page answers in its place. */
const standIn = async (page: Page): Promise<void> => {
	await page
		.context()
		.route(/wikipedia\.org/u, (route) =>
			route.fulfill({ body: '<title>encyclopedia</title>', contentType: 'text/html' }),
		)
}

const leavesByBack = async (page: Page, options: Parameters<Page['goBack']>[0] = {}): Promise<void> => {
	await page.waitForURL(/wikipedia\.org/u, { waitUntil: 'commit' })
	await page.goBack(options)
	// Playwright may still give the address of the page just left, and `waitForURL` fails with the navigation that Back has cancelled.
	await expect.poll(() => new URL(page.url()).host).not.toMatch(/wikipedia\.org$/u)
	expect(new URL(page.url()).pathname).toBe('/fr')
}

test('after leaving a help page, Back does not return to it', async () => {
	await onPage('/fr', async (page) => {
		await standIn(page)
		await page.getByRole('link', { name: /me menace/u }).click()
		await page.getByRole('link', { name: /jeune de moins de 18/u }).click()
		await page.getByRole('link', { name: /Aujourd/u }).click()
		await page.waitForURL('**/teen/today')
		await page.getByRole('link', { name: 'Quitter vite', exact: true }).click()
		await leavesByBack(page)
	})
})

test('links and the button that are pressed before any script has come leave nothing behind either', async () => {
	await asVisitor(async (page) => {
		await standIn(page)
		await page.context().route(/\.js$/u, () => undefined)
		await page.goto('/fr', { waitUntil: 'commit' })
		await page.getByRole('link', { name: /me menace/u }).click()
		await page.getByRole('link', { name: /jeune de moins de 18/u }).click()
		await page.getByRole('link', { name: /Aujourd/u }).click()
		await page.waitForURL('**/teen/today', { waitUntil: 'commit' })
		await page.getByRole('link', { name: 'Quitter vite', exact: true }).click()
		await leavesByBack(page, { waitUntil: 'commit' })
	})
})

test('three quick taps on an empty place leave', async () => {
	await onPage(
		'/fr',
		async (page) => {
			await standIn(page)
			await page.getByRole('link', { name: /me menace/u }).click()
			await page.waitForURL('**/help/threatened')
			for (let tap = 0; tap < 3; tap++) await page.locator('h1').tap()
			await leavesByBack(page)
		},
		phone,
	)
})

test('three times Esc leaves', async () => {
	await onPage('/fr', async (page) => {
		await standIn(page)
		await page.getByRole('link', { name: /me menace/u }).click()
		await page.waitForURL('**/help/threatened')
		for (let press = 0; press < 3; press++) await page.keyboard.press('Escape')
		await leavesByBack(page)
	})
})

test('without JavaScript the button is a plain link to an ordinary page', async () => {
	await onPage(
		'/ar/help',
		async (page) => {
			const link = page.getByRole('link', { name: 'خروج سريع' })
			expect(await link.getAttribute('href')).toBe('https://ar.wikipedia.org/')
			expect(await link.getAttribute('rel')).toContain('noreferrer')
		},
		{ javaScriptEnabled: false },
	)
})

test('the screen is blank before the press is over', async () => {
	await onPage('/fr/help', async (page) => {
		await page.context().route(/wikipedia\.org/u, () => undefined)
		const isBlank = await page.evaluate(() => {
			document.querySelector<HTMLElement>('[data-leave]')?.click()
			return document.body.hidden
		})
		expect(isBlank).toBe(true)
	})
})

test.each([
	'/ar/help',
	'/fr/help/threatened',
	'/en/teens/sexual-extortion',
	'/zgh/search?q=x',
	'/fr/help/threatened/teen/today',
])('%s has an ordinary title and icon and leaves no copy', async (path) => {
	const answer = await fetch(inject('origin') + path)
	const html = await answer.text()
	expect(answer.headers.get('cache-control')).toBe('no-store')
	expect(html).toContain('<link rel="icon" href="data:,"')
	expect(html.match(/<title>(.*?)<\/title>/u)?.[1]?.length).toBeLessThan(12)
})
