import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ICAL from 'ical.js'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startAskedProduct, type AskedProduct } from '../../support/asked-product.ts'
import { asVisitor, phone } from '../../support/browser.ts'
import type { Seed } from '../../support/desk-seed.ts'
import { makeKey, openKey } from '../../support/desk-work.ts'
import { judge } from '../../support/judged-page.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'thiqa-preservation-'))
let product: AskedProduct
let seed: Seed

beforeAll(async () => {
	product = await startAskedProduct(dataDir)
	seed = await product.seed()
	await product.addAuthority()
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

const secret = 'compte-inventé-4711'

const written = {
	Infraction: 'Sollicitation d’un enfant',
	'Bref exposé des faits': 'Une histoire inventée.',
	Données: `Données d’abonné de ${secret}`,
	'Lien avec l’infraction': 'Le compte a écrit.',
	'Gardien des données ou emplacement du système': 'Example Corp',
	'Pourquoi conserver': 'Les journaux s’effacent.',
	'Autorité requise': 'Point de contact inventé',
}

const draftOne = async (page: Page): Promise<void> => {
	await page.goto('/desk/preservation/new', { waitUntil: 'networkidle' })
	await page.locator('#request-provider').fill('Example Corp')
	await page.locator('#request-country').fill('fr')
	for (const [label, text] of Object.entries(written))
		await page.getByLabel(label, { exact: true }).fill(text)
	await page.getByRole('button', { name: 'Sceller et garder le projet' }).click()
	await page.getByRole('heading', { level: 1, name: 'P-20' }).waitFor()
}

const paper = (page: Page) => page.locator('article.paper')
const draftNotice = 'Ce n’est pas la demande d’une autorité'

/** Opens what a request says on its page. */
const openText = async (page: Page): Promise<void> => {
	await openKey(page)
	await paper(page).waitFor()
}

test('the hotline drafts and cannot transmit; the authority transmits and prints; clocks run, and a calendar shows them until it is taken back', async () => {
	await as('authority', (page) => page.goto('/desk').then(() => makeKey(page)))
	await as('supervisor', async (page) => {
		await page.goto('/desk/preservation/authorities')
		await page.locator('#person').selectOption({ label: 'Personne authority' })
		await page.getByRole('button', { name: 'Relier', exact: true }).click()
		await page.getByText('Point de contact jour et nuit', { exact: false }).first().waitFor()
	})

	const path = await as('analyst', async (page) => {
		await page.goto('/desk')
		await makeKey(page)
		await draftOne(page)
		const { pathname } = new URL(page.url())
		expect(await page.getByText(draftNotice).count()).toBeGreaterThan(0)
		expect(await page.getByRole('button', { name: 'Transmettre la demande' }).count()).toBe(0)
		const id = pathname.split('/').at(-1) ?? ''
		const tried = await page.request.post(`${pathname}?/transmit`, {
			form: { id, version: '1' },
			headers: { origin: product.origin },
		})
		expect(tried.status()).toBe(403)
		await page.getByRole('button', { name: 'Soumettre à l’autorité' }).click()
		await page.getByRole('heading', { level: 1, name: 'devant l’autorité' }).waitFor()
		return pathname
	})

	await as('authority', async (page) => {
		await page.goto('/desk')
		expect(new URL(page.url()).pathname).toBe('/desk/preservation')
		await page.locator('tbody a').first().click()
		await openText(page)
		expect(await paper(page).innerText()).toContain(secret)
		expect(await paper(page).innerText()).toContain(draftNotice)
		await page.getByRole('button', { name: 'Transmettre la demande' }).click()
		await page.getByRole('heading', { level: 1, name: 'transmise' }).waitFor()
		expect(await page.getByText(draftNotice).count()).toBe(0)
		for (const [language, direction, title] of [
			['ar', 'rtl', 'طلب حفظ معطيات'],
			['en', 'ltr', 'Request for the preservation'],
		] as const) {
			await page.locator('#print-language').selectOption(language)
			await paper(page).filter({ hasText: title }).waitFor()
			expect(await paper(page).getAttribute('dir')).toBe(direction)
			expect(await paper(page).locator('dd.as-typed').first().getAttribute('dir')).toBe('ltr')
		}
		await page.emulateMedia({ media: 'print' })
		expect(await page.locator('header').first().isVisible()).toBe(false)
		expect(await page.getByRole('heading', { level: 1 }).isVisible()).toBe(false)
		expect(await paper(page).isVisible()).toBe(true)
	})

	const address = await as('analyst', async (page) => {
		await page.goto(path, { waitUntil: 'networkidle' })
		await page.locator('summary', { hasText: 'Noter que les données sont conservées' }).click()
		await page.locator('#ref-preserve').fill('PR-9')
		await page.getByRole('button', { name: 'Noter que les données sont conservées' }).click()
		await page.getByRole('heading', { level: 1, name: 'données conservées' }).waitFor()
		await page.goto('/desk/preservation')
		const first = page.locator('table').first()
		expect(await first.innerText()).toMatch(
			/entraide[\s\S]*restent 30 jours[\s\S]*60 jours au moins[\s\S]*restent 60 jours/u,
		)
		await page.goto('/desk/preservation/calendar')
		await page.getByRole('button', { name: 'Créer une adresse' }).click()
		return page.locator('code').innerText()
	})

	const feed = await fetch(address)
	expect(feed.headers.get('content-type')).toMatch(/^text\/calendar/u)
	const text = await feed.text()
	const events = new ICAL.Component(ICAL.parse(text) as unknown[]).getAllSubcomponents('vevent')
	expect(events.map((event) => new ICAL.Event(event).summary)).toEqual(
		Array.from({ length: 2 }, () => expect.stringMatching(/^P-20\d\d-0001\s: fin de délai$/u) as string),
	)
	expect(text).not.toMatch(/Example|inventé/u)
	await as('analyst', async (page) => {
		await page.goto('/desk/preservation/calendar')
		await page.getByRole('button', { name: 'Retirer l’adresse' }).click()
		await page.getByText('Pas d’adresse pour le moment.').waitFor()
	})
	expect((await fetch(address)).status).toBe(404)
	const token = /calendar\/([\w-]{43})/u.exec(address)?.[1] ?? 'none'
	expect(product.said(), 'no token and no word of a request in the log').not.toMatch(
		new RegExp(`${token}|${secret}|Example Corp`, 'u'),
	)
	expect(product.said()).toContain('/coop/calendar/[token].ics')
})

test.each(['ar', 'fr'])('pages of requests keep nobody out on a phone, in %s', async (language) => {
	const wrong = await as(
		'supervisor',
		async (page) => {
			await page.goto('/desk/account')
			await page.locator(`button[name=language][value=${language}]`).click()
			await page.locator(`html[lang=${language}]`).waitFor()
			const found: string[] = []
			for (const name of ['', '/new', '/calendar', '/authorities']) {
				await page.goto(`/desk/preservation${name}`, { waitUntil: 'networkidle' })
				found.push(...(await judge(page, `${language} preservation${name}`)))
			}
			await page.goto('/desk/preservation')
			await page.locator('tbody a').first().click()
			await page.locator('#steps').waitFor()
			found.push(...(await judge(page, `${language} request`)))
			return found
		},
		phone,
	)
	expect(wrong).toEqual([])
})
