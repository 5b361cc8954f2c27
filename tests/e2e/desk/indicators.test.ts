import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startAskedProduct, type AskedProduct } from '../../support/asked-product.ts'
import { asVisitor } from '../../support/browser.ts'
import type { Seed } from '../../support/desk-seed.ts'
import { judge } from '../../support/judged-page.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'thiqa-indicators-'))
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

const as = <Answer>(
	role: keyof Seed['people'],
	use: (page: Page) => Promise<Answer>,
	options = {},
): Promise<Answer> =>
	asVisitor(
		async (page) => {
			const [name = '', value = ''] = seed.people[role].fresh.split('=')
			await page.context().addCookies([{ name, value, url: product.origin }])
			await page.goto('/desk/indicators', { waitUntil: 'networkidle' })
			return use(page)
		},
		{ baseURL: product.origin, ...options },
	)

const list = ['bad.example', 'https://host.example/a/page', 'not a thing'].join('\n')
const ask = (page: Page) => page.getByRole('button', { name: 'Demander une deuxième personne' }).click()

test('a list without a reader is refused and stays (indicator.audience); two persons publish it, and each sees what has happened', async () => {
	await as('supervisor', async (page) => {
		await page.locator('#list').fill(list)
		await page.locator('#tlp').selectOption('green')
		await ask(page)
		await page.locator('.wrong', { hasText: 'Qui les reçoit' }).waitFor()
		expect(await page.locator('#list').inputValue()).toBe(list)
		await page.getByLabel('Partenaires', { exact: false }).check()
		await ask(page)
		await page.locator('.wrong', { hasText: 'Ni domaine, ni adresse' }).waitFor()
		expect(await page.locator('#list').inputValue()).toBe('not a thing')
		const waiting = page.locator('.panel', { hasText: 'Proposés' })
		expect(await waiting.innerText()).toMatch(/Proposés\s: 2[\s\S]*bad\[\.\]example[\s\S]*TLP:GREEN/u)
		expect(await judge(page, 'indicators')).toEqual([])
	})
	await as('owner', async (page) => {
		await page.getByRole('button', { name: 'J’accepte' }).click()
		await page.locator('.done', { hasText: 'C’est publié' }).waitFor()
		await page.locator('#value').fill('bad.example')
		await page.locator('form[action="?/find"]').getByRole('button').click()
		await page.getByRole('button', { name: 'Retirer maintenant' }).waitFor()
	})
})

test('a choice that was made without script stands in the form again', async () => {
	await as(
		'supervisor',
		async (page) => {
			await page.locator('#list').fill('other.example')
			await page.locator('#pap').selectOption('amber')
			await ask(page)
			await page.locator('.wrong', { hasText: 'Qui les reçoit' }).waitFor()
			expect(await page.locator('#list').inputValue()).toBe('other.example')
			expect(await page.locator('#pap').inputValue()).toBe('amber')
		},
		{ javaScriptEnabled: false },
	)
})
