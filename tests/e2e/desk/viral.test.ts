import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, onTestFinished, test } from 'vitest'
import { asVisitor } from '../../support/browser.ts'
import { addAuthenticator, enrolByPasskey, startDesk } from '../../support/desk.ts'
import { enrolColleague, seatSecond, type AgreeToRoles } from '../../support/second-person.ts'
import {
	agreeToWaiting,
	answer,
	goToFirstCase,
	goToQueue,
	inviteColleague,
	makeKey,
} from '../../support/desk-work.ts'
import { sendViral } from '../../support/viral-reports.ts'

const words = 'Salam, wslat rsaltek. Hadchi kay3erfoh nas bezzaf, w rah kanekhedmo 3lih.'
/** More than one person opens alone. `THIQA_VIRAL=500` is the day on which a link is in everybody's mouth; it takes some minutes. */
const count = Number(process.env['THIQA_VIRAL'] ?? 24)

/** More than one may open alone: asked for, agreed to by somebody else, opened. */
const openAll = async (amal: Page, salma: Page): Promise<void> => {
	await goToQueue(amal)
	await amal.getByRole('button', { name: `Demander à ouvrir les ${count} ensemble` }).click()
	await amal.getByText('Une deuxième personne va décider.').waitFor()
	await agreeToWaiting(salma)
	await amal.getByRole('link', { name: /^Sans personne/u }).click()
	await amal.getByRole('button', { name: `Ouvrir les ${count} premiers` }).click()
	await amal.getByText(`${count} ouverts dans cet onglet`, { exact: false }).waitFor()
}

const holdWithTwo = async (amal: Page, salma: Page): Promise<void> => {
	const path = new URL(amal.url()).pathname
	await amal.locator('#note').fill('Le parquet a demandé de garder.')
	await amal.getByLabel('C’est une raison de garder le cas').check()
	await amal.getByRole('button', { name: 'Sceller et garder' }).click()
	const notes = amal.locator('section', { has: amal.locator('#notes') })
	await notes.getByRole('button', { name: 'Demander une deuxième personne' }).click()
	await amal.locator('#seconds').waitFor()
	await agreeToWaiting(salma)
	await goToQueue(amal)
	await amal.locator(`tbody a[href="${path}"]`).first().click()
	await amal.getByRole('heading', { name: 'Le signalement' }).waitFor()
	await notes.getByRole('button', { name: 'Garder le cas' }).click()
	await amal.locator('.facts', { hasText: 'Gardé' }).waitFor()
}

/** A pause covers the text, and ends by itself. */
const pause = async (page: Page): Promise<void> => {
	await page.clock.install()
	await page.getByRole('button', { name: /^Une pause de 10/u }).click()
	await page.getByRole('heading', { name: 'Pause', exact: true }).waitFor()
	expect(await page.locator('article blockquote').count()).toBe(0)
	await page.clock.fastForward('10:01')
	await page.locator('article blockquote').first().waitFor()
}

const workAsTwo = async (origin: string, invitation: string, agree: AgreeToRoles): Promise<void> =>
	asVisitor(
		async (amal) => {
			await addAuthenticator(amal)
			await enrolByPasskey(amal, invitation)
			const forSalma = await inviteColleague(amal, 'Salma', 'Supervision')
			await makeKey(amal)
			await asVisitor(
				async (salma) => {
					await addAuthenticator(salma)
					await enrolColleague(salma, forSalma, agree)
					await openAll(amal, salma)
					await goToFirstCase(amal)
					await amal.getByText(`${count - 1} cas avec la même adresse`).waitFor()
					await amal.getByRole('button', { name: `Tout regrouper (${count})` }).click()
					await amal.getByLabel(`Tous ceux du groupe (${count})`).check()
					await answer(amal, words)
					await holdWithTwo(amal, salma)
				},
				{ baseURL: origin },
			)
			await pause(amal)
		},
		{ baseURL: origin },
	)

test(`${count} reports of one link at once: none is lost, two persons open them, put them together once, answer once, and every reporter reads it`, async () => {
	const dataDir = mkdtempSync(join(tmpdir(), 'thiqa-viral-'))
	onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }))
	const desk = await startDesk('Amal', 'supervisor', dataDir)
	const { origin, invitation } = desk
	const agree = await desk.pause((db) => seatSecond(db, desk))
	const { statuses, readAll } = await sendViral(origin, count)
	expect(statuses).toEqual(Array.from({ length: count }, () => 201))
	await workAsTwo(origin, invitation, agree)
	expect(await readAll()).toEqual(Array.from({ length: count }, () => [words]))
})
