import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, onTestFinished, test } from 'vitest'
import { asVisitor } from '../../support/browser.ts'
import { addAuthenticator, enrolByPasskey, startDesk } from '../../support/desk.ts'
import {
	agreeToWaiting,
	answer,
	goToFirstCase,
	goToQueue,
	inviteColleague,
	makeKey,
} from '../../support/desk-work.ts'
import { fileReports, withReports, type Filed } from '../../support/filed-reports.ts'

const words = 'Salam, wslat rsaltek. Hadchi kay3erfoh nas bezzaf, w rah kanekhedmo 3lih.'
const count = 25

/** The same link in many mouths, each with a tail of its own. */
const viral = Array.from({ length: count }, (_, at): Filed => ({
	answers: {
		...{ danger: 'no', who: 'teen', what: ['sexual-extortion'], police: false, wants: ['remove'] },
		where: [{ kind: 'link', link: `https://example.org/viral/1?utm_source=${at}` }],
		words: `شفت هاد الرابط فالمجموعة ديالنا، رقم ${at}`,
	},
}))

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
	await amal.locator('#note').fill('Le parquet a demandé de garder.')
	await amal.getByLabel('C’est une raison de garder le cas').check()
	await amal.getByRole('button', { name: 'Sceller et garder' }).click()
	const notes = amal.locator('section', { has: amal.locator('#notes') })
	await notes.getByRole('button', { name: 'Demander une deuxième personne' }).click()
	await amal.locator('#seconds').waitFor()
	await agreeToWaiting(salma)
	await goToFirstCase(amal)
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

const workAsTwo = async (origin: string, invitation: string): Promise<void> =>
	asVisitor(
		async (amal) => {
			await addAuthenticator(amal)
			await enrolByPasskey(amal, invitation)
			const forSalma = await inviteColleague(amal, 'Salma', 'Supervision')
			await makeKey(amal)
			await asVisitor(
				async (salma) => {
					await addAuthenticator(salma)
					await enrolByPasskey(salma, forSalma)
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

test('25 reports of one link are opened by two persons, put together once, answered once, and every reporter reads it', async () => {
	const dataDir = mkdtempSync(join(tmpdir(), 'thiqa-viral-'))
	onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }))
	const codes = await fileReports(dataDir, viral)
	const { origin, invitation, end } = await startDesk('Amal', 'supervisor', dataDir)
	await workAsTwo(origin, invitation)
	await end('SIGTERM')
	const read = await withReports(dataDir, async ({ openByCode }) => {
		const boxes = []
		for (const code of codes) boxes.push(JSON.stringify(await (await openByCode(code)).read()))
		return boxes
	})
	expect(read.filter((box) => box.includes(words))).toHaveLength(count)
})
