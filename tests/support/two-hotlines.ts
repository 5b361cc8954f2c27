/**
 * Two hotlines on one machine, each a product of its own with its data folder, port, people and keys, which know of each other what two persons have
 * compared. Both listen on loopback, because a browser on the same machine works at both: what they say to each other goes over HTTP all the same.
 */
import type { Page } from 'playwright-core'
import { asVisitor } from './browser.ts'
import { addAuthenticator, enrolByPasskey, startDesk } from './desk.ts'
import { inviteColleague, makeKey } from './desk-work.ts'
import { enrolColleague, seatSecond, type AgreeToRoles } from './second-person.ts'

/** A product that may send to this machine, the supervisor's invitation, and who agrees to the roles that she gives. */
export type Hotline = Awaited<ReturnType<typeof startDesk>> & { agree: AgreeToRoles }

/** Starts a demonstration of its own in `dataDir`; its partners may be programs on this machine. */
export const startHotline = async (supervisor: string, dataDir: string): Promise<Hotline> => {
	const desk = await startDesk(supervisor, 'supervisor', dataDir, { LOOPBACK_PARTNERS: 'on' })
	return { ...desk, agree: await desk.pause((db) => seatSecond(db, desk)) }
}

/** Hands `use` a page for each address, each in a browser context of its own. */
export const asVisitors = <Answer>(
	origins: readonly string[],
	use: (pages: readonly Page[]) => Promise<Answer>,
	pages: readonly Page[] = [],
): Promise<Answer> => {
	const [baseURL, ...others] = origins
	if (baseURL === undefined) return use(pages)
	return asVisitor((page) => asVisitors(others, use, [...pages, page]), { baseURL })
}

export type Staff = { supervisor: Page; analyst: Page; liaison: Page }

/** Enrols the people of a hotline: the supervisor by the invitation of the machine, the others by hers. */
export const enrolStaff = async (
	{ supervisor, analyst, liaison }: Staff,
	{ invitation, agree }: Pick<Hotline, 'invitation' | 'agree'>,
	names: Readonly<Record<'analyst' | 'liaison', string>>,
): Promise<void> => {
	await addAuthenticator(supervisor)
	await enrolByPasskey(supervisor, invitation)
	await makeKey(supervisor)
	const forAnalyst = await inviteColleague(supervisor, names.analyst, 'Analyse')
	const forLiaison = await inviteColleague(supervisor, names.liaison, 'Liaison')
	await addAuthenticator(analyst)
	await enrolColleague(analyst, forAnalyst, agree)
	await makeKey(analyst)
	await addAuthenticator(liaison)
	await enrolColleague(liaison, forLiaison, agree)
}

type PublishedKey = Readonly<Record<'kid' | 'kty' | 'crv' | 'x' | 'use', string>>

/** Keys of a hotline as it publishes them. */
const listKeys = async (origin: string): Promise<readonly PublishedKey[]> => {
	const { keys } = (await (await fetch(`${origin}/coop/v1/keys`)).json()) as { keys: readonly PublishedKey[] }
	return keys
}

/** The end of the fingerprint of a key as its owner reads it out on the telephone. */
const readOut = (kid: string): string => {
	const digits = Buffer.from(kid, 'base64url').toString('hex').toUpperCase()
	return digits
		.slice(-24)
		.replaceAll(/(.{4})/gu, '$1 ')
		.trim()
}

const press = (page: Page, name: string): Promise<void> =>
	page.getByRole('button', { name, exact: true }).click()
const unfold = (page: Page, text: string): Promise<void> =>
	page.locator('summary', { hasText: text }).first().click()

export type Line = { name: string; country: string; origin: string }

/** Makes the other hotline a partner with its channel and its keys, as a liaison does. Answer: the path of its page. */
const makePartner = async (page: Page, { name, country, origin }: Line): Promise<string> => {
	await page.goto('/desk/partners/new')
	for (const field of ['nameAr', 'nameFr', 'nameEn']) await page.locator(`#${field}`).fill(name)
	await page.locator('#country').fill(country)
	await page.locator('#zone').fill('Europe/Paris')
	await page.locator('#agreement').fill('Convention exemple 1')
	await page.locator('#agreedFrom').fill('2026-01-01')
	await page.getByLabel('Renvois vers eux').check()
	await page.getByLabel('Renvois venant d’eux').check()
	await page.locator('#tlpMost').selectOption('amber')
	await press(page, 'Enregistrer')
	await unfold(page, 'Modifier les voies')
	await page.locator('#kind1').selectOption('http-sig')
	await page.locator('#address1').fill(`${origin}/coop/v1/inbox`)
	await page.locator('form[action="?/channels"]').getByRole('button').click()
	await page.waitForURL((url) => url.search === '?/channels')
	for (const { use, ...key } of await listKeys(origin)) {
		await unfold(page, 'Apporter une clé')
		await page.locator('#use').selectOption(use === 'sig' ? 'sign' : 'seal')
		await page.locator('#text').fill(JSON.stringify(key))
		await press(page, 'Apporter une clé')
		await page.locator('code', { hasText: readOut(key.kid) }).waitFor()
	}
	await press(page, 'Activer')
	await page.getByRole('heading', { name: 'Actif' }).waitFor()
	return new URL(page.url()).pathname
}

/** Makes the hotlines partners: a liaison writes the other one down, a supervisor compares its keys by what she hears. */
export const knowOther = async ({ liaison, supervisor }: Staff, other: Line): Promise<void> => {
	await supervisor.goto(await makePartner(liaison, other))
	for (const { kid } of await listKeys(other.origin)) {
		const heard = readOut(kid)
		const card = supervisor.locator('section section', { hasText: heard })
		await card.locator('summary', { hasText: 'Comparer' }).click()
		await card.locator('input[name=typed]').fill(heard)
		await card.getByRole('button', { name: 'Comparer', exact: true }).click()
		await card.locator('h3', { hasText: 'Bonne' }).waitFor()
	}
}
