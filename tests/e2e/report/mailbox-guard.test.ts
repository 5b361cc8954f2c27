/** A receipt that is typed inside another app can be read by it: the same warning stands before the mailbox as before the report. */
import { expect, test } from 'vitest'
import { onPage, phone, withAndWithoutScript } from '../../support/browser.ts'

const inApp =
	'Mozilla/5.0 (Linux; Android 13; SM-A125F; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/120.0 Mobile Safari/537.36 Instagram 312.1.0.34.111 Android'

test.each(withAndWithoutScript)(
	'inside another app the mailbox asks for a real browser first, $script',
	async ({ javaScriptEnabled }) => {
		await onPage(
			'/fr/mailbox',
			async (page) => {
				expect(await page.getByRole('heading', { name: 'Tu es dans Instagram' }).isVisible()).toBe(true)
				const code = page.getByLabel('Le numéro secret')
				expect(await code.isVisible()).toBe(false)
				const away = await page.getByRole('link', { name: 'Ouvrir dans le navigateur' }).getAttribute('href')
				expect(away).toMatch(/^intent:\/\/[^/]+\/fr\/mailbox#Intent;scheme=http;.*;end$/u)
				await page.getByText('Ou copie cette adresse', { exact: false }).click()
				expect(await page.locator('#address').innerText()).toMatch(/\/fr\/mailbox$/u)
				const copy = page.getByRole('button', { name: 'Copier' })
				expect(await copy.isVisible()).toBe(javaScriptEnabled)
				if (javaScriptEnabled) {
					await copy.click()
					await page.getByText('C’est copié.').waitFor()
					const copied = await page.evaluate(() => navigator.clipboard.readText())
					expect(copied).toBe(await page.locator('#address').innerText())
				}
				await page.getByText('Continuer ici quand même').click()
				expect(await code.isVisible()).toBe(true)
			},
			{
				...phone,
				javaScriptEnabled,
				userAgent: inApp,
				permissions: ['clipboard-read', 'clipboard-write'],
			},
		)
	},
)

test('in an ordinary browser the mailbox asks for the receipt at once', async () => {
	await onPage('/fr/mailbox', async (page) => {
		expect(await page.locator('.guard').count()).toBe(0)
		expect(await page.getByLabel('Le numéro secret').isVisible()).toBe(true)
	})
})
