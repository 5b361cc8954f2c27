/** What people at the desk do with a case, in French, as they see it. */
import type { Page } from 'playwright-core'

export const keyPassphrase = 'quatre mots sans rapport'

/** Makes the person's own key in the browser and opens it. */
export const makeKey = async (page: Page): Promise<void> => {
	await page.getByRole('link', { name: 'Les clés', exact: true }).click()
	const fields = page.locator('form[action="?/keep"] input[type=password]')
	await fields.first().waitFor()
	for (const field of await fields.all()) await field.fill(keyPassphrase)
	await page.getByRole('button', { name: 'Faire ma clé' }).click()
	await page.locator('#unlock').waitFor()
	await openKey(page)
}

export const openKey = async (page: Page): Promise<void> => {
	await page.locator('#unlock').fill(keyPassphrase)
	await page.getByRole('button', { name: 'Ouvrir la clé' }).click()
	await page.locator('#unlock').waitFor({ state: 'detached' })
}

/** Goes to the queue by its link: the key that is open stays open. */
export const goToQueue = async (page: Page): Promise<void> => {
	await page.getByRole('navigation').getByRole('link', { name: 'Les cas', exact: true }).click()
	await page.getByRole('heading', { level: 1, name: 'Les cas' }).waitFor()
}

/** Goes to the page of the first case of the queue. */
export const goToFirstCase = async (page: Page): Promise<void> => {
	await goToQueue(page)
	await page.locator('tbody a').first().click()
	await page.getByRole('heading', { name: 'Le signalement' }).waitFor()
}

/** Opens the report of the case and gives what is shown of it. */
export const openReport = async (page: Page): Promise<string> => {
	await page.getByRole('button', { name: 'Ouvrir le signalement' }).click()
	await page.locator('article blockquote').first().waitFor()
	return page.locator('article').first().innerText()
}

/** Answers with words of one's own. */
export const answer = async (page: Page, text: string): Promise<void> => {
	await page.locator('#answer-text').fill(text)
	await page.getByRole('button', { name: 'Signer, sceller, envoyer' }).click()
	await page.getByText('La réponse est dans la boîte.').waitFor()
}

/** Moves the case; the page then says where it stands. */
export const move = async (page: Page, to: string): Promise<void> => {
	await page.getByRole('button', { name: to, exact: true }).click()
	await page.locator('h1', { hasText: to }).waitFor()
}

/** Puts a dossier together from the first address and asks for a second person. */
export const askForDossier = async (page: Page): Promise<void> => {
	await page.getByText('Préparer un dossier pour la police ou le parquet').click()
	await page.getByLabel('À l’attention de').fill('Parquet de Rabat')
	await page.getByLabel('Résumé en arabe').fill('طفل يتعرض للتهديد.')
	await page.getByLabel('Résumé en français').fill('Un enfant est menacé.')
	await page.getByRole('button', { name: 'Préparer et demander l’accord' }).click()
	await page.getByText('Le dossier est gardé scellé dans les notes', { exact: false }).waitFor()
}

/** Invites a colleague by the roles of their boxes; gives the address of the invitation. */
export const inviteColleague = async (page: Page, name: string, ...roles: string[]): Promise<string> => {
	await page.getByRole('link', { name: 'L’équipe' }).click()
	// From the same page the navigation takes the last invitation away, and what was typed before it ends.
	await page.locator('code').first().waitFor({ state: 'detached' })
	await page.locator('#name').fill(name)
	await page.locator('#language').selectOption('fr')
	const form = page.locator('form[action="?/invite"]')
	for (const role of roles) await form.getByLabel(role, { exact: false }).first().check()
	await page.getByRole('button', { name: 'Créer l’invitation' }).click()
	return page.locator('code').first().innerText()
}

/** Agrees to everything that waits on the page of acts of two. */
export const agreeToWaiting = async (page: Page): Promise<void> => {
	await page.goto('/desk/approvals')
	await page.getByRole('button', { name: 'J’accepte' }).click()
	await page.getByText('C’est enregistré.').waitFor()
}
