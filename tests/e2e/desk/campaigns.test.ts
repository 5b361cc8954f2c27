import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { unzipSync } from 'fflate'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openNote, parseVerifierKey } from '#tools/seal/signed-note'
import { startAskedProduct, type AskedProduct } from '../../support/asked-product.ts'
import { asVisitor, phone } from '../../support/browser.ts'
import type { Seed } from '../../support/desk-seed.ts'
import { judge } from '../../support/judged-page.ts'
import { patience } from '../../support/patience.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'thiqa-campaigns-'))
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

const prepare = async (page: Page): Promise<string> => {
	await page.goto('/desk', { waitUntil: 'networkidle' })
	expect(new URL(page.url()).pathname).toBe('/desk/campaigns')
	expect(await page.locator('#calendar ~ table, section:has(#calendar) table').innerText()).toContain(
		'9 février 2027',
	)
	await page.locator('summary', { hasText: 'Préparer une campagne' }).click()
	await page.locator('#title').fill('Internet plus sûr 2027')
	await page.locator('#event').selectOption('safer-internet-day')
	await page.locator('#from').fill('2027-02-01')
	await page.locator('#until').fill('2027-02-14')
	await page.locator('input[name=audience][value=teens]').check()
	await page.getByRole('button', { name: 'La préparer' }).click()
	await page.getByRole('heading', { level: 1, name: 'Internet plus sûr 2027' }).waitFor()
	return new URL(page.url()).pathname
}

const makeAll = async (page: Page): Promise<void> => {
	await page.locator('#source').selectOption('topic/bullying/teens')
	await page.getByRole('button', { name: 'Créer les supports' }).click()
	await page.getByText('Supports créés : 48').waitFor()
	await page.locator('#code-channel').selectOption('print')
	await page.locator('#extent').selectOption('regions')
	await page.locator('#run').fill('500')
	await page.getByRole('button', { name: 'Créer les codes' }).click()
	await page.getByText('Codes créés : 48').waitFor()
	expect(await page.getByText('Rien n’attend votre accord').count()).toBe(1)
}

/** Writes the French SMS: what turns it is said while one types, with a cheaper spelling that nobody puts in. */
const writeSms = async (page: Page): Promise<void> => {
	const card = page.locator('details details', { has: page.locator('summary', { hasText: 'SMS ·' }) }).nth(1)
	await card.locator('summary').click()
	const field = card.locator('textarea')
	await field.fill('Même un doute, parles-en. {link}')
	await card.locator('output', { hasText: 'UCS-2' }).waitFor()
	expect(await card.innerText()).toContain('ê → e')
	expect(await field.inputValue()).toContain('Même')
	await field.fill('Un doute ? Parles-en à une personne sure. {link}')
	await card.locator('output', { hasText: 'GSM-7' }).waitFor()
	await card.getByRole('button', { name: 'Écrire' }).click()
	await page.getByText('C’est enregistré.').waitFor()
}

const agree = async (page: Page, path: string): Promise<void> => {
	await page.goto(path)
	const boxes = await page.locator('input[name=read]').all()
	expect(boxes.length).toBe(48)
	for (const box of boxes) await box.check()
	await page.getByRole('button', { name: 'Approuver ce qui est coché' }).click()
	await page.getByText('Rien n’attend votre accord').waitFor()
}

const unpack = (kit: Uint8Array, folder: string): Record<string, Uint8Array> => {
	const files = unzipSync(kit)
	for (const [path, bytes] of Object.entries(files)) {
		mkdirSync(dirname(join(folder, path)), { recursive: true })
		writeFileSync(join(folder, path), bytes)
	}
	return files
}

test('a campaigner makes the kit for Safer Internet Day in four languages with codes for twelve regions; two others agree; its sums verify', async () => {
	const path = await as('campaigner', async (page) => {
		const made = await prepare(page)
		await makeAll(page)
		await writeSms(page)
		const early = await page.request.get(`${made}/kit`)
		expect(early.status()).toBe(404)
		return made
	})
	await as('programme-viewer', async (page) => {
		await page.goto(path)
		expect(await page.getByRole('button', { name: /Écrire|Créer|Approuver/u }).count()).toBe(0)
	})
	await as('colleague', (page) => agree(page, path), { javaScriptEnabled: false })
	await as('programme-lead', (page) => agree(page, path))

	const { kit, again, key } = await as('campaigner', async (page) => {
		await page.goto(path, { waitUntil: 'networkidle' })
		const [download] = await Promise.all([
			page.waitForEvent('download', { timeout: patience }),
			page.getByRole('button', { name: 'Télécharger le kit' }).click(),
		])
		const saved = join(dataDir, 'kit.zip')
		await download.saveAs(saved)
		const second = await page.request.get(`${path}/kit?place=`, { timeout: patience })
		return {
			kit: saved,
			again: await second.body(),
			key: await page.locator('section:has(#kit) code').innerText(),
		}
	})
	execFileSync('cmp', [kit, '-'], { input: again })
	const folder = mkdtempSync(join(dataDir, 'kit-'))
	const files = unpack(again, folder)
	const said = execFileSync('sha256sum', ['-c', '--strict', 'SHA256SUMS'], { cwd: folder, encoding: 'utf8' })
	expect(said).not.toMatch(/FAILED/u)
	const names = Object.keys(files)
	for (const language of ['ar', 'fr', 'zgh', 'en']) {
		expect(names.filter((name) => name.endsWith(`/${language}/poster-a4.pdf`))).toHaveLength(12)
		for (const file of ['square.png', 'story.png', 'link.png', 'caption.txt', 'sms.txt', 'radio-30.txt'])
			expect(names).toContain(`${language}/${file}`)
	}
	expect(new TextDecoder().decode(files['fr/sms.txt'])).toMatch(
		/^Un doute \? Parles-en à une personne sure\. http/u,
	)
	const parsed = parseVerifierKey(key)
	const note = await openNote(
		new TextDecoder().decode(files['SHA256SUMS.note']),
		parsed.ok ? [parsed.value] : [],
	)
	expect(note.ok).toBe(true)

	await as('campaigner', async (page) => {
		await page.goto(path, { waitUntil: 'networkidle' })
		await page.locator('#use-place').selectOption('MA-TAT')
		await page.locator('#use-copies').fill('200')
		await page.getByRole('button', { name: 'Noter', exact: true }).click()
		await page.locator('section:has(#use) table', { hasText: 'Tata' }).waitFor()
	})
	expect(product.said(), 'no code and no words in the log').not.toMatch(/Parles-en|Internet plus sûr/u)
})

test.each(['ar', 'fr'])('pages of campaigns keep nobody out on a phone, in %s', async (language) => {
	const wrong = await as(
		'campaigner',
		async (page) => {
			await page.goto('/desk/account')
			await page.locator(`button[name=language][value=${language}]`).click()
			await page.locator(`html[lang=${language}]`).waitFor()
			await page.goto('/desk/campaigns', { waitUntil: 'networkidle' })
			const found = await judge(page, `${language} campaigns`)
			await page.goto('/desk/campaigns')
			await page.locator('tbody a').first().click()
			await page.locator('#materials').waitFor()
			found.push(...(await judge(page, `${language} campaign`)))
			return found
		},
		phone,
	)
	expect(wrong).toEqual([])
})
