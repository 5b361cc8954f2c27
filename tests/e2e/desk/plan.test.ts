import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startAskedProduct, type AskedProduct } from '../../support/asked-product.ts'
import { asVisitor } from '../../support/browser.ts'
import type { Seed } from '../../support/desk-seed.ts'
import { judge } from '../../support/judged-page.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'thiqa-plan-'))
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
			return use(page)
		},
		{ baseURL: product.origin, ...options },
	)

const heads = 'id,title_ar,title_fr,title_zgh,title_en,due,state,needs'
const toLine = (id: string, due = '2027-01-31', state = 'promised', needs = ''): string =>
	[id, 'ورشة للآباء', `Atelier ${id}`, 'ⵜⴰⵡⵓⵔⵉ', `Workshop ${id}`, due, state, needs].join(',')

/** A plan of 60 lines, with ids that begin at `first`; three of them wrong where `isWrong`. */
const makePlan = (first: number, isWrong: boolean): Buffer => {
	const lines = Array.from({ length: 60 }, (_, n) => toLine(`i2-a${first + n}`))
	if (isWrong) {
		lines[4] = toLine(`i2-a${first + 4}`, '2027-02-30')
		lines[20] = toLine(`i2-a${first + 20}`, '2027-01-31', 'plus tard')
		lines[40] = toLine(`i2-a${first + 40}`, '2027-01-31', 'promised', 'i9-a9')
	}
	return Buffer.from([heads, ...lines].join('\r\n'))
}

const choose = async (page: Page, buffer: Buffer): Promise<void> => {
	await page.locator('#chosen').setInputFiles({ name: 'plan.csv', mimeType: 'text/csv', buffer })
	await page.getByRole('button', { name: 'Lire, sans rien écrire' }).click()
}

const importPlan = async (page: Page, first: number): Promise<void> => {
	await page.goto('/desk')
	await page.waitForURL('**/desk/programme')
	await page.getByRole('link', { name: 'Importer un fichier' }).click()
	await choose(page, makePlan(first, true))
	const faults = page.getByRole('table', { name: 'Faute' })
	await faults.waitFor()
	expect(await faults.locator('tbody tr').allInnerTexts()).toEqual([
		expect.stringMatching(/Ligne 6[\s\S]*due[\s\S]*pas un jour/u),
		expect.stringMatching(/Ligne 22[\s\S]*state[\s\S]*inconnu/u),
		expect.stringMatching(/Ligne 42[\s\S]*needs[\s\S]*inconnu/u),
	])
	await choose(page, makePlan(first, false))
	await page.getByRole('button', { name: 'L’écrire dans le brouillon' }).click()
	await page.getByText('Le fichier est dans le brouillon').waitFor()
}

const publish = async (page: Page): Promise<void> => {
	await page.goto('/desk/programme')
	await page.getByRole('button', { name: 'Demander à une deuxième personne' }).click()
	await page.getByRole('heading', { name: 'Attend une deuxième personne' }).waitFor()
	expect(await page.getByRole('button', { name: 'Accepter et publier' }).count()).toBe(0)
}

const agree = async (page: Page): Promise<void> => {
	await page.goto('/desk/programme')
	await page.getByRole('button', { name: 'Accepter et publier' }).click()
	await page.getByText('C’est enregistré.').waitFor()
	await page.getByText('Rien de nouveau à publier.').waitFor()
}

const moveDate = async (page: Page, id: string): Promise<void> => {
	await page.goto(`/desk/programme/actions/${id}`)
	await page.getByText('Déplacer l’échéance').first().click()
	await page.locator('#move-due').fill('2027-03-31')
	await page.getByRole('button', { name: 'Déplacer l’échéance' }).click()
	await page.getByText('Échéance · il faut dire pourquoi').waitFor()
	await page.locator('#move-reason_fr').fill('La salle est fermée en janvier.')
	await page.locator('#move-reason_ar').fill('القاعة مغلقة في يناير.')
	await page.locator('#move-reason_zgh').fill('ⵜⵇⵇⵏ ⵜⵣⵇⵇⴰ ⴳ ⵉⵏⵏⴰⵢⵔ.')
	await page.locator('#move-reason_en').fill('The room is closed in January.')
	await page.locator('#move-due').fill('2027-03-31')
	await page.getByRole('button', { name: 'Déplacer l’échéance' }).click()
	await page.getByText('C’est enregistré.').waitFor()
	const facts = await page.locator('dl.fact-list').innerText()
	expect(facts).toContain('31 mars 2027')
	expect(facts).toMatch(/d’abord[\s\S]*31 janvier 2027/u)
	expect(facts).toContain('La salle est fermée en janvier.')
}

test.each([
	['with script', true, 100],
	['without script', false, 200],
] as const)(
	'a lead brings a plan of 60 lines with 3 faults, mends, publishes with a second, and says why a date moves: %s',
	async (_, javaScriptEnabled, first) => {
		const options = { javaScriptEnabled }
		await as(
			'programme-lead',
			async (page) => {
				await importPlan(page, first)
				await publish(page)
			},
			options,
		)
		await as('deputy', agree, options)
		await as('programme-lead', (page) => moveDate(page, `i2-a${first}`), options)
	},
)

test('each page of the plan is right for everybody: by axe, by keyboard, on the narrowest screen', async () => {
	await as('programme-lead', async (page) => {
		for (const path of ['', '/actions/i1-a2', '/import']) {
			await page.goto(`/desk/programme${path}`, { waitUntil: 'networkidle' })
			expect(await judge(page, path)).toEqual([])
		}
	})
})

test('two people who write in one place both see their words, and one of them chooses', async () => {
	const path = '/desk/programme/actions/i3-a1'
	const write = async (page: Page, title: string): Promise<void> => {
		await page.locator('summary', { hasText: 'Titre, état' }).first().click()
		await page.locator('#edit-title_fr').fill(title)
		await page.getByRole('button', { name: 'Enregistrer le brouillon' }).first().click()
	}
	await as('programme-lead', async (page) => {
		await page.goto(path)
		await as('deputy', async (other) => {
			await other.goto(path)
			await write(other, 'Coopérer chaque jour')
			await other.getByText('C’est enregistré.').waitFor()
		})
		await write(page, 'Coopérer avec tous')
		await page.getByRole('heading', { name: 'Deux textes au même endroit' }).waitFor()
		const texts = await page.locator('section[aria-labelledby="two"] .panel').allInnerTexts()
		expect(texts.join('\n')).toContain('Coopérer chaque jour')
		expect(texts.join('\n')).toContain('Coopérer avec tous')
		await page.getByRole('button', { name: 'Garder ce texte' }).last().click()
		await page.getByRole('heading', { level: 1, name: 'Coopérer avec tous' }).waitFor()
		expect(await page.getByRole('heading', { name: 'Deux textes au même endroit' }).count()).toBe(0)
	})
})
