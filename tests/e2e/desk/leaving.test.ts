import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { expect, onTestFinished, test } from 'vitest'
import { asVisitor, phone } from '../../support/browser.ts'
import { addAuthenticator, enrolByPasskey, startDesk } from '../../support/desk.ts'
import { enrolColleague, seatSecond } from '../../support/second-person.ts'
import { goToFirstCase, inviteColleague, makeKey, openReport } from '../../support/desk-work.ts'
import { fillReport, sendReport, story, waitForSteps } from '../../support/report-form.ts'

/** As the desk shows it: nothing in it opens. */
const nickname = story.nickname.replaceAll('.', '[.]')
const account = `${story.app} · ${nickname}`
const reasons = 'Menace de publier des images, article 503-1.'

const file = (origin: string): Promise<void> =>
	asVisitor(
		async (page) => {
			await page.goto('/ar/report')
			await waitForSteps(page)
			await fillReport(page)
			await sendReport(page, true)
		},
		{ ...phone, baseURL: origin },
	)

/** The form behind a summary of the case page, opened. */
const openForm = async (page: Page, summary: string): Promise<Locator> => {
	const form = page.locator('details', { has: page.locator('summary', { hasText: summary }) })
	await form.locator('summary').first().click()
	return form
}

const notes = (page: Page): Locator => page.locator('section', { has: page.locator('#notes') })

/** A notice about the account that the child named, and a list with an address that the analyst found. */
const askForBoth = async (page: Page): Promise<void> => {
	const form = await openForm(page, 'Notification à un hébergeur')
	const where = form.getByLabel(account)
	await where.check()
	await form.getByLabel('Pourquoi c’est illicite').fill(reasons)
	await form.getByRole('button', { name: 'Notification (article 16)' }).click()
	await form.getByText('en attente d’une deuxième personne', { exact: false }).waitFor()
	await where.uncheck()
	await form.getByText('Ajouter un lieu').click()
	await form.getByLabel('Adresse', { exact: true }).fill('hxxps://canary-found[.]example/p')
	await form.getByRole('button', { name: 'Ajouter', exact: true }).click()
	await form.getByText('hxxps://canary-found[.]example/p').waitFor()
	await form.getByRole('button', { name: 'Liste pour un autre bureau (CSV)' }).click()
	await notes(page).getByText('scart-', { exact: false }).first().waitFor()
	expect(await notes(page).getByRole('button', { name: 'Faire sortir' }).count()).toBe(0)
}

/** Reads both in the notes, sees that they are what is asked for, and agrees. */
const agreeToBoth = async (page: Page): Promise<void> => {
	await goToFirstCase(page)
	const asked = notes(page).locator('article')
	for (const said of [nickname, 'hxxps://canary-found[.]example/p']) {
		const one = asked.filter({ hasText: said })
		await one.getByText('Ce qu’il contient').click()
		await one.locator('pre', { hasText: said }).waitFor()
		await one.getByText('C’est bien celle qui est demandée.').waitFor()
	}
	const waiting = page.locator('form[action="?/decide"]', { hasText: 'Sortir un dossier ou une liste' })
	expect(await waiting.count()).toBe(2)
	for (const at of [0, 1]) {
		await waiting.nth(at).getByRole('button', { name: 'J’accepte' }).click()
		await waiting.nth(at).getByText('accord de', { exact: false }).waitFor()
	}
}

/** Lets one leave; gives what was saved, and its digest as the page shows it. */
const take = async (page: Page, name: string): Promise<{ text: string; digest: string }> => {
	const one = notes(page).locator('article', { hasText: name })
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		one.getByRole('button', { name: 'Faire sortir' }).click(),
	])
	expect(download.suggestedFilename()).toMatch(new RegExp(`^${name}`, 'u'))
	await one.getByText('La sortie est inscrite', { exact: false }).waitFor()
	return { text: readFileSync(await download.path(), 'utf8'), digest: await one.locator('code').innerText() }
}

/** A dossier takes the same account, and shows it to who reads the draft. */
const putIntoDossier = async (page: Page): Promise<void> => {
	const form = await openForm(page, 'Préparer un dossier')
	await form.getByLabel('À l’attention de').fill('Parquet de Rabat')
	await form.getByLabel('Résumé en arabe').fill('طفل يتعرض للتهديد.')
	await form.getByLabel('Résumé en français').fill('Un enfant est menacé.')
	await form.getByLabel(account).check()
	await form.getByLabel('Où dans la page').fill('messages privés')
	await form.getByText('Nommer une personne').click()
	for (const at of [0, 1]) {
		await form.getByRole('button', { name: 'Ajouter une personne' }).click()
		await form.locator(`#dossier-name-${at}`).fill(`Nom inventé ${at}`)
	}
	await form.getByRole('button', { name: 'Préparer et demander l’accord' }).click()
	await form.getByText('Le dossier est gardé scellé', { exact: false }).waitFor()
	const draft = notes(page).locator('article', { hasText: 'Parquet de Rabat' })
	await draft.getByText('Ce qu’il contient').click()
	for (const said of [account, 'messages privés', 'Nom inventé 0', 'Nom inventé 1'])
		await draft.getByText(said, { exact: false }).waitFor()
}

test('an account that a child names goes into notice and dossier, a list leaves by two, and the server hears of no place', async () => {
	const dataDir = mkdtempSync(join(tmpdir(), 'thiqa-leaving-'))
	onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }))
	const { origin, invitation, pause } = await startDesk('Amal', 'supervisor', dataDir)
	const agree = await pause((db) => seatSecond(db, { dataDir, origin }))
	await file(origin)
	await asVisitor(
		async (amal) => {
			const sent: string[] = []
			amal.on('request', (request) =>
				sent.push(decodeURIComponent(`${request.url()} ${request.postData() ?? ''}`)),
			)
			await addAuthenticator(amal)
			await enrolByPasskey(amal, invitation)
			const forSalma = await inviteColleague(amal, 'Salma', 'Supervision')
			await makeKey(amal)
			await goToFirstCase(amal)
			await openReport(amal)
			await askForBoth(amal)
			await asVisitor(
				async (salma) => {
					await addAuthenticator(salma)
					await enrolColleague(salma, forSalma, agree)
					await makeKey(salma)
					await agreeToBoth(salma)
				},
				{ baseURL: origin },
			)
			await goToFirstCase(amal)
			const [notice, list] = [await take(amal, 'notice-'), await take(amal, 'scart-')]
			expect(notice.text).toContain(`${story.app}: ${story.nickname}\n`)
			expect(notice.text).toContain(reasons)
			expect(list.text).toMatch(/^https:\/\/canary-found\.example\/p;;;T-[0-9A-F]{8}\r\n$/u)
			for (const { text, digest } of [notice, list])
				expect(createHash('sha256').update(text).digest('hex')).toBe(digest)
			const steps = amal.locator('section', { has: amal.locator('#steps') })
			for (const step of ['Notification sortie', 'Liste sortie'])
				await steps.getByText(step, { exact: false }).waitFor()
			// A digest holds any four characters by chance.
			const told = sent.filter((one) => /canary|7f3a|503-1/iu.test(one.replaceAll(/"[0-9a-f]{64}"/gu, '')))
			expect(told, 'no place, no word, no reason leaves the browser').toEqual([])
			await putIntoDossier(amal)
		},
		{ baseURL: origin },
	)
})
