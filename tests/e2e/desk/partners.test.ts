import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startAskedProduct, type AskedProduct } from '../../support/asked-product.ts'
import { asVisitor, phone } from '../../support/browser.ts'
import type { Seed } from '../../support/desk-seed.ts'
import { judge } from '../../support/judged-page.ts'
import { rfcKey } from '../../support/partners.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'thiqa-partners-'))
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
const press = (page: Page, name: string): Promise<void> =>
	page.getByRole('button', { name, exact: true }).click()
const unfold = (page: Page, text: string): Promise<void> =>
	page.locator('summary', { hasText: text }).first().click()

const fillIn = async (page: Page, hours: string): Promise<void> => {
	await page.goto('/desk/partners/new')
	await page.locator('#nameAr').fill('خط بعيد')
	await page.locator('#nameFr').fill('Ligne lointaine')
	await page.locator('#nameEn').fill('Far line')
	await page.locator('#country').fill('br')
	await page.locator('#zone').fill('America/Sao_Paulo')
	await page.locator('#hours').fill(hours)
	await page.locator('#agreement').fill('Convention 7')
	await page.locator('#agreedFrom').fill('2026-01-01')
	await page.getByLabel('Renvois vers eux').check()
	await press(page, 'Enregistrer')
}

/** Makes a partner as a liaison does, after a slip of the pen. */
const make = async (page: Page): Promise<string> => {
	await fillIn(page, 'les matins')
	expect(await page.locator('.wrong').innerText()).toContain('Ces heures ne se lisent pas')
	for (const [field, typed] of [
		['#nameAr', 'خط بعيد'],
		['#hours', 'les matins'],
		['#agreedFrom', '2026-01-01'],
	] as const)
		expect(await page.locator(field).inputValue(), field).toBe(typed)
	expect(await page.getByLabel('Renvois vers eux').isChecked()).toBe(true)
	await page.locator('#hours').fill('Mo-Fr 09:00-18:00')
	await press(page, 'Enregistrer')
	expect(await read(page)).toMatch(/Ligne lointaine[\s\S]*Brouillon[\s\S]*il manque[\s\S]*une voie/u)
	return new URL(page.url()).pathname
}

test('a liaison makes a partner and brings its key, a supervisor compares it and takes it out of use, without script', async () => {
	const address = await as('liaison', async (page) => {
		const path = await make(page)
		await unfold(page, 'Modifier les voies')
		await page.locator('#kind1').selectOption('http-sig')
		await page.locator('#address1').fill('http://line.example/inbox')
		await press(page, 'Enregistrer')
		expect(await page.locator('.wrong').innerText()).toContain('commence par https://')
		expect(await page.locator('#address1').inputValue()).toBe('http://line.example/inbox')
		await page.locator('#address1').fill('https://line.example/coop/v1/inbox')
		await page.locator('form[action="?/channels"]').getByRole('button').click()
		expect(await read(page)).toContain('https://line.example/coop/v1/inbox')

		await unfold(page, 'Apporter une clé')
		await page
			.locator('#text')
			.fill(JSON.stringify({ ...rfcKey, d: 'nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A' }))
		await press(page, 'Apporter une clé')
		expect(await page.locator('.wrong').innerText()).toContain('C’est une clé privée')
		await page.locator('#text').fill(JSON.stringify(rfcKey))
		await press(page, 'Apporter une clé')
		const text = await read(page)
		expect(text).toContain('90FA CAFE A9B1 5566 9854 0F70 C011 7A22 EA37 BD5C F3ED 3C47 093C 1707 282B 4B89')
		expect(text).toMatch(/Apportée par\s+Personne liaison\s+Comparée par\s+Pas encore comparée/u)
		expect(text).toContain('Une autre personne que celle qui l’a apportée')
		expect(await page.locator('input[name=typed]').count()).toBe(0)
		await press(page, 'Activer')
		expect(await read(page)).toContain('Actif')
		return path
	})

	await as('supervisor', async (page) => {
		await page.goto(address)
		expect(await page.getByRole('button', { name: 'Suspendre' }).count()).toBe(0)
		await unfold(page, 'Comparer')
		await page.locator('input[name=typed]').fill('F3ED 3C47 093C 1707 282B 4B88')
		await press(page, 'Comparer')
		expect(await page.locator('.wrong').innerText()).toContain('n’est pas la fin de cette empreinte')
		await page.locator('input[name=typed]').fill('f3ed 3c47 093c 1707 282b 4b89')
		await press(page, 'Comparer')
		expect(await read(page)).toMatch(/Bonne[\s\S]*Comparée par\s+Personne supervisor/u)
		await unfold(page, 'Révoquer')
		await page.locator('select[name=why]').selectOption('lost')
		await press(page, 'Révoquer')
		expect(await read(page)).toMatch(/Révoquée[\s\S]*Perdue chez eux/u)
		expect(await page.locator('form[action="?/revoke"]').count()).toBe(0)
		await page.goto('/desk/record')
		for (const act of ['made', 'key-brought', 'key-verified', 'key-revoked', 'state'])
			expect(await read(page)).toContain(`partner/${act}`)
	})
})

test('a secret for a partner is shown once', async () => {
	const [id = ''] = seed.cases
	await as('liaison', async (page) => {
		await page.goto(`/desk/partners/${id}`)
		await unfold(page, 'Créer un secret')
		await page.locator('form[action="?/token"]').getByRole('button').click()
		const token = await page.locator('.done code').innerText()
		expect(token).toMatch(/^[\w-]{43}$/u)
		await page.goto(`/desk/partners/${id}`)
		expect(await page.content()).not.toContain(token)
	})
})

test('a provider gets a key for the zone, which is shown once and counts once somebody has compared it', async () => {
	const [, , id = ''] = seed.cases
	const address = `/desk/partners/${id}`
	await as('liaison', async (page) => {
		await page.goto(address)
		expect(await read(page)).not.toContain('Créer une clé DNS')
		const becomeProvider = async (): Promise<void> => {
			await unfold(page, 'Modifier')
			await page.locator('form[action="?/change"] #kind').selectOption('isp')
			await page.locator('form[action="?/change"]').getByRole('button').click()
		}
		await becomeProvider()
		expect(await page.locator('.wrong').innerText()).not.toBe('')
		await page.goto(address)
		await press(page, 'Suspendre')
		await becomeProvider()
		await unfold(page, 'Créer une clé DNS')
		await press(page, 'Créer une clé DNS')
		const line = await page.locator('.done code').first().innerText()
		const [, name = '', secret = ''] =
			/^key "(zone-[0-9a-f]{12})" \{ algorithm hmac-sha256; secret "([\w+/]{43}=)"; \};$/u.exec(line) ?? []
		expect(secret, line).not.toBe('')
		await page.goto(address)
		expect(await page.content()).not.toContain(secret)
		expect(await read(page)).toMatch(new RegExp(`Clé DNS[^]*Pas encore comparée[^]*${name}`, 'u'))
		const digest = createHash('sha256').update(Buffer.from(secret, 'base64')).digest('hex').toUpperCase()
		expect((await read(page)).replaceAll(' ', '')).toContain(digest)
	})
})

test('the pages of partners keep nobody out: in French and Arabic, light and dark, by keyboard, on a narrow screen', async () => {
	const found: string[] = []
	const [, id = ''] = seed.cases
	await as(
		'liaison',
		async (page) => {
			for (const language of ['ar', 'fr']) {
				await page.goto('/desk/account')
				await page.locator(`button[name=language][value=${language}]`).click()
				await page.locator(`html[lang=${language}]`).waitFor()
				for (const path of ['partners', 'partners/new', `partners/${id}`]) {
					await page.goto(`/desk/${path}`, { waitUntil: 'networkidle' })
					expect(await page.locator('main :is(table, form)').count(), path).toBeGreaterThan(0)
					// A hundred lines are alike: the first stand for them.
					await page.evaluate(() => {
						for (const row of [...document.querySelectorAll('main tbody tr')].slice(8)) row.remove()
					})
					found.push(...(await judge(page, `${language} ${path.slice(0, 12)}`)))
				}
			}
		},
		{ ...phone, isMobile: false, viewport: { width: 1280, height: 800 } },
	)
	expect(found).toEqual([])
})
