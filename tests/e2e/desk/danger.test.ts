import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, onTestFinished, test } from 'vitest'
import { formatReceipt } from '#tools/seal/receipt-code'
import { asVisitor, phone } from '../../support/browser.ts'
import { addAuthenticator, enrolByPasskey, startDesk } from '../../support/desk.ts'
import { goToFirstCase, makeKey, move, openReport } from '../../support/desk-work.ts'
import { fileReports, type Filed } from '../../support/filed-reports.ts'

const said = 'Le poste a répondu, une voiture part.'
const danger: Filed = {
	answers: {
		danger: 'now',
		who: 'teen',
		what: ['abuse-at-home'],
		police: true,
		wants: ['police'],
		where: [],
		words: 'هو دابا قدام باب الدار',
	},
	lane: 'danger',
}

/** What the child reads on the page of their receipt, on a phone without JavaScript. */
const readState = (origin: string, code: string): Promise<string> =>
	asVisitor(
		async (page) => {
			await page.goto('/fr/mailbox')
			await page.locator('textarea[name=code]').first().fill(formatReceipt(code))
			await page.getByRole('button', { name: 'Ouvrir la boîte' }).click()
			return page.locator('.states li:visible').innerText()
		},
		{ ...phone, baseURL: origin, javaScriptEnabled: false },
	)

const callPolice = async (page: Page): Promise<void> => {
	await page.getByText('La police a été appelée').click()
	await page.getByLabel('Qui a répondu, à quelle heure, ce qui a été dit').fill(said)
	await page.getByRole('button', { name: 'Sceller et noter l’appel' }).click()
	await page.locator('ol', { hasText: 'Police appelée' }).waitFor()
}

const askQuestion = async (page: Page): Promise<void> => {
	await page.locator('#answer-template').selectOption({ value: 'need-more' })
	const text = page.locator('#answer-text')
	await text.fill((await text.inputValue()).replace('[…]', 'Es-tu en sécurité maintenant ?'))
	await page.getByRole('button', { name: 'Signer, sceller, envoyer' }).click()
	await page.getByText('La réponse est dans la boîte.').waitFor()
}

test('danger at night: opened, the police called by one person, a question sent; the child reads each as it becomes true', async () => {
	const dataDir = mkdtempSync(join(tmpdir(), 'thiqa-danger-'))
	onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }))
	const [code = ''] = await fileReports(dataDir, [danger])
	const { origin, invitation } = await startDesk('Amal', 'supervisor', dataDir)
	await asVisitor(
		async (page) => {
			const sent: string[] = []
			page.on('request', (request) => sent.push(request.postData() ?? ''))
			await addAuthenticator(page)
			await enrolByPasskey(page, invitation)
			await makeKey(page)
			await goToFirstCase(page)
			expect(await readState(origin, code)).toContain('Personne ne l’a encore lu')
			await openReport(page)
			await page.locator('.facts', { hasText: 'Police, danger' }).waitFor()
			expect(await readState(origin, code)).toContain('L’équipe l’a lu')
			await callPolice(page)
			expect(await page.locator('.facts').innerText()).not.toContain('Police, danger')
			expect(await page.locator('.said').innerText()).toBe(said)
			expect(await readState(origin, code)).toContain('donné à qui peut protéger')
			await move(page, 'Trié')
			await page.getByRole('button', { name: 'Attend le signalant' }).click()
			await page.getByText('Rien n’est parti vers le signalant', { exact: false }).waitFor()
			await askQuestion(page)
			expect(await readState(origin, code)).toContain('te pose une question')
			await move(page, 'Attend le signalant')
			expect(sent.filter((body) => body.includes('voiture') || body.includes('curit'))).toEqual([])
		},
		{ baseURL: origin },
	)
})
