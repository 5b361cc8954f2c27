import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startAskedProduct, type AskedProduct } from '../../support/asked-product.ts'
import { asVisitor, phone } from '../../support/browser.ts'
import type { Seed } from '../../support/desk-seed.ts'
import { judge } from '../../support/judged-page.ts'
import { goLive } from '../../support/live-operator.ts'
import { getRecordKey, openServedWitness, type ServedWitness } from '../../support/served-witness.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'thiqa-own-rooms-'))
const witnessDir = mkdtempSync(join(tmpdir(), 'thiqa-own-rooms-witness-'))
let product: AskedProduct
let witness: ServedWitness
let seed: Seed

beforeAll(async () => {
	witness = await openServedWitness(witnessDir, [await getRecordKey(dataDir)], 'witness.example/w1')
	const { verifierKey: key, address } = witness
	await goLive(dataDir, { retention: { spam: 12 } }, [{ key, url: address.url }])
	// Nothing listens there, and nothing calls: no report comes with priority `danger`.
	product = await startAskedProduct(dataDir, {
		PAGER_URL: 'https://canary-pager.example/wake',
		LOOPBACK_PARTNERS: 'on',
	})
	seed = await product.seed()
})
afterAll(async () => {
	await product.stop()
	await witness.end()
	for (const folder of [dataDir, witnessDir]) rmSync(folder, { recursive: true, force: true })
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

const toReference = (id: string): string => `T-${id.slice(0, 8).toUpperCase()}`

test('a liaison hands a dossier over and notes the code that came back, without script and without a case', async () => {
	const [id = ''] = seed.cases
	await as('liaison', async (page) => {
		await page.goto('/desk')
		expect(new URL(page.url()).pathname).toBe('/desk/dossiers')
		const line = page.locator('tr', { hasText: toReference(id) })
		expect(await line.innerText()).toMatch(/Police ou parquet[\s\S]*sorti[\s\S]*Personne owner/u)
		await line.getByRole('button', { name: 'Je l’ai remis' }).click()
		expect(await line.innerText()).toContain('remis, le code n’est pas revenu')
		expect(await line.getByRole('button').count()).toBe(0)
		await page.locator('#token').fill(id)
		await page.getByRole('button', { name: 'Noter l’arrivée' }).click()
		expect(await page.locator('.done').innerText()).toContain(toReference(id))
		expect(await line.innerText()).toContain('arrivé, le code est revenu')
		expect(await page.locator('a[href^="/desk/cases"]').count()).toBe(0)
	})
	await as('owner', async (page) => {
		await page.goto('/desk/dossiers')
		expect(await page.locator('tbody tr').count()).toBeGreaterThan(1)
		expect(await page.getByRole('button', { name: 'Je l’ai remis' }).count()).toBe(0)
		await page.getByRole('link', { name: toReference(id) }).click()
		expect(await page.locator('[aria-labelledby=steps]').innerText()).toMatch(
			/Dossier remis[\s\S]*Dossier reçu/u,
		)
	})
	await as('analyst', async (page) => {
		await page.goto('/desk/dossiers')
		expect(await page.locator('main').innerText()).toContain('Rien n’est encore sorti.')
	})
})

test('an auditor sees who did how much, verifies the record and takes it, and meets neither a name nor a case', async () => {
	const [id = ''] = seed.cases
	await as('auditor', async (page) => {
		// Entries get their place every five seconds, and a witness is asked as often: before the first time there is nothing to take.
		// The first checkpoint is of an empty record, whose links are not there: the second line of a checkpoint is its size.
		const size = async (): Promise<number> => {
			const answer = await page.request.get('/record/checkpoint')
			return answer.ok() ? Number((await answer.text()).split('\n')[1]) : 0
		}
		await expect.poll(size).toBeGreaterThan(0)
		await page.goto('/desk')
		expect(new URL(page.url()).pathname).toBe('/desk/record')
		const text = (): Promise<string> => page.locator('main').innerText()
		expect(await text()).toMatch(/Dossier remis case\/handed/u)
		expect(await text()).toContain(seed.people.liaison.id.slice(0, 8))
		await page.getByRole('button', { name: 'Vérifier tout le registre' }).click()
		expect(await text()).toContain('Rien de ce qui est gardé ici ne diffère du registre.')
		expect(await text()).toMatch(/actes [1-9]/u)
		const html = await page.content()
		for (const kept of [id, toReference(id), 'Personne liaison', 'Personne owner'])
			expect(html).not.toContain(kept)
		for (const file of [
			'/record/checkpoint',
			'/record/key',
			'/record/erasures',
			'/record/leaves?from=0&count=1000',
		]) {
			await page.locator(`a[href="${file}"]`).waitFor()
			expect((await page.request.get(file)).status(), file).toBe(200)
		}
		await page.locator('#from').fill('2001-01-01')
		await page.locator('#to').fill('2001-01-02')
		await page.getByRole('button', { name: 'Voir' }).click()
		expect(await text()).toContain('Aucun acte sur ces jours.')
	})
	await as('supervisor', async (page) => {
		await page.goto('/desk/record')
		const text = await page.locator('main').innerText()
		expect(text).toContain('case/handed')
		expect(text, 'who did how much is for the auditor alone').not.toContain(
			seed.people.liaison.id.slice(0, 8),
		)
		expect(await page.content()).not.toContain(seed.people.liaison.id)
	})
})

test('who runs the machines sees health, keys, work and names of settings, and no value of one', async () => {
	await as('platform-admin', async (page) => {
		await page.goto('/desk')
		expect(new URL(page.url()).pathname).toBe('/desk/platform')
		const text = await page.locator('main').innerText()
		expect(text).toContain('La base de données répond.')
		expect(text).toContain('Aucune clé en service')
		expect(text).toMatch(/PAGER_URL\s+présent/u)
		expect(text).toMatch(/DATABASE_URL\s+absent/u)
		expect(text).toMatch(/legalBasis\s+présent/u)
		expect(text).toMatch(/desk\.retention\s+présent[\s\S]*desk\.exposure\s+comme livré/u)
		expect(text).toContain('desk.take-in')
		const html = await page.content()
		const values = ['canary-pager', 'question@desk.example', 'Texte d’essai', 'Bureau d’essai', dataDir]
		for (const value of values) expect(html).not.toContain(value)
		for (const id of seed.cases.slice(0, 5)) expect(html).not.toContain(id)
	})
	const health = (await (await fetch(`${product.origin}/health`)).json()) as object
	expect(health).toMatchObject({ status: 'ok', isKeyDue: true })
	expect(JSON.stringify(health)).not.toMatch(/2026-|E20|holder/u)
})

test('these rooms keep nobody out: in French and Arabic, light and dark, by keyboard, on a narrow screen', async () => {
	const found: string[] = []
	for (const [role, room] of [
		['liaison', 'dossiers'],
		['auditor', 'record'],
		['platform-admin', 'platform'],
	] as const)
		await as(
			role,
			async (page) => {
				for (const language of ['ar', 'fr']) {
					await page.goto('/desk/account')
					await page.locator(`button[name=language][value=${language}]`).click()
					await page.locator(`html[lang=${language}]`).waitFor()
					await page.goto(`/desk/${room}`, { waitUntil: 'networkidle' })
					// Not the page of a fault, which would keep nobody out either.
					expect(await page.locator('main section').count(), room).toBeGreaterThan(0)
					found.push(...(await judge(page, `${language} ${room}`)))
				}
			},
			{ ...phone, isMobile: false, viewport: { width: 1280, height: 800 } },
		)
	expect(found).toEqual([])
})
