import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, onTestFinished, test } from 'vitest'
import { asVisitor, phone } from '../../support/browser.ts'
import { addAuthenticator, enrolByPasskey, startDesk } from '../../support/desk.ts'
import {
	answer,
	askForDossier,
	goToFirstCase,
	goToQueue,
	makeKey,
	move,
	openReport,
} from '../../support/desk-work.ts'
import { fillReport, readDigits, sendReport, story, waitForSteps } from '../../support/report-form.ts'

const words = 'Salam, 9rina rsaltek. Ma tkhelles walou.'

const file = (origin: string): Promise<string> =>
	asVisitor(
		async (page) => {
			await page.goto('/ar/report')
			await waitForSteps(page)
			await fillReport(page)
			await sendReport(page, true)
			return readDigits(page)
		},
		{ ...phone, baseURL: origin },
	)

const inviteAnalyst = async (page: Page, name: string): Promise<string> => {
	await page.getByRole('link', { name: 'L’équipe' }).click()
	await page.locator('#name').fill(name)
	await page.locator('#language').selectOption('fr')
	await page.getByLabel('Analyse').check()
	await page.getByRole('button', { name: 'Créer l’invitation' }).click()
	return page.locator('code').innerText()
}

/** Gives the first case of the queue to a colleague. */
const giveTo = async (page: Page, name: string): Promise<void> => {
	await goToFirstCase(page)
	await move(page, 'Trié')
	await page.locator('#assign').selectOption({ label: name })
	await page.getByRole('button', { name: 'Confier', exact: true }).click()
	await page.locator('.facts', { hasText: name }).waitFor()
}

const agreeToAll = async (page: Page): Promise<void> => {
	await goToFirstCase(page)
	await openReport(page)
	await page.getByRole('button', { name: 'Voir ses fichiers' }).click()
	await page.getByText('C’est bien celle qui est demandée.').waitFor()
	for (const act of ['Qualifier d’illégal', 'Sortir un dossier']) {
		const asked = page.locator('form[action="?/decide"]', { hasText: act })
		await asked.getByRole('button', { name: 'J’accepte' }).click()
		await asked.getByText('accord de', { exact: false }).waitFor()
	}
}

/** The analyst's own way through the case, up to what takes a second person. */
const work = async (page: Page, sent: string[]): Promise<void> => {
	await goToFirstCase(page)
	expect(await openReport(page)).toContain(story.words)
	await answer(page, words)
	await page.locator('#category').selectOption('sexual-extortion')
	await page.getByRole('button', { name: 'Enregistrer', exact: true }).click()
	await page.locator('.facts', { hasText: 'Extorsion' }).waitFor()
	await page
		.locator('form[action="?/move"]')
		.getByRole('button', { name: 'Demander une deuxième personne' })
		.click()
	await page.locator('#seconds').waitFor()
	await askForDossier(page)
	const told = sent.filter((request) => /CANARY|9rina|canary/u.test(decodeURIComponent(request)))
	expect(told, 'no word of the report and none of the answer leaves the browser').toEqual([])
}

test('a child reports, an analyst answers, two persons let a dossier out, and the child reads the answer', async () => {
	const dataDir = mkdtempSync(join(tmpdir(), 'thiqa-case-'))
	onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }))
	const { origin, invitation } = await startDesk('Amal', 'supervisor', dataDir)
	const digits = await file(origin)
	await asVisitor(
		async (amal) => {
			await addAuthenticator(amal)
			await enrolByPasskey(amal, invitation)
			const forYoussef = await inviteAnalyst(amal, 'Youssef')
			await makeKey(amal)
			await asVisitor(
				async (youssef) => {
					const [sent, refused]: [string[], string[]] = [[], []]
					youssef.on('request', (request) => sent.push(`${request.url()} ${request.postData() ?? ''}`))
					youssef.on('console', (message) => {
						if (/content.security.policy/iu.test(message.text())) refused.push(message.text())
					})
					await addAuthenticator(youssef)
					await enrolByPasskey(youssef, forYoussef)
					await makeKey(youssef)
					await goToFirstCase(youssef)
					expect(await youssef.getByRole('button', { name: 'Ouvrir le signalement' }).count()).toBe(0)
					await giveTo(amal, 'Youssef')
					await goToQueue(youssef)
					await work(youssef, sent)
					expect(await youssef.getByRole('button', { name: 'J’accepte' }).count()).toBe(0)
					await agreeToAll(amal)
					await goToFirstCase(youssef)
					await move(youssef, 'Qualifié illégal')
					const [download] = await Promise.all([
						youssef.waitForEvent('download'),
						youssef.getByRole('button', { name: 'Sortir le dossier' }).click(),
					])
					expect(download.suggestedFilename()).toMatch(/^(?:dossier|manifest)/u)
					await youssef.getByText('Le dossier est sorti.', { exact: false }).waitFor()
					await move(youssef, 'Transmis à la police')
					expect(refused).toEqual([])
				},
				{ baseURL: origin },
			)
		},
		{ baseURL: origin },
	)
	await asVisitor(
		async (page) => {
			await page.goto('/fr/mailbox')
			await page.locator('textarea[name=code]').first().fill(digits)
			await page.getByRole('button', { name: 'Ouvrir la boîte' }).click()
			await page.getByText(words).waitFor()
			await page.locator('.signed:visible', { hasText: 'signature vérifiée' }).first().waitFor()
			await page.getByText('Il a été donné à qui peut protéger.').waitFor()
		},
		{ ...phone, baseURL: origin },
	)
	const { stdout } = spawnSync('grep', ['-rlaE', 'CANARY-7f3a|9rina', dataDir], { encoding: 'utf8' })
	expect(stdout, 'neither report nor answer lies in clear on the disk').toBe('')
})
