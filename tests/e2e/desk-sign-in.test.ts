import { base32 } from '@better-auth/utils/base32'
import { createOTP } from '@better-auth/utils/otp'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { asVisitor } from '../support/browser.ts'
import { addAuthenticator, enrolByPasskey, startDesk } from '../support/desk.ts'
import { seatSecond } from '../support/second-person.ts'

const passphrase = 'quatre mots sans rapport'

const readApp = async (page: Page) => {
	const typed = (await page.locator('code').innerText()).replaceAll(' ', '')
	return createOTP(new TextDecoder().decode(base32.decode(typed)))
}

const fillNewPassphrase = async (page: Page) => {
	for (const details of await page.locator('form details').all()) await details.locator('summary').click()
	const app = await readApp(page)
	await page.locator('#new-passphrase').fill(passphrase)
	await page.locator('#again').fill(passphrase)
	await page.locator('#new-code').fill(await app.totp())
	await page.getByRole('button', { name: 'Enregistrer' }).click()
	return app
}

test('a supervisor enrols with a passkey, signs out and in, adds a second way, and signs out everywhere', async () => {
	const { origin, invitation } = await startDesk('Amal', 'supervisor')
	await asVisitor(
		async (page) => {
			const refused: string[] = []
			page.on('console', (message) => {
				if (/content.security.policy/iu.test(message.text())) refused.push(message.text())
			})
			await addAuthenticator(page)
			await enrolByPasskey(page, invitation)
			await page.getByRole('link', { name: 'Mon compte' }).click()
			await page.waitForURL('**/desk/account')
			expect(await page.locator('main').innerText()).toContain('Supervision')
			await page.getByRole('button', { name: 'Se déconnecter', exact: true }).click()
			await page.waitForURL('**/desk/sign-in')
			await page.waitForLoadState('networkidle')
			await page.getByRole('button', { name: 'Se connecter avec une clé d’accès' }).click()
			await page.waitForURL('**/desk/queue')
			await page.waitForLoadState('networkidle')
			await page.getByRole('link', { name: 'Mon compte' }).click()
			await page.getByText('L’ajouter').click()
			await fillNewPassphrase(page)
			await page.getByText('La phrase secrète et l’application de codes sont en place.').waitFor()
			const kept = (await page.context().cookies(origin)).filter(({ name }) => name.includes('session'))
			expect(kept).toMatchObject([{ sameSite: 'Strict', httpOnly: true }])
			await page.getByRole('button', { name: 'Se déconnecter partout' }).click()
			await page.waitForURL('**/desk/sign-in')
			await page.context().addCookies(kept)
			await page.goto('/desk/account')
			expect(page.url(), 'the old cookie opens nothing').toContain('/desk/sign-in')
			expect(refused).toEqual([])
		},
		{ baseURL: origin },
	)
})

test('an invitation works once, and without JavaScript by passphrase and app', async () => {
	const { origin, invitation } = await startDesk('Amal', 'supervisor')
	await asVisitor(
		async (page) => {
			await page.goto(invitation)
			await page.getByText('Cet appareil n’a pas de clés d’accès').click()
			const app = await fillNewPassphrase(page)
			await page.waitForURL('**/desk/queue')
			await page.getByRole('button', { name: 'Se déconnecter', exact: true }).click()
			expect((await page.goto(invitation))?.status()).toBe(404)
			await page.goto('/desk/sign-in')
			await page.getByText('Pas de clé sur cet appareil').click()
			await page.locator('#name').fill('amal')
			await page.locator('#passphrase').fill(passphrase)
			await page.locator('#code').fill(await app.hotp(Math.floor(Date.now() / 30_000) + 1))
			await page.getByRole('button', { name: 'Se connecter', exact: true }).click()
			await page.waitForURL('**/desk/queue')
		},
		{ baseURL: origin, javaScriptEnabled: false },
	)
})

test('an analyst who was invited at the desk is one once a second person agrees, and sees the account page and not the team', async () => {
	const desk = await startDesk('Amal', 'supervisor')
	const { origin, invitation } = desk
	const agree = await desk.pause((db) => seatSecond(db, desk))
	const forAnalyst = await asVisitor(
		async (page) => {
			await addAuthenticator(page)
			await enrolByPasskey(page, invitation)
			await page.getByRole('link', { name: 'L’équipe' }).click()
			await page.locator('#name').fill('Youssef')
			await page.locator('form[action="?/invite"]').getByLabel('Analyse').check()
			await page.getByRole('button', { name: 'Créer l’invitation' }).click()
			const address = await page.locator('code').innerText()
			await page.getByText('Attend une deuxième personne', { exact: false }).waitFor()
			expect(await page.getByRole('button', { name: 'J’accepte' }).count(), 'who gave the role').toBe(0)
			return address
		},
		{ baseURL: origin },
	)
	await asVisitor(
		async (page) => {
			await addAuthenticator(page)
			await enrolByPasskey(page, forAnalyst)
			expect((await page.goto('/desk/queue'))?.status(), 'before anybody agreed').toBe(403)
			await agree()
			expect((await page.goto('/desk/queue'))?.status()).toBe(200)
			expect(await page.getByRole('link', { name: 'L’équipe' }).count()).toBe(0)
			expect((await page.goto('/desk/people'))?.status()).toBe(403)
			for (const action of ['invite', 'inviteAgain', 'roles', 'disable', 'decide']) {
				const answer = await page.request.post(`/desk/people?/${action}`, {
					headers: { origin },
					form: { name: 'Mallory', role: 'supervisor', id: 'x' },
				})
				expect(answer.status(), action).toBe(403)
			}
			const out = await page.request.post('/desk/sign-out', { headers: { origin }, form: { token: 'x' } })
			expect(out.status(), 'signing out without the token of this session').toBe(403)
		},
		{ baseURL: origin },
	)
})
