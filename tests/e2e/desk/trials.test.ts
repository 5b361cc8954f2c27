/** A study, from its plan to a null result that everybody reads: two persons, no script, and a draw that anybody repeats. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startAskedProduct, type AskedProduct } from '../../support/asked-product.ts'
import { asVisitor, phone } from '../../support/browser.ts'
import type { Seed } from '../../support/desk-seed.ts'
import { judge } from '../../support/judged-page.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'thiqa-trials-'))
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
	options = {},
): Promise<Answer> =>
	asVisitor(
		async (page) => {
			const [name = '', value = ''] = role === 'nobody' ? [] : seed.people[role].fresh.split('=')
			if (role !== 'nobody') await page.context().addCookies([{ name, value, url: product.origin }])
			return use(page)
		},
		{ baseURL: product.origin, javaScriptEnabled: false, ...options },
	)

const toDay = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

const register = async (page: Page): Promise<void> => {
	await page.goto('/desk/trials')
	await page.getByRole('link', { name: 'Inscrire une étude' }).click()
	await page.locator('#question').fill('Les élèves savent-ils mieux quoi faire ?')
	await page.locator('#icc').fill('beaucoup')
	await page.locator('#valueSource').fill('drand, tour 5000000')
	await page.locator('#drawOn').fill(toDay(-1))
	await page.locator('#publishOn').fill(toDay(200))
	await page.locator('#ethics').fill('Comité inventé, avis 7')
	await page.getByRole('button', { name: 'Inscrire une étude' }).click()
	await page.getByRole('alert').waitFor()
	expect(await page.locator('#question').inputValue()).toContain('quoi faire')
	await page.locator('#icc').fill('0,063')
	await page.getByRole('button', { name: 'Inscrire une étude' }).click()
	await page.getByRole('heading', { level: 1, name: 'Étude t1' }).waitFor()
}

const schools = Array.from(
	{ length: 28 },
	(_, index) => `${index < 14 ? 'MA-08' : 'MA-04'} college Collège inventé ${index}`,
)

/** Sheets with the same middle in both groups: nothing came of the lesson. */
const writeSheets = (labels: readonly string[]): string => {
	const around = (middle: number, index: number): string =>
		Array.from(
			{ length: 13 },
			(_, score) => Math.max(0, 6 - Math.abs(score - middle)) + ((index + score) % 2),
		).join(',')
	const lines = labels.flatMap((label, index) =>
		['before', 'w8'].map((moment) => `${label},${moment},knowledge,${around(5 + (index % 3), index)}`),
	)
	return ['class,moment,outcome,0,1,2,3,4,5,6,7,8,9,10,11,12', ...lines].join('\n')
}

const readLabels = (page: Page): Promise<string[]> => page.locator('section.done tbody th').allInnerTexts()

test('an evaluator registers, lists, draws, takes in forms and reports; a second person agrees twice; everybody reads a null result', async () => {
	await as('evaluator', register)
	await as('nobody', async (page) => {
		const early = await page.goto('/fr/programme/trials/t1')
		expect(early?.status()).toBe(404)
	})
	await as('programme-lead', async (page) => {
		await page.goto('/desk/trials/t1')
		await page.getByRole('button', { name: 'Approuver le plan' }).click()
		await page.getByRole('status').waitFor()
	})
	const labels = await as('evaluator', async (page) => {
		await page.goto('/desk/trials/t1')
		await page.locator('#list').fill(['MA-99 college', ...schools].join('\n'))
		await page.getByRole('button', { name: 'Fixer les classes' }).click()
		await page.getByText('Ligne 1').waitFor()
		const kept = await page.locator('#list').inputValue()
		await page.locator('#list').fill(kept.split('\n').slice(1).join('\n'))
		await page.getByRole('button', { name: 'Fixer les classes' }).click()
		const shown = await readLabels(page)
		await page.goto('/desk/trials/t1')
		await page.locator('#value').fill('tour 5000000')
		await page.getByRole('button', { name: 'Tirer' }).click()
		expect((await page.request.get('/programme/trials/t1/list.tsv')).status()).toBe(200)
		expect((await page.request.get('/programme/trials/t1/classes.csv')).status()).toBe(404)
		expect(await page.getByRole('button', { name: 'Arrêter l’étude' }).count()).toBe(0)
		await page.getByRole('button', { name: 'Demander l’arrêt' }).waitFor()
		await page.locator('#sheet').fill(writeSheets(shown))
		await page.getByRole('button', { name: 'Les recevoir' }).click()
		await page.getByText('Lignes reçues').waitFor()
		await page.getByRole('button', { name: 'Rapporter le résultat' }).click()
		await page.getByRole('status').waitFor()
		return shown
	})
	expect(labels).toHaveLength(28)
	await as('programme-lead', async (page) => {
		await page.goto('/desk/trials/t1')
		await page.getByRole('button', { name: 'Publier le résultat' }).click()
		await page.getByRole('status').waitFor()
	})
	await as('nobody', async (page) => {
		await page.goto('/fr/programme/trials')
		await page.getByRole('link', { name: 'Étude t1' }).click()
		const text = await page.locator('main').innerText()
		expect(text).toContain('Aucun effet n’a été vu')
		expect(text).toContain('Cette étude pouvait voir un effet de')
		expect(text).not.toContain('Collège inventé')
	})
})

test('what is published repeats the draw', async () => {
	await as('nobody', async (page) => {
		await page.goto('/en/programme/trials/t1')
		const codes = await page.locator('section[aria-labelledby=drawn] code').allInnerTexts()
		const [commitment = '', listHash = '', value = '', secret = ''] = codes
		const list = await page.request.get('/programme/trials/t1/list.tsv')
		const file = join(dataDir, 'list.tsv')
		writeFileSync(file, await list.body())
		const said = execFileSync(process.execPath, ['scripts/verify-draw.ts', secret, value, file], {
			encoding: 'utf8',
		})
		expect(said).toContain(commitment)
		expect(said).toContain(listHash)
		const first = said.trim().split('\n').slice(2)
		expect(first).toHaveLength(14)
		expect(await page.locator('section[aria-labelledby=drawn]').innerText()).toContain(first.join(' · '))
	})
})

test.each([
	['/fr/programme/trials', 'nobody'],
	['/ar/programme/trials/t1', 'nobody'],
	['/zgh/programme/trials/t1', 'nobody'],
	['/desk/trials/t1', 'evaluator'],
	['/desk/trials/new', 'evaluator'],
] as const)('%s can be read by everybody', async (path, who) => {
	const found = await as(
		who,
		async (page) => {
			await page.goto(path)
			return judge(page, path)
		},
		{ ...phone, javaScriptEnabled: true },
	)
	expect(found).toEqual([])
})
