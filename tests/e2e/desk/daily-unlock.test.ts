import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { asVisitor } from '../../support/browser.ts'
import { keyPassphrase, makeKey, openKey } from '../../support/desk-work.ts'
import { addAuthenticator, enrolByPasskey, startDesk } from '../../support/desk.ts'

const addWay = async (page: Page, name: string): Promise<void> => {
	await page.locator('#way-passphrase').fill(keyPassphrase)
	await page.getByRole('button', { name }).click()
	await page.getByText('C’est enregistré.').waitFor()
}
const isOpen = (page: Page) => page.getByText('La clé est ouverte dans cet onglet.').waitFor()

test('an analyst signs in with a passkey and opens the key with it, without a passphrase; what is taken away opens nothing', async () => {
	const { origin, invitation } = await startDesk('Amal', 'supervisor')
	await asVisitor(
		async (page) => {
			const sent: string[] = []
			const refused: string[] = []
			let workers = 0
			page.on('worker', () => (workers += 1))
			page.on('request', (request) => sent.push(`${request.url()} ${request.postData() ?? ''}`))
			page.on('console', (message) => {
				if (/wasm|worker-src|script-src/iu.test(message.text())) refused.push(message.text())
			})
			await addAuthenticator(page)
			await enrolByPasskey(page, invitation)
			await makeKey(page)
			await addWay(page, 'Avec Clé 1')
			await page.getByRole('button', { name: 'Se déconnecter' }).click()

			await page.goto('/desk/sign-in?to=/desk/keys', { waitUntil: 'networkidle' })
			await page.getByRole('button', { name: 'Se connecter avec une clé d’accès' }).click()
			await page.waitForURL('**/desk/keys')
			await page.getByRole('button', { name: 'Ouvrir avec ma clé d’accès' }).click()
			await isOpen(page)

			await addWay(page, 'Avec la phrase, plus vite')
			await page.locator('#ways ~ ul li').first().getByRole('button', { name: 'Retirer' }).click()
			await page.getByRole('button', { name: 'Avec Clé 1' }).waitFor()
			await page.getByRole('button', { name: 'Fermer la clé' }).click()
			expect(await page.getByRole('button', { name: 'Ouvrir avec ma clé d’accès' }).count()).toBe(0)
			await openKey(page)
			await isOpen(page)

			const secret = new RegExp(`${keyPassphrase}|AGE-SECRET|KEY1 `, 'u')
			expect(sent.filter((request) => secret.test(decodeURIComponent(request.replaceAll('+', ' '))))).toEqual(
				[],
			)
			expect(refused).toEqual([])
			expect(workers, 'one to add the quick lock, one to open it').toBe(2)
		},
		{ baseURL: origin },
	)
})
