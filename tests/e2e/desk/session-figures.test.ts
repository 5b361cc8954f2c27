/** Numbers of a quarter, from a session that is written down to the page that everybody reads: one press, two persons, no script. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startAskedProduct, type AskedProduct } from '../../support/asked-product.ts'
import { asVisitor } from '../../support/browser.ts'
import type { Seed } from '../../support/desk-seed.ts'
import { judge } from '../../support/judged-page.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'thiqa-session-figures-'))
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
	role: keyof Seed['people'] | 'nobody',
	use: (page: Page) => Promise<Answer>,
	javaScriptEnabled = false,
): Promise<Answer> =>
	asVisitor(
		async (page) => {
			const [name = '', value = ''] = role === 'nobody' ? [] : seed.people[role].fresh.split('=')
			if (role !== 'nobody') await page.context().addCookies([{ name, value, url: product.origin }])
			return use(page)
		},
		{ baseURL: product.origin, javaScriptEnabled },
	)

/** A day of the quarter before this one. */
const day = new Date(Date.now() - 92 * 86_400_000).toISOString().slice(0, 10)
const quarter = `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`

const write = (): Promise<void> =>
	as('programme-lead', async (page) => {
		await page.goto('/desk/sessions/new')
		const form = page.locator('form', {
			has: page.getByRole('button', { name: 'Elle a eu lieu : la noter' }),
		})
		await form.locator('[name=held_on]').fill(day)
		await form.locator('[name=province]').selectOption('MA-TAT')
		await form.locator('[name=setting]').selectOption('lycee')
		await form.locator('[name=audience]').selectOption('teens')
		await form.locator('[name=band]').selectOption('25-29')
		await form.locator('[name=language]').selectOption('ar')
		await form.locator('[name=minutes]').fill('50')
		await form.getByRole('button', { name: 'Elle a eu lieu : la noter' }).click()
		await page.getByText('25–29').first().waitFor()
	})

const press = (page: Page): Promise<void> =>
	page.getByRole('button', { name: 'Demander à une deuxième personne de le publier' }).click()

const report = (): Promise<void> =>
	as('evaluator', async (page) => {
		await page.goto('/desk/programme/figures')
		await page.locator('#report-quarter').selectOption(quarter)
		await press(page)
		await page.getByRole('status').first().waitFor()
	})

const agree = (): Promise<void> =>
	as('programme-lead', async (page) => {
		await page.goto('/desk/programme/figures')
		await page.getByRole('button', { name: 'J’accepte' }).click()
		await page.getByText('Rien n’attend.').waitFor()
	})

test('an evaluator reports a quarter by one press, a lead agrees, everybody reads it; a late session is an erratum', async () => {
	await as(
		'evaluator',
		async (page) => {
			await page.goto('/desk/programme/figures')
			await page.locator('#report-quarter').selectOption(quarter)
			await press(page)
			await page.getByText('rien n’en est affirmé').waitFor()
			expect(await judge(page, 'figures')).toEqual([])
		},
		true,
	)
	await write()
	await report()
	await as('nobody', async (page) => {
		await page.goto('/fr/programme/regions/MA-09')
		expect(await page.locator('#MA-TAT').innerText()).toContain('Tata')
		expect(await page.locator('main').innerText()).not.toMatch(/Séances\s: lycée/u)
	})
	await agree()
	await as('nobody', async (page) => {
		// The scoreboard is made anew after the agreement; until then the one before is shown.
		await expect
			.poll(async () => {
				await page.goto('/fr/programme')
				return page.locator('#numbers').count()
			})
			.toBe(1)
		expect(await page.locator('section:has(#numbers)').innerText()).toMatch(/Séances tenues[^]*1 exact/u)
		await page.goto('/fr/programme/regions/MA-09')
		expect(await page.locator('tr', { has: page.locator('#MA-TAT') }).innerText()).toMatch(/1 exact/u)
		// One session, in a lycée: the region says one, and neither in what kind of place nor for whom.
		const parts = page.locator('tr', { hasText: /Séances\s: / })
		expect(await parts.count()).toBe(12)
		for (const line of await parts.allInnerTexts()) expect(line).toContain('trop peu pour être montré')
	})
	await write()
	await report()
	await agree()
	await as('nobody', async (page) => {
		await page.goto('/fr/programme/errata')
		expect(await page.locator('main').innerText()).toContain('après la publication')
		const [heads = '', ...lines] = (await (await page.request.get('/programme/figures.csv')).text()).split(
			'\r\n',
		)
		expect(heads).toContain('now_value')
		expect(lines.find((line) => line.startsWith(`sessions-held,MA-TAT,${quarter},`))).toMatch(
			/^sessions-held,MA-TAT,[^,]+,shown,1,,,shown,2,/u,
		)
		expect(lines.find((line) => line.startsWith(`sessions-held-lycee,MA-09,${quarter},`))).toMatch(
			/^sessions-held-lycee,MA-09,[^,]+,too-few,,,,too-few,,/u,
		)
	})
})
