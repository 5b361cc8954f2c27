import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import type { Page } from 'playwright-core'
import { expect, onTestFinished, test } from 'vitest'
import { asVisitor } from '../../support/browser.ts'
import { addAuthenticator, enrolByPasskey, startDesk } from '../../support/desk.ts'
import { enrolColleague, seatSecond } from '../../support/second-person.ts'
import { agreeToWaiting, goToQueue, inviteColleague, makeKey, openKey } from '../../support/desk-work.ts'
import { fileReports, type Filed } from '../../support/filed-reports.ts'
import { cheapArgon2id } from '../../support/reports.ts'

/** One more than a person opens alone within an hour. */
const filed = Array.from({ length: 61 }, (_, at): Filed => ({
	answers: {
		danger: 'no',
		who: 'teen',
		what: ['bullying'],
		police: false,
		wants: ['stop'],
		where: [],
		words: `كيضحكو عليا فالقسم، رقم ${at}`,
	},
}))

const openSome = async (page: Page, { press, then }: { press: number; then: number }): Promise<void> => {
	await page.getByRole('button', { name: `Ouvrir les ${press} premiers` }).click()
	await page.getByText(`${then} ouverts dans cet onglet`, { exact: false }).waitFor()
}

/** What the server tells this person's own browser about the case that is left, asked past the page. */
const askServer = (page: Page, id: string): Promise<{ status: number; text: string }> =>
	page.evaluate(async (one) => {
		const answer = await fetch('/desk/cases/sealed', {
			method: 'POST',
			body: JSON.stringify({ ids: [one] }),
		})
		return { status: answer.status, text: await answer.text() }
	}, id)

const tryTheLast = async (amal: Page): Promise<void> => {
	await amal.getByRole('button', { name: 'Ouvrir les 1 premiers' }).click()
	await amal.getByRole('alert').filter({ hasText: 'beaucoup de cas depuis une heure' }).waitFor()
	expect(await amal.getByText('60 ouverts dans cet onglet', { exact: false }).count()).toBe(1)
}

/** Asks for a second person, and is not one. */
const askForSecond = async (amal: Page, id: string): Promise<void> => {
	await amal.getByRole('button', { name: 'Demander à ouvrir les 1 ensemble' }).click()
	await amal.getByText('Une deuxième personne va décider.').waitFor()
	expect((await askServer(amal, id)).status, 'asked for and not agreed to').toBe(409)
	await amal.getByRole('navigation').getByRole('link', { name: 'Accords à deux', exact: true }).click()
	await amal.getByRole('heading', { level: 1, name: 'Accords à deux' }).waitFor()
	expect(await amal.getByRole('button', { name: 'J’accepte' }).count(), 'by oneself').toBe(0)
}

/** In a tab that has nothing open, cases are indexed again by opening them as any others: twenty in one go. */
const indexAgain = async (page: Page): Promise<void> => {
	const countEarlier = (n: number) =>
		page.getByRole('heading', { name: `Cas en cours indexés avec une ancienne clé : ${n}`, exact: true })
	await page.goto('/desk/queue')
	await countEarlier(61).waitFor()
	await openKey(page)
	await page.getByRole('button', { name: 'Indexer de nouveau (20)' }).click()
	await countEarlier(41).waitFor()
	await page.getByText('20 ouverts dans cet onglet', { exact: false }).waitFor()
	await page.goto('/desk/queue')
	await countEarlier(41).waitFor()
}

test('the 61st case within an hour stays closed until a second person has agreed to it', async () => {
	const dataDir = mkdtempSync(join(tmpdir(), 'thiqa-many-'))
	onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }))
	await fileReports(dataDir, filed, cheapArgon2id)
	const { origin, invitation, pause } = await startDesk('Amal', 'supervisor', dataDir)
	const agree = await pause((db) => seatSecond(db, { dataDir, origin }))
	await asVisitor(
		async (amal) => {
			await addAuthenticator(amal)
			await enrolByPasskey(amal, invitation)
			const forSalma = await inviteColleague(amal, 'Salma', 'Supervision')
			await makeKey(amal)
			await goToQueue(amal)
			for (const then of [20, 40, 60]) await openSome(amal, { press: 20, then })
			await tryTheLast(amal)
			const last = await amal.locator('form[action="?/askMany"] input[name=ids]').inputValue()
			const refused = JSON.stringify({ refused: 'case.many-lately' })
			expect(await askServer(amal, last)).toEqual({ status: 409, text: refused })
			await asVisitor(
				async (salma) => {
					await addAuthenticator(salma)
					await enrolColleague(salma, forSalma, agree)
					await askForSecond(amal, last)
					await agreeToWaiting(salma)
				},
				{ baseURL: origin },
			)
			await goToQueue(amal)
			await openSome(amal, { press: 1, then: 61 })
			await pause((db) => sql`update case_token set index_key = null`.execute(db))
			await indexAgain(amal)
		},
		{ baseURL: origin },
	)
})
