import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, onTestFinished, test } from 'vitest'
import { asVisitor } from '../support/browser.ts'
import { addAuthenticator, enrolByPasskey, startDesk } from '../support/desk.ts'
import { makeEscrow, makeRoot, signWithRoot, toEscrowText } from '#domains/people/keys'
import { hearAll } from '../support/ended-epoch.ts'
import { installCeremony } from '#domains/people/server/keys'

const passphrase = 'quatre mots sans rapport'

const fillPassphrase = async (page: Page, words: string): Promise<void> => {
	for (const field of await page
		.locator('form[action="?/keep"]')
		.first()
		.locator('input[type=password]')
		.all())
		await field.fill(words)
}

/** Installs the public files of a ceremony in a data folder. */
const holdCeremony = async (dataDir: string): Promise<void> => {
	const [root, escrow] = [await makeRoot(), await makeEscrow()]
	const note = await signWithRoot(toEscrowText(escrow.recipient), root.shares.slice(0, 3))
	if (!note.ok) throw new Error('signing in the test failed')
	await installCeremony(dataDir, { rootKey: root.verifierKey, note: note.value })
}

test('a supervisor makes a key in the browser, prints its sheet, and makes an epoch; no secret leaves the browser', async () => {
	const dataDir = mkdtempSync(join(tmpdir(), 'thiqa-keys-'))
	onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }))
	await holdCeremony(dataDir)
	const { origin, invitation } = await startDesk('Amal', 'supervisor', dataDir)
	await asVisitor(
		async (page) => {
			const sent: string[] = []
			const refused: string[] = []
			page.on('request', (request) => sent.push(`${request.url()} ${request.postData() ?? ''}`))
			page.on('console', (message) => {
				if (/content.security.policy/iu.test(message.text())) refused.push(message.text())
			})
			await addAuthenticator(page)
			await enrolByPasskey(page, invitation)
			await page.goto('/desk/keys', { waitUntil: 'networkidle' })
			await fillPassphrase(page, passphrase)
			await page.getByRole('button', { name: 'Faire ma clé' }).click()
			await page.locator('#unlock').fill('quatre mots sans raison')
			await page.getByRole('button', { name: 'Ouvrir la clé' }).click()
			await page.getByText('Ce n’est pas la phrase de cette clé.').waitFor()
			await page.locator('#unlock').fill(passphrase)
			await page.getByRole('button', { name: 'Ouvrir la clé' }).click()
			await page.getByText('La clé est ouverte dans cet onglet.').waitFor()

			await page.getByText('Feuille de secours', { exact: true }).click()
			await page.locator('#recovery-passphrase').fill(passphrase)
			await page.getByRole('button', { name: 'Montrer le code' }).click()
			const code = await page.locator('.code').innerText()
			expect(code).toMatch(/^KEY1( [0-9A-Z]{4}){8}$/u)

			await page.getByRole('link', { name: 'Les clés partagées' }).click()
			await page.getByText('Il n’y a pas encore de liste à comparer.', { exact: false }).waitFor()
			const makers = page.locator('.makers').getByRole('button')
			for (const maker of await makers.all()) expect(await maker.isDisabled()).toBe(true)
			await hearAll(page)
			await page.getByRole('button', { name: 'Faire une période qui commence aujourd’hui' }).click()
			await page.getByText('attend la signature de la racine').waitFor()
			const [escrow] = await Promise.all([
				page.waitForEvent('download'),
				page.locator('.makers').getByRole('button', { name: 'Copie de secours' }).click(),
			])
			expect(readFileSync(await escrow.path(), 'latin1')).toMatch(/^age-encryption\.org\/v1\n-> X25519 /u)
			// The key is still open after the way here: the page was never loaded anew.
			const [again] = await Promise.all([
				page.waitForEvent('download'),
				page.locator('section').last().getByRole('button', { name: 'Copie de secours' }).click(),
			])
			expect(again.suggestedFilename()).toBe(escrow.suggestedFilename())
			// A wrap from elsewhere waits for a second person; what is no wrap is refused.
			await page.locator('#bring-file').setInputFiles({
				name: 'wrap.age',
				mimeType: 'application/octet-stream',
				buffer: Buffer.from('age-encryption.org/v1\n'),
			})
			await page.locator('#bring ~ form').getByRole('button', { name: 'Remettre' }).click()
			await page.getByText('Ce qui est arrivé n’a pas la bonne forme.', { exact: false }).waitFor()
			await page.locator('#bring-file').setInputFiles(await escrow.path())
			await page.locator('#bring ~ form').getByRole('button', { name: 'Remettre' }).click()
			await page.getByText(/Remettre .+ à .*Amal.*, demandé par .*Amal/u).waitFor()

			const secret = new RegExp(`${passphrase}|${code}|AGE-SECRET|answerSeed`, 'u')
			expect(sent.filter((request) => secret.test(decodeURIComponent(request.replaceAll('+', ' '))))).toEqual(
				[],
			)
			const stored = await page.evaluate(() => JSON.stringify([localStorage, sessionStorage]))
			expect(stored).not.toMatch(secret)
			expect(refused).toEqual([])
		},
		{ baseURL: origin },
	)
	const files = readdirSync(join(dataDir, 'keys', 'epochs'), { recursive: true }).map(String)
	expect(files.filter((file) => file.endsWith('.age'))).toHaveLength(1)
	const { status, stdout } = spawnSync('grep', ['-rlaE', 'AGE-SECRET-KEY-1|answerSeed', dataDir], {
		encoding: 'utf8',
	})
	expect(stdout).toBe('')
	expect(status, 'grep looked and found nothing').toBe(1)
})
