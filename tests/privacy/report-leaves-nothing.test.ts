import { expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { asVisitor } from '../support/browser.ts'
import { fillReport, sendReport, story, waitForSteps } from '../support/report-form.ts'

const watchPolicy = async (page: Page): Promise<string[]> => {
	const stopped: string[] = []
	page.on('console', (message) => {
		if (message.type() === 'error') stopped.push(message.text())
	})
	page.on('pageerror', (error) => stopped.push(error.message))
	await page.addInitScript(() =>
		addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
			console.error(`policy: ${violatedDirective} ${blockedURI}`),
		),
	)
	return stopped
}

const standIn = async (page: Page): Promise<void> => {
	await page
		.context()
		.route(/wikipedia\.org/u, (route) =>
			route.fulfill({ body: '<title>encyclopedia</title>', contentType: 'text/html' }),
		)
}

const readKept = (page: Page): Promise<unknown> =>
	page.evaluate(async () => ({
		cookies: document.cookie,
		local: localStorage.length,
		session: sessionStorage.length,
		name: window.name,
		databases: await indexedDB.databases(),
		caches: await caches.keys(),
	}))

const nothing = { cookies: '', local: 0, session: 0, name: '', databases: [], caches: [] }

test('a report sealed and sent breaks no content policy and leaves nothing in the browser', async () => {
	await asVisitor(async (page) => {
		const stopped = await watchPolicy(page)
		await page.goto('/ar/report')
		await waitForSteps(page)
		await fillReport(page)
		expect(await page.title()).toBe('صفحة')
		expect(await readKept(page)).toEqual(nothing)
		await sendReport(page, true)
		expect(stopped).toEqual([])
		expect(await readKept(page)).toEqual(nothing)
		expect(page.url()).not.toMatch(/[#?]/u)
	})
})

test('after leaving quickly in the middle, Back shows no question and no word', async () => {
	await asVisitor(async (page) => {
		await standIn(page)
		await page.goto('/ar')
		await page.goto('/ar/report')
		await waitForSteps(page)
		await fillReport(page)
		await page.getByRole('link', { name: 'خروج سريع', exact: true }).click()
		await page.waitForURL(/wikipedia\.org/u)
		await page.goBack()
		await page.waitForURL(/wikipedia\.org/u)
		expect(await page.content()).not.toContain(story.words)
	})
})
