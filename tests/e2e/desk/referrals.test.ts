import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startAskedProduct, type AskedProduct } from '../../support/asked-product.ts'
import { asVisitor, phone } from '../../support/browser.ts'
import type { Seed } from '../../support/desk-seed.ts'
import { judge } from '../../support/judged-page.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'thiqa-referrals-'))
let product: AskedProduct
let seed: Seed
let path: string

beforeAll(async () => {
	product = await startAskedProduct(dataDir)
	seed = await product.seed()
	path = `/desk/referrals/${await product.addReferral()}`
})
afterAll(async () => {
	await product.stop()
	rmSync(dataDir, { recursive: true, force: true })
})

const as = <Answer>(
	role: keyof Seed['people'],
	use: (page: Page) => Promise<Answer>,
	options: BrowserContextOptions = { javaScriptEnabled: false },
): Promise<Answer> =>
	asVisitor(
		async (page) => {
			const [name = '', value = ''] = seed.people[role].fresh.split('=')
			await page.context().addCookies([{ name, value, url: product.origin }])
			return use(page)
		},
		{ baseURL: product.origin, ...options },
	)

const read = (page: Page): Promise<string> => page.locator('main').innerText()

test('a liaison makes a link, the partner answers by it on a phone, the desk reads what was done; nobody needs script', async () => {
	const link = await as('liaison', async (page) => {
		await page.goto(path)
		await page.getByRole('button', { name: 'Créer un lien' }).click()
		return page.locator('.done code').innerText()
	})
	await asVisitor(
		async (page) => {
			await page.goto(link)
			expect(await read(page)).toMatch(/R-2026-9001[\s\S]*UTC/u)
			// Whoever forgets to choose loses nothing of what was written.
			await page.locator('form').evaluate((form) => form.setAttribute('novalidate', ''))
			await page.locator('#note').fill('Pas notre réseau.')
			await page.getByRole('button', { name: 'Envoyer la réponse' }).click()
			await page.locator('.wrong', { hasText: 'Pas encore envoyé' }).waitFor()
			expect(await page.locator('#note').inputValue()).toBe('Pas notre réseau.')
			// The partner speaks of itself.
			await page.getByLabel('Pas chez nous').check()
			await page.getByRole('button', { name: 'Envoyer la réponse' }).click()
			await page.getByText('Réponse reçue, merci.', { exact: false }).waitFor()
			expect(await judge(page, 'answer')).toEqual([])
		},
		{ ...phone, isMobile: false },
	)
	await as('liaison', async (page) => {
		await page.goto(path)
		const text = await read(page)
		expect(text).toContain('Pas chez eux')
		expect(text).toContain('Notifications XARF par courriel')
		expect(text).not.toMatch(/not-ours|xarf-mail/u)
	})
})

test('a supervisor finds every room on a phone without script, and the pages of referrals keep nobody out', async () => {
	await as(
		'supervisor',
		async (page) => {
			await page.goto(path)
			await page.locator('nav summary', { hasText: 'Renvois' }).click()
			expect(await page.locator('nav a:visible').count()).toBe(15)
			expect(await page.locator('nav a[aria-current]').innerText()).toBe('Renvois')
			await page.getByRole('link', { name: 'Indicateurs' }).click()
			await page.getByRole('heading', { level: 1, name: 'Indicateurs' }).waitFor()
			expect(await page.locator('nav a:visible').count()).toBe(0)
		},
		{ ...phone, javaScriptEnabled: false },
	)
	const found: string[] = []
	await as(
		'liaison',
		async (page) => {
			for (const language of ['ar', 'fr']) {
				await page.goto('/desk/account')
				await page.locator(`button[name=language][value=${language}]`).click()
				await page.locator(`html[lang=${language}]`).waitFor()
				for (const one of ['/desk/referrals', path, '/desk/indicators']) {
					await page.goto(one, { waitUntil: 'networkidle' })
					found.push(...(await judge(page, `${language} ${one.slice(0, 17)}`)))
				}
			}
		},
		{ ...phone, isMobile: false, viewport: { width: 1280, height: 800 } },
	)
	expect(found).toEqual([])
})
