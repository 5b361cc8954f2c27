import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startAskedProduct, type AskedProduct } from '../../support/asked-product.ts'
import { asVisitor } from '../../support/browser.ts'
import type { Seed } from '../../support/desk-seed.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'thiqa-early-'))
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

test('what somebody opens and writes before the script has come stays open and written', async () => {
	await asVisitor(
		async (page) => {
			const [name = '', value = ''] = seed.people['programme-lead'].fresh.split('=')
			await page.context().addCookies([{ name, value, url: product.origin }])
			const held = Promise.withResolvers<true>()
			await page.route('**/_app/**/*.js', async (route) => {
				await held.promise
				await route.continue()
			})
			await page.goto('/desk/programme/actions/i1-a2', { waitUntil: 'commit' })
			await page.locator('summary', { hasText: 'Abandonner l’action' }).click()
			await page.locator('#drop-reason_fr').fill('La salle est fermée.')
			await page.locator('summary', { hasText: 'Titre, état' }).first().click()
			await page.locator('#edit-state').selectOption('done')
			held.resolve(true)
			await page.waitForLoadState('networkidle')
			expect(await page.locator('#drop-reason_fr').isVisible()).toBe(true)
			expect(await page.locator('#drop-reason_fr').inputValue()).toBe('La salle est fermée.')
			expect(await page.locator('#edit-state').inputValue()).toBe('done')
			// A link that is followed without a load shows that the script has taken the page over.
			await page.evaluate(() => Object.assign(window, { isSamePage: true }))
			await page.locator('nav a[href="/desk/programme"]').first().click()
			await page.waitForURL('**/desk/programme')
			expect(await page.evaluate(() => 'isSamePage' in window)).toBe(true)
		},
		{ baseURL: product.origin },
	)
})
