/** A trainer without an account holds three sessions where there is no network; each counts once, however often it is sent. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startAskedProduct, type AskedProduct } from '../support/asked-product.ts'
import { asVisitor, phone } from '../support/browser.ts'
import type { Seed } from '../support/desk-seed.ts'
import { judge } from '../support/judged-page.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'thiqa-trainer-'))
let product: AskedProduct
let seed: Seed

beforeAll(async () => {
	product = await startAskedProduct(dataDir)
	seed = await product.seed()
})
afterAll(async () => {
	await product.stop()
	rmSync(dataDir, { recursive: true, force: true })
})

const asLead = <Answer>(use: (page: Page) => Promise<Answer>): Promise<Answer> =>
	asVisitor(
		async (page) => {
			const [name = '', value = ''] = seed.people['programme-lead'].fresh.split('=')
			await page.context().addCookies([{ name, value, url: product.origin }])
			return use(page)
		},
		{ baseURL: product.origin },
	)

const asTrainer = <Answer>(
	use: (page: Page) => Promise<Answer>,
	more: BrowserContextOptions = {},
): Promise<Answer> => asVisitor(use, { ...phone, locale: 'fr-MA', baseURL: product.origin, ...more })

const invite = (): Promise<string> =>
	asLead(async (page) => {
		await page.goto('/desk/sessions/links', { waitUntil: 'networkidle' })
		await page.locator('#region').selectOption('MA-09')
		await page.getByRole('button', { name: 'Nouveau lien' }).click()
		await page.getByRole('img', { name: 'Code du lien' }).waitFor()
		return (await page.locator('code').textContent()) ?? ''
	})

const today = new Date().toISOString().slice(0, 10)

/** The page in the language of the phone. */
const field = (page: Page) => page.locator('[data-language="fr"]')

const write = async (page: Page, band: string): Promise<void> => {
	await field(page).getByLabel('Jour').fill(today)
	await field(page).getByLabel('Province ou préfecture').selectOption('MA-TAT')
	await field(page).getByLabel('Lieu').selectOption('college')
	await field(page).getByLabel('Public').selectOption('teens')
	await field(page).getByLabel('Présents, à peu près').selectOption(band)
	await field(page).getByRole('button', { name: 'Garder' }).click()
	await field(page)
		.locator('[data-list] li', { hasText: band.replace('-', '–') })
		.first()
		.waitFor()
}

/** Opens the link while there is a network, as whoever sets out in the morning does. */
const setOut = async (page: Page, link: string): Promise<void> => {
	await page.goto(link)
	await field(page).getByRole('heading', { name: 'Mes séances' }).waitFor()
	// The worker is asked for once the page is kept. Not waitForFunction: it takes the promise itself for an answer.
	expect(
		await page.evaluate(async () => {
			await navigator.serviceWorker.ready
			return (await caches.match('/t')) !== undefined
		}),
		'the page is kept on the phone',
	).toBe(true)
}

const listAtDesk = (): Promise<string[]> =>
	asLead(async (page) => {
		await page.goto('/desk/sessions')
		return page.locator('td:has(bdi[dir="ltr"]) bdi').allTextContents()
	})

test('three sessions in flight mode, sent twice, are three; one is corrected; what could not be sent is carried', async () => {
	const link = await invite()
	await asTrainer(async (page) => {
		await setOut(page, link)
		expect(page.url(), 'the link is nowhere to be seen').toBe(`${product.origin}/t`)
		await page.context().setOffline(true)
		await page.reload()
		for (const band of ['25-29', '30-34', '35-39']) await write(page, band)
		await field(page).getByText('Tout est gardé sur ce téléphone : 3').waitFor()

		// The answers of the first time are lost on their way back.
		const lost = Promise.withResolvers<boolean>()
		await page.route(
			'**/programme/entries/*/*',
			async (route) => {
				const answer = await route.fetch()
				await route.abort()
				lost.resolve(answer.ok())
			},
			{ times: 1 },
		)
		await page.context().setOffline(false)
		expect(await lost.promise, 'it had been taken').toBe(true)
		// The network comes back once more: everything that was not answered is sent again.
		await page.evaluate(() => void dispatchEvent(new Event('online')))
		await field(page).getByText('Tout est arrivé.').waitFor()
		expect((await listAtDesk()).sort()).toEqual(['25–29', '30–34', '35–39'])

		await field(page)
			.locator('[data-list] li', { hasText: '30–34' })
			.getByRole('button', { name: 'Corriger' })
			.click()
		await write(page, '60-79')
		await field(page).getByText('Tout est arrivé.').waitFor()
		expect((await listAtDesk()).sort()).toEqual(['25–29', '35–39', '60–79'])

		await page.context().setOffline(true)
		await write(page, '1-4')
		await field(page).getByRole('button', { name: 'Emporter' }).click()
		const [file] = await Promise.all([
			page.waitForEvent('download'),
			field(page).getByRole('button', { name: 'Garder le fichier' }).click(),
		])
		const carried = join(dataDir, 'carried.txt')
		await file.saveAs(carried)
		const take = (): Promise<void> =>
			asLead(async (desk) => {
				await desk.goto('/desk/sessions/bring', { waitUntil: 'networkidle' })
				await desk.locator('#carried-file').setInputFiles(carried)
				await desk.waitForFunction(() => document.querySelector('textarea')?.value.startsWith('THIQA:'))
				await desk.locator('form[action="?/carried"] button').click()
				await desk.locator('.done').waitFor()
			})
		await take()
		await take()
		await field(page).getByRole('button', { name: 'Fermer' }).click()
		await page.context().setOffline(false)
		await field(page).getByText('Tout est arrivé.').waitFor()
		expect((await listAtDesk()).sort()).toEqual(['1–4', '25–29', '35–39', '60–79'])
	})
})

test('the page says what to do without script, weighs little, and is whole for everybody', async () => {
	await asTrainer(
		async (page) => {
			await page.goto('/t')
			for (const language of ['ar', 'fr', 'zgh', 'en'])
				expect(await page.locator(`[data-without-script] [lang^="${language}"] p`).isVisible()).toBe(true)
		},
		{ javaScriptEnabled: false },
	)
	await asTrainer(async (page) => {
		let bytes = 0
		page.on('requestfinished', (request) => {
			void request.sizes().then(({ responseBodySize }) => (bytes += responseBodySize))
		})
		await page.goto('/t')
		await page.waitForLoadState('networkidle')
		console.info(`/t: ${bytes} bytes`)
		expect(bytes).toBeLessThan(60 * 1024)
		expect(await judge(page, '/t')).toEqual([])
	})
})

test('pages of sessions are whole for everybody', async () => {
	const found = await asLead(async (page) => {
		const wrong: string[] = []
		for (const path of ['', '/new', '/links', '/bring']) {
			await page.goto(`/desk/sessions${path}`, { waitUntil: 'networkidle' })
			wrong.push(...(await judge(page, path)))
		}
		return wrong
	})
	expect(found).toEqual([])
})
